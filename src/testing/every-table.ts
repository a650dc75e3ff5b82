import pg from "pg";

type Column = { name: string; type: string; required: boolean; hasDefault: boolean };
type Link = { columns: string[]; parent: string; parentColumns: string[] };

/** Values a check asks for that its text does not give away, by `table.column`. */
const known: Record<string, string> = {
  "allocation.state": "set_aside",
  "allocation.until_at": "2026-03-29T02:30:00Z",
  "association_designation.criterion": "jobs",
  "association_tool.tool": "computer",
  "declared_need.tool": "computer",
  "essential_tool.tool": "computer",
  "bookable.kind": "room",
  "bookable.least_minutes": "60",
  "bookable.most_minutes": "120",
  "bookable.people": "4",
  "booking.name": "Quelqu’un",
  "booking.email": "quelquun@exemple.fr",
  "booking.ends_at": "2026-03-29T02:30:00Z",
  "booking.lang": "fr",
  "booking.ended_at": "2026-03-29T02:30:00Z",
  "campaign.waves": "{2026-09-01}",
  "commitment_state.commitment": "1.1",
  "confirmation_mail.wave": "1",
  "custody_event.condition": "good",
  "custody_event.kind": "noted",
  "custody_photo.position": "1",
  "declared_figure.indicator": "I3.4",
  "date_follower.email": "quelquun@exemple.fr",
  "date_follower.lang": "fr",
  "followed_calendar.address": "https://exemple.fr/agenda.ics",
  "followed_calendar.failure": "unreachable",
  "followed_calendar.failures": "1",
  "freshness_rule.to_confirm_months": "18",
  "convention.until_day": "2027-08-31",
  "letter_batch.association_ids": "{00000000-0000-4000-8000-0000000000fe}",
  "letter_batch.printed": "1",
  "equipment_review.decision": "move",
  "equipment_review.until_day": "2026-03-29",
  "equipment_model.slug": "videoprojecteur",
  "inventory_import.state": "applied",
  "inventory_import.header": "{Nom,Qté}",
  "inventory_import.targets": "{name,quantity}",
  "inventory_line.choice": "left",
  "lending_place.slot_minutes": "30",
  "loan.code": "ABC234",
  "loan.decided_how": "agent",
  "loan.state": "asked",
  "loan.until_at": "2026-03-29T02:30:00Z",
  "loan_notice.kind": "by_hand",
  "loan_refusal.rule": "not_free",
  "mail_refusal.purpose": "confirmation",
  "neighbour.address": "https://exemple.fr/api/open-referral/organizations",
  "neighbour.failure": "unreachable",
  "neighbour.failures": "1",
  "occurrence.state": "planned",
  "occurrence.ends_at": "2026-03-29T02:30:00Z",
  "registration.ended_at": "2026-03-29T02:30:00Z",
  "registration.lang": "fr",
  "registration.phone": "0241000000",
  "registration_date_told.state": "moved",
  "opening_rule.from_minute": "540",
  "opening_rule.until_minute": "720",
  "reminder_rule.quiet_months": "{8}",
  "resource_place.slug": "espace",
  "support_event.source_kind": "hand",
  "signature.how": "drawn",
  "signature.kind": "condition",
  "template_version.kind": "bon_de_pret",
  "seat.notices": "1",
  "seat.state": "taken",
  "seat_counter.owner": "activities",
};

const sample: Record<string, unknown> = {
  text: "Été à l’école \\ « d’œuvre »\t\n🙂",
  uuid: "00000000-0000-4000-8000-0000000000ff",
  date: "2026-02-28",
  integer: 7,
  smallint: 1,
  bigint: 9_007_199_254_740_991n,
  boolean: true,
  "double precision": 0.1,
  "timestamp with time zone": "2026-03-29T01:30:00.123456Z",
  jsonb: '{"a": [1, null, "é"]}',
  tsvector: "'1~judo':1A",
  "double precision[]": [47.5, -0.55],
  "uuid[]": ["00000000-0000-4000-8000-0000000000fe"],
  "text[]": ["un", "deux, trois", 'quatre "cinq"', ""],
};

/** Writes one row in each table of a commune that has none, parents first. Gives the tables it could not fill, and why. */
export async function fillEveryTable(client: pg.Client, communeId: number): Promise<string[]> {
  const left: string[] = [];
  await client.query("select set_config('app.commune', $1, false)", [String(communeId)]);
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1",
  );
  for (let round = 0, waiting = rows.map((row) => row.name); round < 5 && waiting.length; round++) {
    left.length = 0;
    const again: string[] = [];
    for (const table of waiting) {
      const fault = await fillOne(client, table);
      if (!fault) continue;
      again.push(table);
      left.push(`${table}: ${fault}`);
    }
    waiting = again;
  }
  return left;
}

async function fillOne(client: pg.Client, table: string): Promise<string | undefined> {
  const { rowCount } = await client.query(`select 1 from ${pg.escapeIdentifier(table)} limit 1`);
  if (rowCount) return undefined;
  try {
    const values = new Map<string, unknown>();
    for (const link of await links(client, table)) await follow(client, link, values);
    if (values.get("commune_id") === null) values.delete("commune_id");
    const checks = await checksOf(client, table);
    for (const column of await columnsOf(client, table))
      if (!values.has(column.name) && column.name !== "commune_id")
        values.set(column.name, sampleOf(table, column, checks));
    const names = [...values.keys()].map(pg.escapeIdentifier).join(", ");
    const marks = [...values.keys()].map((_, i) => `$${i + 1}`).join(", ");
    await client.query(`insert into ${pg.escapeIdentifier(table)} (${names}) values (${marks})`, [
      ...values.values(),
    ]);
    return undefined;
  } catch (fault) {
    return (fault as Error).message;
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required, atthasdef as "hasDefault"
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows;
}

async function links(client: pg.Client, table: string): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `select confrelid::regclass::text as parent,
       array(select attname::text from unnest(conkey) k join pg_attribute on attrelid = conrelid and attnum = k) as columns,
       array(select attname::text from unnest(confkey) k join pg_attribute on attrelid = confrelid and attnum = k) as "parentColumns"
     from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
    [table],
  );
  return rows;
}

/** Takes the keys of a row of the parent; the second of two links to one parent takes the next row. */
async function follow(client: pg.Client, link: Link, values: Map<string, unknown>): Promise<void> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${link.parentColumns.map(pg.escapeIdentifier).join(", ")} from ${link.parent} order by 1, 2 limit 5`.replace(
      / order by 1, 2 /,
      link.parentColumns.length > 1 ? " order by 1, 2 " : " order by 1 ",
    ),
  );
  const used = new Set([...values.values()].map(String));
  const own = link.parentColumns.findIndex((name) => name !== "commune_id");
  const row = rows.find((one) => !used.has(String(one[link.parentColumns[own] ?? ""]))) ?? rows[0];
  // The first row of a table that points to itself points nowhere: its commune comes from its other links.
  link.columns.forEach((name, i) => {
    const value = row?.[link.parentColumns[i] ?? ""] ?? null;
    if (value !== null || !values.has(name)) values.set(name, value);
  });
}

async function checksOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  );
  return rows.map((row) => row.text);
}

function sampleOf(table: string, column: Column, checks: readonly string[]): unknown {
  const told = known[`${table}.${column.name}`];
  if (told) return told;
  const check = checks.find((text) => new RegExp(`\\b${column.name}\\b`).test(text));
  const listed = check?.match(/ARRAY\['([^']*)'/)?.[1];
  if (listed && column.type.startsWith("text"))
    return column.type.endsWith("[]") ? [listed] : listed;
  if (check && !column.required) return null;
  if (column.name.includes("email") && check) return "quelquun@exemple.fr";
  if (check?.includes("cardinality")) return ["un", "deux"];
  if (column.name === "host") return "exemple.test";
  return sample[column.type] ?? null;
}
