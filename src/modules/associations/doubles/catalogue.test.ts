import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { doublesOf } from "./doubles.testing.ts";
import { following, left } from "./following.ts";
import { owned } from "./images.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
});
after(() => site.close());

type Named = { table: string; column: string };

/** Every column of the catalogue that names an association, by a foreign key or by what it is called. */
const naming = async (): Promise<Named[]> =>
  desk.write(async (tx) => {
    const { rows } = await sql<Named>`
      select distinct c.relname as table, a.attname as column
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname <> 'commune_id'
        and (c.relname, a.attname) <> ('association', 'association_id')
        and (exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
            and k.confrelid = 'association'::regclass and a.attnum = any(k.conkey))
          or (a.attname ~ 'association' and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)))
      order by 1, 2`.execute(tx);
    return rows;
  });

test("whatever names an association is part of a record, goes with it, or is left with a reason", async () => {
  const known = new Set([
    ...owned.map((table) => `${table}.association_id`),
    ...following.map(([table, { of }]) => `${table}.${of}`),
    ...Object.keys(left),
  ]);
  const named = (await naming()).map(({ table, column }) => `${table}.${column}`);
  assert.deepEqual(
    named.filter((one) => !known.has(one)),
    [],
    "say in `following.ts` what a merge does of it",
  );
  assert.deepEqual([...known].filter((one) => !named.includes(one)), [], "no longer there"); // prettier-ignore
  const twice = following.filter(([table, { of }]) => `${table}.${of}` in left);
  assert.deepEqual(twice, []);
});

/** Columns, beside the association, of each unique index of a table that goes with a record. */
const uniqueBeside = (table: string, of: string) =>
  desk.write(async (tx) => {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select i.indexrelid::regclass::text as name,
        array(select attname::text from pg_attribute where attrelid = i.indrelid and attnum = any(i.indkey)
          and attname not in ('commune_id', ${of})) as columns
      from pg_index i where i.indrelid = ${table}::regclass and i.indisunique
        and exists (select from pg_attribute where attrelid = i.indrelid and attname = ${of} and attnum = any(i.indkey))`.execute(
      tx,
    );
    return rows;
  });

test("what both records may not have at once is compared by all that makes it unique", async () => {
  for (const [table, { of, same = "" }] of following)
    for (const { name, columns } of await uniqueBeside(table, of)) {
      assert.notEqual(same, "", name);
      for (const column of columns) assert.match(same, new RegExp(`\\bk\\.${column}\\b`), name);
    }
});
