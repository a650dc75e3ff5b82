import { sql } from "kysely";
import { flat } from "../associations/index.ts";
import type { Searching } from "../communes/index.ts";
import type { NewsKind, NewsState } from "./codes.ts";
import { newsWriters } from "./desk/who.ts";
import { urls } from "./urls.ts";

/** News by title or by text, whatever became of it. */
export const newsSearching: Searching = async ({ tx, t, person }, { plain }, most) => {
  if (!plain || !newsWriters.allows(person)) return [];
  const { rows } = await sql<{ id: string; title: string; kind: NewsKind; state: NewsState }>`
    select news_id as id, title, kind, state from news_item
    where position(${plain} in ${flat("title")}) > 0 or position(${plain} in ${flat("body")}) > 0
    order by position(${plain} in ${flat("title")}) = 0, changed_at desc, news_id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ id, title, kind, state }) => ({
    kind: "news",
    path: urls.one(id),
    icon: "newspaper",
    title,
    detail: `${t(`news:kind.${kind}.one`)}, ${t(`newsdesk:state.${state}`).toLowerCase()}`,
  }));
};
