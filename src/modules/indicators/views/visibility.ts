import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { compared, type Indicator, type Period } from "../../communes/index.ts";
import { channelWords } from "./indicators.ts";
import type { Counted } from "./queries.ts";

/** Views of associations on the commune's media: their pages, those of their activities, and what is shown of them elsewhere. */
const seen = ({ from, to }: Period) => sql`
  select v.channel, v.views, coalesce(a.association_id, b.association_id) as association_id
  from visit_count v
  left join association a on a.association_id::text = v.subject_id
  left join activity b on b.activity_id::text = v.subject_id
  where v.day between ${from}::date and ${to}::date
    and (v.page_kind in ('association', 'activity', 'calendar') or v.channel in ('widget', 'feed'))`;

export async function visibilityOver(tx: Tx, period: Period) {
  const { rows } = await sql<Counted>`
    select channel as code, sum(views)::integer as views from (${seen(period)}) s
    group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}

export async function associationsSeen(tx: Tx, period: Period) {
  const { rows } = await sql<{ name: string | null; slug: string | null; views: number }>`
    select o.name, o.slug, sum(s.views)::integer as views from (${seen(period)}) s
    left join association a on a.association_id = s.association_id
    left join association o on o.association_id = coalesce(a.merged_into, a.association_id)
    group by o.association_id, o.name, o.slug order by 3 desc, o.name`.execute(tx);
  return rows;
}

const sum = (counted: readonly Counted[], ...channels: string[]): number =>
  counted
    .filter(({ code }) => !channels.length || channels.includes(code))
    .reduce((total, { views }) => total + views, 0);

/** I6.1: views of association pages, of widgets and of feeds, robots left out. */
export const visibility: Indicator = {
  id: "I6.1",
  counts: "views",
  rowsFor: anyStaff,
  read: async (tx, question) => {
    const { period, before, t, lang } = question;
    const now = await visibilityOver(tx, period);
    const earlier = sum(await visibilityOver(tx, before));
    const named = (await associationsSeen(tx, period)).filter(({ slug }) => slug !== null);
    const number = (value: number) => value.toLocaleString(lang);
    return {
      figure: sum(now),
      previous: earlier,
      value: number(sum(now)),
      words: t("indicators:visibility.words", { count: sum(now) }),
      note: compared(question, sum(now), earlier),
      facts: [
        { term: t("indicators:visibility.pages"), value: number(sum(now, "site", "api")) },
        { term: t("indicators:visibility.widgets"), value: number(sum(now, "widget")) },
        { term: t("indicators:visibility.feeds"), value: number(sum(now, "feed")) },
        { term: t("indicators:visibility.associations"), value: number(named.length) },
      ],
      charts: [
        {
          kind: "bars",
          title: t("indicators:visibility.byChannel"),
          labels: t("indicators:column.channel"),
          values: t("indicators:visibility.value"),
          data: now.map(({ code, views }) => ({ label: channelWords(t, code), value: views })),
        },
      ],
    };
  },
  rows: async (tx, { period, t }, limit) => {
    const rows = await associationsSeen(tx, period);
    return {
      total: rows.length,
      linked: 0,
      columns: [t("indicators:column.association"), t("indicators:visibility.value")],
      lines: rows.slice(0, limit).map(({ name, slug, views }) => ({
        href: slug ? `/associations/${slug}` : undefined,
        cells: [name, views],
      })),
    };
  },
};
