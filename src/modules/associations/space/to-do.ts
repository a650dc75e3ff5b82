import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { longDay } from "../../../ui/dates.ts";
import type { SpaceToDo } from "../../people/index.ts";
import type { Section } from "../codes.ts";
import { warnedDays, type DocumentKind } from "../documents/rules.ts";
import { mayDo, reviewDue } from "../members/rules.ts";
import { frenchOfText } from "../translations/queries.ts";
import { urls } from "../urls.ts";
import { languageWord } from "../words.ts";

type Row = {
  id: string;
  stale: Section[];
  reviewedOn: string | null;
  month: number | null;
  texts: string[];
  papers: { kind: DocumentKind; until: string }[];
  waiting: number;
};

/** What somebody has to do in each of their associations, the most useful first: one question for all of them. */
export async function toDoInSpace(ask: Ask): Promise<SpaceToDo[]> {
  const { associations, email } = requirePerson(ask);
  const today = dayOf(ask.now);
  const rows = await stateOf(ask, associations.map(({ id }) => id), today); // prettier-ignore
  const { t, lang } = ask;
  const todo: (SpaceToDo & { rank: number })[] = [];
  for (const row of rows) {
    const one = associations.find(({ id }) => id === row.id);
    if (!one) continue;
    const add = (rank: number, said: Omit<SpaceToDo, "association">) =>
      todo.push({ rank, association: { id: one.id, name: one.name }, ...said });
    if (row.stale.length && mayDo(one, "listing"))
      add(1, {
        words: t("space:home.stale", { count: row.stale.length }),
        detail: row.stale.map((section) => t(`associations:section.${section}`)).join(", "),
        path: urls.spaceConfirm(one.id),
        action: t("space:home.confirm"),
        icon: "done",
      });
    if (row.texts.length && mayDo(one, "listing"))
      add(2, {
        words: t("texts:task"),
        detail: row.texts.map((code) => languageWord(t, lang, code)).join(", "),
        path: urls.spaceTexts(one.id),
        action: t("texts:reread"),
        icon: "language",
      });
    if (mayDo(one, "documents"))
      for (const { kind, until } of row.papers)
        add(until < today ? 2 : 3, {
          words: t(until < today ? "space:home.paperEnded" : "space:home.paperEnds", {
            kind: t(`documents:kind.${kind}`),
            day: longDay(lang, until),
          }),
          path: urls.spaceDocuments(one.id),
          action: t("space:home.paperGive"),
          icon: "document",
        });
    const review = row.reviewedOn && { reviewedOn: row.reviewedOn, assemblyMonth: row.month };
    if (review && one.role === "owner" && reviewDue(today, review))
      add(4, {
        words: t("space:review.title"),
        path: urls.spacePeople(one.id),
        action: t("space:home.look"),
        icon: "people",
      });
    if (row.waiting && mayDo(one, "people"))
      add(5, {
        words: t("space:home.waiting", { count: row.waiting }),
        path: urls.spacePeople(one.id),
        action: t("space:home.seePeople"),
        icon: "people",
      });
  }
  for (const name of await invitedTo(ask, email))
    todo.push({ rank: 0, words: t("space:home.invited", { name }) });
  return todo.sort((one, other) => one.rank - other.rank).map(({ rank: _, ...said }) => said);
}

/** Where the associations of somebody stand on a day, in the order of their names. */
async function stateOf({ tx, now }: Ask, ids: readonly string[], today: string): Promise<Row[]> {
  if (!ids.length) return [];
  const { rows } = await sql<Row>`
    select a.association_id as id,
      array(select section from section_freshness(${today}::date) f
        where f.association_id = a.association_id and f.level <> 'up_to_date' order by section) as stale,
      array(select distinct t.lang from association_translation t where t.association_id = a.association_id
        and t.french is distinct from coalesce(${frenchOfText}, '') order by 1) as texts,
      coalesce(r.reviewed_on, (select (min(m.since) at time zone 'Europe/Paris')::date
        from association_member m where m.association_id = a.association_id)) as "reviewedOn",
      r.assembly_month as month,
      coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'until', d.expires_on) order by d.expires_on)
        from association_document d where d.association_id = a.association_id and d.replaced_at is null
          and d.removed_at is null and d.expires_on <= ${addDays(today, warnedDays)}::date), '[]') as papers,
      (select count(*)::integer from association_invitation i where i.association_id = a.association_id
        and i.accepted_at is null and not i.claimed and i.expires_at > ${now}) as waiting
    from association a left join access_review r on r.association_id = a.association_id
    where a.association_id = any(${ids}::uuid[]) and a.merged_into is null
    order by a.name_sort`.execute(tx);
  return rows;
}

/** Associations whose invitation waits in their mailbox: only its link opens it. */
async function invitedTo({ tx, now }: Ask, email: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct a.name from association_invitation i join association a on a.association_id = i.association_id
    where i.email = ${email} and i.accepted_at is null and not i.claimed and i.expires_at > ${now}
      and a.merged_into is null order by a.name`.execute(tx);
  return rows.map(({ name }) => name);
}
