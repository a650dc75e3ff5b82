import { sql } from "kysely";
import type { Waiting } from "../../communes/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { languageWord } from "../words.ts";
import { frenchOfText } from "./queries.ts";

type Row = { id: string; name: string; lang: string; since: Date };

/** Texts whose French has changed, when nobody else is told: an agent wrote them, or nobody keeps the page. */
export const textsWaiting: Waiting = async ({ tx, t, lang, person }) => {
  if (!recordWriters.allows(person)) return [];
  const { rows } = await sql<Row>`
    select a.association_id as id, a.name, t.lang, a.updated_at as since
    from association_translation t join association a on a.association_id = t.association_id
    where a.listed and a.merged_into is null and a.state <> 'ceased'
      and t.french is distinct from coalesce(${frenchOfText}, '')
      and (t.by_kind = 'agent' or not exists (
        select from association_member m where m.association_id = a.association_id and m.role <> 'reader'))
    group by a.association_id, a.name, a.name_sort, t.lang, a.updated_at order by a.name_sort, t.lang`.execute(
    tx,
  );
  return rows.map((row) => ({
    key: `text:${row.id}:${row.lang}`,
    path: `${urls.texts(row.id)}/${row.lang}`,
    icon: "language" as const,
    words: t("texts:waiting", { language: languageWord(t, lang, row.lang) }),
    association: { id: row.id, name: row.name },
    since: row.since,
    rank: 3 as const,
  }));
};
