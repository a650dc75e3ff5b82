import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql, type Kysely } from "kysely";
import { projectRoot } from "../platform/config.ts";
import type { DB } from "../platform/db/types.ts";
import { freshDatabase } from "./database.ts";

const pictureFile = join(projectRoot, "db/schema.sql");
const typesFile = join(projectRoot, "src/platform/db/types.ts");

/** Rewrites the picture of the schema and the table types from a migrated database. */
export async function writeSchema(): Promise<void> {
  const fresh = await freshDatabase();
  writeFileSync(pictureFile, await picture(fresh.database.outside));
  writeFileSync(typesFile, await tableTypes(fresh.database.outside));
  await fresh.drop();
}

/** The picture and types as checked in, beside those of a migrated database. */
export async function schemaDrift(db: Kysely<DB>) {
  return {
    picture: { kept: readFileSync(pictureFile, "utf8"), real: await picture(db) },
    types: { kept: readFileSync(typesFile, "utf8"), real: await tableTypes(db) },
  };
}

type Column = {
  table: string;
  column: string;
  type: string;
  required: boolean;
  hasDefault: boolean;
};

async function columns(db: Kysely<DB>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as required, a.atthasdef or a.attidentity <> '' as "hasDefault"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`.execute(db);
  return rows;
}

async function picture(db: Kysely<DB>): Promise<string> {
  const parts = [
    "-- The schema as migrated. Written by `npm run schema`; a test fails when it lies.",
  ];
  const byTable = Map.groupBy(await columns(db), (column) => column.table);
  const { rows: constraints } = await sql<{ table: string; line: string }>`
    select c.conrelid::regclass::text as table, '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint c where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
    order by 1, contype desc, conname`.execute(db);
  for (const [table, list] of byTable) {
    const lines = list.map(
      (c) =>
        `  ${c.column} ${c.type}${c.required ? " not null" : ""}${c.hasDefault ? " default" : ""}`,
    );
    for (const constraint of constraints)
      if (constraint.table === table) lines.push(constraint.line);
    parts.push(`table ${table} (\n${lines.join(",\n")}\n);`);
  }
  const { rows: others } = await sql<{ line: string }>`
    select line from (select pg_get_indexdef(indexrelid) || ';' as line from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint where conindid = indexrelid)
    union all select 'policy ' || policyname || ' on ' || tablename || ' using ' || qual || ';' from pg_policies where schemaname = 'public'
    union all select 'function ' || proname || '(' || pg_get_function_arguments(oid) || ')' || case when prosecdef then ' security definer' else '' end
      || ' -- ' || md5(regexp_replace(prosrc, '\s+', ' ', 'g')) from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e')
    ) as lines order by line collate "C"`.execute(db);
  return `${[...parts, ...others.map((row) => row.line)].join("\n\n")}\n`;
}

const typescript: Record<string, string> = {
  integer: "number",
  bigint: "number",
  smallint: "number",
  "double precision": "number",
  real: "number",
  boolean: "boolean",
  jsonb: "Json",
  "text[]": "string[]",
  "uuid[]": "string[]",
  "integer[]": "number[]",
  "date[]": "string[]",
  "timestamp with time zone": "Date",
};

async function tableTypes(db: Kysely<DB>): Promise<string> {
  const byTable = Map.groupBy(await columns(db), (column) => column.table);
  const out = [
    "// Written by `npm run schema` from the migrated database; a test fails when it lies.",
    'import type { ColumnType, Generated } from "kysely";',
    "",
    "/** JSON is read as it is and written as text. */",
    "type Json = ColumnType<unknown, string, string>;",
    "type OptionalJson = ColumnType<unknown, string | undefined, string>;",
    "",
  ];
  const names: string[] = [];
  for (const [table, list] of byTable) {
    out.push(`export type ${typeName(table)} = {`);
    for (const column of list) out.push(`  ${column.column}: ${columnType(column)};`);
    out.push("};", "");
    names.push(`  ${table}: ${typeName(table)};`);
  }
  return `${[...out, "export type DB = {", ...names, "};"].join("\n")}\n`;
}

function columnType(column: Column): string {
  const base = typescript[column.type] ?? "string";
  if (base === "Json")
    return column.hasDefault ? "OptionalJson" : column.required ? "Json" : "Json | null";
  if (!column.required) return `${base} | null`;
  return column.hasDefault ? `Generated<${base}>` : base;
}

const typeName = (table: string): string =>
  `${table
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("")}Row`;
