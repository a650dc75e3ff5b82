import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import type pg from "pg";
import { addCommune } from "../../modules/communes/index.ts";
import { openDatabase } from "../../platform/db/database.ts";
import { asOwner, freshDatabase, type FreshDatabase } from "../database.ts";

let fresh: FreshDatabase;
let here: number;
let elsewhere: number;
before(async () => {
  fresh = await freshDatabase();
  here = await addCommune(fresh.ownerUrl, { slug: "ici", name: "Ici", hosts: ["ici.test"] });
  elsewhere = await addCommune(fresh.ownerUrl, {
    slug: "ailleurs",
    name: "Ailleurs",
    hosts: ["ailleurs.test"],
  });
});
after(() => fresh.drop());

const communeTables = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_attribute a on attrelid = pg_class.oid and attname = 'commune_id'
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1`.execute(
    fresh.database.outside,
  );
  return rows.map((row) => row.name);
};

const sample: Record<string, string> = {
  text: "'x'",
  uuid: "gen_random_uuid()",
  date: "current_date",
  integer: "1",
  smallint: "1",
  bigint: "1",
  boolean: "false",
  json: "'{}'",
  jsonb: "'{}'",
  tsvector: "''",
  "double precision": "1",
  "timestamp with time zone": "now()",
};

/** One row of commune `here` in a table: foreign keys and checks are dropped first, since only who sees it matters. */
async function oneRow(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attname <> 'commune_id'`,
    [table],
  );
  const names = ["commune_id", ...rows.map((column) => column.name)];
  const values = [
    String(here),
    ...rows.map(({ type }) => (type.endsWith("[]") ? "'{}'" : (sample[type] ?? "null"))),
  ];
  await client.query(`insert into ${table} (${names.join(", ")}) values (${values.join(", ")})`);
}

const counted = (table: string) =>
  sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.table(table)} where commune_id = ${here}`;

test("no table shows a row of another commune, nor any row outside a commune", async () => {
  const tables = await communeTables();
  await asOwner(fresh.name, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as line from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('f', 'c')`,
    );
    for (const { line } of rows) await client.query(line);
    for (const table of tables.filter((name) => !["commune", "content_version"].includes(name)))
      await oneRow(client, table);
  });
  for (const table of tables) {
    const own = await fresh.database.read(here, (tx) => counted(table).execute(tx));
    assert.ok((own.rows[0]?.n ?? 0) >= 1, `${table} shows its own row`);
    const seen = await fresh.database.read(elsewhere, (tx) => counted(table).execute(tx));
    assert.equal(seen.rows[0]?.n, 0, table);
    const outside = await counted(table).execute(fresh.database.outside);
    assert.equal(outside.rows[0]?.n, 0, `${table} outside any commune`);
  }
});

test("a row cannot be written for another commune, in any table", async () => {
  for (const table of await communeTables()) {
    await assert.rejects(
      fresh.database.write(elsewhere, (tx) =>
        sql`insert into ${sql.table(table)} (commune_id) values (${here})`.execute(tx),
      ),
      /row-level security|permission denied/,
      table,
    );
    const moved = fresh.database.write(elsewhere, (tx) =>
      sql`update ${sql.table(table)} set commune_id = ${elsewhere} where commune_id = ${here}`.execute(
        tx,
      ),
    );
    const count = await moved.then(
      (result) => Number(result.numAffectedRows ?? 0),
      () => 0,
    );
    assert.equal(count, 0, table);
  }
});

test("two communes interleaved on a pool of one connection never mix", async () => {
  const single = openDatabase(fresh.appUrl, { connections: 1 });
  const ask = (communeId: number, read: "read" | "readPublic") =>
    single[read](communeId, async (tx) => {
      const { rows } = await sql<{
        id: number;
        slug: string;
      }>`select current_commune() as id, (select slug from commune) as slug`.execute(tx);
      return rows[0];
    });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      ask(i % 2 ? here : elsewhere, i % 3 ? "read" : "readPublic"),
    ),
  );
  answers.forEach((answer, i) =>
    assert.deepEqual(
      answer,
      i % 2 ? { id: here, slug: "ici" } : { id: elsewhere, slug: "ailleurs" },
    ),
  );
  for (const read of ["read", "readPublic"] as const)
    await assert.rejects(
      single[read](here, async (tx) => {
        await sql`select 1`.execute(tx);
        throw new Error("broken midway");
      }),
      /broken midway/,
    );
  const { rows } = await sql<{ id: number | null }>`select current_commune() as id`.execute(
    single.outside,
  );
  assert.equal(rows[0]?.id, null, "a connection given back belongs to no commune");
  await single.close();
});
