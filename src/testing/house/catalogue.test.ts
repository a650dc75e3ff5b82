import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { freshDatabase, type FreshDatabase } from "../database.ts";
import { schemaDrift } from "../schema-picture.ts";

/** Tables that are not one commune's, each with its reason. */
const outsideCommunes = ["migration", "commune_host"];

let fresh: FreshDatabase;
before(async () => (fresh = await freshDatabase()));
after(() => fresh.drop());

test("the picture of the schema and the table types tell the truth", async () => {
  const { picture, types } = await schemaDrift(fresh.database.outside);
  assert.equal(picture.kept, picture.real, "run `npm run schema`");
  assert.equal(types.kept, types.real, "run `npm run schema`");
});

test("every table of a commune starts its keys with commune_id and is closed by row-level security", async () => {
  const { rows: tables } = await sql<{
    name: string;
    secured: boolean;
    forced: boolean;
    policies: number;
  }>`
    select relname as name, relrowsecurity as secured, relforcerowsecurity as forced,
           (select count(*)::int from pg_policies where tablename = relname) as policies
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(
    fresh.database.outside,
  );
  const ours = tables.filter((table) => !outsideCommunes.includes(table.name));
  assert.ok(ours.length > 20);
  assert.deepEqual(
    ours.filter((table) => !table.secured || table.forced || table.policies !== 1),
    [],
  );
  const { rows: keys } = await sql<{ name: string; first: string }>`
    select conrelid::regclass || '.' || conname as name,
           (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'x')
      and conrelid::regclass::text <> all (${outsideCommunes})`.execute(fresh.database.outside);
  assert.deepEqual(
    keys.filter((key) => key.first !== "commune_id" && key.name !== "commune.commune_slug_unique"),
    [],
  );
  const { rows: indexes } = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index join pg_class c on c.oid = indrelid
    where c.relnamespace = 'public'::regnamespace and indisunique and c.relname <> all (${outsideCommunes})
      and (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) <> 'commune_id'
      and indexrelid::regclass::text <> 'commune_slug_unique'`.execute(fresh.database.outside);
  assert.deepEqual(indexes, []);
});

test("codes are text, never enum types", async () => {
  const { rows } =
    await sql`select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`.execute(
      fresh.database.outside,
    );
  assert.deepEqual(rows, []);
});

test("functions that see past row-level security fix their search path", async () => {
  const { rows } = await sql<{ proname: string }>`
    select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(array_to_string(proconfig, ' '), '') like '%search_path=%'`.execute(
    fresh.database.outside,
  );
  assert.deepEqual(rows, []);
});

test("the runtime role owns nothing and bypasses nothing", async () => {
  const { rows } = await sql<{ risky: boolean }>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
      or exists (select 1 from pg_class where relowner = pg_roles.oid) as risky
    from pg_roles where rolname = current_user`.execute(fresh.database.outside);
  assert.deepEqual(rows, [{ risky: false }]);
});
