import { sql } from "kysely";
import type { AssociationFacts, ImageDiff } from "../../associations/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Leader } from "../matching/match.ts";
import { storable } from "./json.ts";

/** Before anything is decided: refused and outside lines are what they are, the others follow their leader. */
export async function resetLines(tx: Tx, importId: string): Promise<void> {
  await sql`
    update import_line set
      outcome = case when staged <> 'read' then staged when leader is not null then 'merged' end,
      merged_into_line = leader, association_id = null, change = '{}', kept = '{}', personal = null, image = null,
      reason = case when staged = 'read' then null else reason end
    where import_id = ${importId}`.execute(tx);
  await tx.deleteFrom("import_duplicate").where("import_id", "=", importId).execute();
}

/** The first line of each association of the file, with what it is recognised by. */
export async function leadersOf(tx: Tx, importId: string): Promise<Leader[]> {
  const { rows } = await sql<{
    line: number;
    name: string;
    rna: string | null;
    siret: string | null;
    siren: string | null;
    successor: string | null;
    town: string | null;
    key: string;
  }>`
    select line, name, key, facts->>'rna' as rna, facts->>'siret' as siret, facts->>'siren' as siren,
           facts->>'successorRna' as successor, facts->'seat'->>'town' as town
    from import_line where import_id = ${importId} and staged = 'read' and leader is null order by line`.execute(
    tx,
  );
  const earlier = await earlierDecisions(tx, importId);
  return rows.map((row) => ({
    line: row.line,
    earlier: earlier.get(row.key),
    name: row.name,
    rna: row.rna ?? undefined,
    siret: row.siret ?? undefined,
    siren: row.siren ?? undefined,
    successorRna: row.successor ?? undefined,
    town: row.town ?? undefined,
  }));
}

/** What the latest import in force made of lines that say to be the same as these. */
async function earlierDecisions(
  tx: Tx,
  importId: string,
): Promise<Map<string, NonNullable<Leader["earlier"]>>> {
  await withoutLoops(tx);
  const { rows } = await sql<{
    key: string;
    id: string;
    reason: string | null;
    detail: string | null;
  }>`
    select distinct on (l.key) l.key, l.association_id as id, l.reason, l.detail
    from import_line mine
    join import_line l on l.key = mine.key and l.leader is null and l.staged = 'read'
      and l.association_id is not null
    join import i on i.import_id = l.import_id and i.state = 'applied'
    where mine.import_id = ${importId} and mine.leader is null and mine.staged = 'read'
    order by l.key, i.applied_at desc`.execute(tx);
  await withLoops(tx);
  return new Map(
    rows.map(({ key, id, reason, detail }) => [
      key,
      {
        id,
        former: reason === "former",
        taken: (detail?.split(",") ?? []) as ("rna" | "siret" | "siren")[],
      },
    ]),
  );
}

export async function factsOfLines(
  tx: Tx,
  importId: string,
  lines: readonly number[],
): Promise<Map<number, AssociationFacts>> {
  const rows = await tx
    .selectFrom("import_line")
    .select(["line", "facts"])
    .where("import_id", "=", importId)
    .where("line", "=", sql<number>`any(${lines}::integer[])`)
    .execute();
  return new Map(rows.map((row) => [row.line, row.facts as unknown as AssociationFacts]));
}

/** What was decided of a line that speaks for an association. */
export type Decided = {
  line: number;
  outcome: "created" | "changed" | "unchanged";
  association_id?: string | undefined;
  reason?: string | undefined;
  /** Numbers it states that belong to another association, with a comma. */
  detail?: string | undefined;
  change?: Record<string, unknown>;
  kept?: Record<string, unknown>;
  personal?: Record<string, unknown> | undefined;
  image?: ImageDiff | undefined;
};

export async function writeDecided(
  tx: Tx,
  importId: string,
  decided: readonly Decided[],
): Promise<void> {
  await sql`
    update import_line l set outcome = r.outcome, association_id = r.association_id, reason = r.reason,
      detail = r.detail, change = coalesce(r.change, '{}'), kept = coalesce(r.kept, '{}'), personal = r.personal,
      image = r.image
    from jsonb_to_recordset(${storable(decided)}::jsonb) as r(line integer, outcome text, association_id uuid,
      reason text, detail text, change jsonb, kept jsonb, personal jsonb, image jsonb)
    where l.import_id = ${importId} and l.line = r.line`.execute(tx);
}

/** Lines that joined another leader, and those that followed them. */
export async function writeJoined(
  tx: Tx,
  importId: string,
  joined: readonly { line: number; leader: number; by: string; taken: readonly string[] }[],
): Promise<void> {
  if (joined.length === 0) return;
  await sql`
    update import_line l set outcome = 'merged', merged_into_line = r.leader,
      reason = case when l.line = r.line then r.by end,
      detail = case when l.line = r.line then nullif(array_to_string(r.taken, ','), '') end
    from jsonb_to_recordset(${JSON.stringify(joined)}::jsonb)
      as r(line integer, leader integer, by text, taken text[])
    where l.import_id = ${importId} and (l.line = r.line or l.leader = r.line)`.execute(tx);
}

/** Merged lines lead to the association of the line they joined. */
export async function linkMerged(tx: Tx, importId: string): Promise<void> {
  await withoutLoops(tx);
  await sql`
    update import_line l set association_id = k.association_id
    from import_line k
    where l.import_id = ${importId} and k.import_id = ${importId} and l.outcome = 'merged'
      and k.line = l.merged_into_line and k.association_id is not null`.execute(tx);
  await withLoops(tx);
}

/** Rows written a moment ago have no statistics yet: PostgreSQL would loop over them squared. */
const withoutLoops = (tx: Tx) => sql`set local enable_nestloop = off`.execute(tx);
const withLoops = (tx: Tx) => sql`set local enable_nestloop = on`.execute(tx);
