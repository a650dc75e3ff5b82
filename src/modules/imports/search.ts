import { sql } from "kysely";
import { longDay } from "../../ui/dates.ts";
import type { Searching } from "../communes/index.ts";
import { importers } from "./tasks.ts";
import { urls } from "./urls.ts";

/** Imports by the name of their file. */
export const importsSearching: Searching = async ({ tx, lang, person }, { text }, most) => {
  if (!importers.allows(person)) return [];
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select import_id as id, file_name as name, made_at as at from import
    where position(${text.toLowerCase()} in lower(file_name)) > 0
    order by made_at desc, import_id limit ${most}`.execute(tx);
  return rows.map(({ id, name, at }) => ({
    kind: "imports",
    path: urls.one(id),
    icon: "import",
    title: name,
    detail: longDay(lang, at),
  }));
};
