import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { projectRoot } from "../../../platform/config.ts";
import { openDemonstration } from "../../../testing/demonstration.ts";
import { fillEveryTable } from "../../../testing/every-table.ts";
import type { TestSite } from "../../../testing/site.ts";
import { papersOf } from "../documents/queries.ts";
import { doublesOf } from "./doubles.testing.ts";
import { following, followingTables, keyOf, type FollowingTable } from "./following.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openDemonstration();
  desk = doublesOf(site);
});
after(() => site.close());

/** Gives an association one row of each table that goes with a record. */
async function everything(associationId: string): Promise<void> {
  const client = new pg.Client({ connectionString: site.ownerUrl });
  await client.connect();
  try {
    assert.deepEqual(await fillEveryTable(client, site.communeId), []);
    for (const [table, { of }] of following)
      if (!(await rowsOf(table, associationId)).length)
        await client.query(
          `update ${table} set ${of} = $1 where ctid = (select ctid from ${table} where commune_id = $2 limit 1)`,
          [associationId, site.communeId],
        );
  } finally {
    await client.end();
  }
}

/** Which rows of a table are an association's. */
const rowsOf = (table: FollowingTable, associationId: string) =>
  desk.write(async (tx) => {
    const way = followingTables[table];
    const { rows } = await sql<{ key: string }>`
      select ${keyOf(way)} as key from ${sql.table(table)} where ${sql.ref(way.of)} = ${associationId} order by 1`.execute(
      tx,
    );
    return rows.map(({ key }) => key);
  });

/** Gives a record the same row as another, but for its number; false when the two may not both be. */
const double = (table: FollowingTable, from: string, to: string) =>
  desk
    .write(async (tx) => {
      const { of } = followingTables[table];
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) as row from ${sql.table(table)} t where ${sql.ref(of)} = ${from} limit 1`.execute(
        tx,
      );
      const row: Record<string, unknown> = { ...rows[0]?.row, [of]: to };
      const own = primary[table];
      if (own) row[own] = crypto.randomUUID();
      for (const column of ["slug", "link_hash", "token_hash", "code_hash"])
        if (column in row) row[column] = crypto.randomUUID();
      const { rows: written } = await sql<{ name: string }>`
        select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
        tx,
      );
      const columns = sql.join(written.map(({ name }) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)`.execute(
        tx,
      );
    })
    .then(
      () => true,
      () => false,
    );

/** The column that numbers the rows of a table by itself, where there is one. */
const primary: Partial<Record<FollowingTable, string>> = Object.fromEntries(
  following.flatMap(([table, { key, same }]) =>
    key === null || same?.startsWith(`k.${key}`) ? [] : [[table, key]],
  ),
);

const merged = async (kept: string, absorbed: string): Promise<string> => {
  const revisions = await desk.revisions(kept, absorbed);
  const choices = { name: "kept", aims: "kept" } as const;
  const done = await desk.merge({ kept, absorbed, choices, revisions });
  assert.ok("mergeId" in done, JSON.stringify(done));
  return done.mergeId;
};

test("everything that goes with a record follows it through two merges, what both had once, and comes back", async () => {
  const [one, other] = await desk.pair("Tir à l’arc");
  const [third, fourth] = await desk.pair("Danse du lac");
  await everything(other);
  const had = new Map<FollowingTable, string[]>();
  for (const [table] of following) {
    had.set(table, await rowsOf(table, other));
    assert.notDeepEqual(had.get(table), [], table);
  }
  const both = new Set<FollowingTable>();
  for (const [table] of following)
    if ((await double(table, other, third)) || (await rowsOf(table, third)).length) both.add(table);
  for (const [table, { same }] of following) if (same) assert.ok(both.has(table), table);
  const was = await desk.dump();

  const first = await merged(one, other);
  for (const [table, { same }] of following) {
    const now = await rowsOf(table, one);
    if (!same) assert.deepEqual(had.get(table)?.filter((key) => !now.includes(key)), [], table); // prettier-ignore
    assert.notDeepEqual(now, [], table);
  }
  const second = await merged(third, one);
  for (const [table] of following) assert.notDeepEqual(await rowsOf(table, third), [], table);
  assert.deepEqual((await rowsOf("access_review", third)).length, 1);
  assert.equal((await desk.known(other)).mergedInto, third, "leads to the living one");
  const papers = await desk.write((tx) => papersOf(tx, third));
  assert.equal(papers.length, 2, "the paper both had is read too");
  const last = await merged(fourth, third);
  assert.equal((await desk.known(other)).mergedInto, fourth);

  for (const id of [last, second, first]) assert.deepEqual(await desk.split(id), { done: true });
  const is = await desk.dump();
  for (const table of Object.keys(was)) assert.deepEqual(is[table], was[table], table);
});

test("a record merged twice before merges led on leads to the living one once migrated", async () => {
  const chain = await Promise.all(
    ["Un", "Deux", "Trois", "Quatre"].map((name) => desk.created(name)),
  );
  const lead = (of: string | undefined, to: string | undefined) =>
    desk.write((tx) =>
      tx
        .updateTable("association")
        .set({ merged_into: to ?? null })
        .where("association_id", "=", of ?? "")
        .execute(),
    );
  for (const at of [0, 1, 2]) await lead(chain[at], chain[at + 1]);
  const migration = join(projectRoot, "db/migrations/0067_merges_lead_to_the_living.sql");
  await desk.write((tx) => sql.raw(readFileSync(migration, "utf8")).execute(tx));
  for (const id of chain.slice(0, 3)) assert.equal((await desk.known(id)).mergedInto, chain[3]);
  assert.equal((await desk.known(chain[3] ?? "")).mergedInto, null);
});
