import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Waiting } from "../../communes/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";

/** At most so many listings at once: those of the highest priority. */
const shown = 100;
/** Days during which a listing is let alone once its association was asked by mail. */
const askedDays = 14;

type Row = { id: string; name: string; since: Date };

/** Listings nobody confirmed for too long and that wait for no answer: the agent calls. */
export const staleWaiting: Waiting = async ({ tx, t, person, now }) => {
  if (!recordWriters.allows(person)) return [];
  const { rows } = await sql<Row>`
    with rule as (
      select (${dayOf(now)}::date - make_interval(months => to_confirm_months))::date::timestamp
        at time zone 'Europe/Paris' as since
      from freshness_rules() where section = 'places')
    select a.association_id as id, a.name, coalesce(last.at, a.created_at) as since
    from association a cross join rule
    join association_priority() p on p.association_id = a.association_id
    left join (select association_id, max(confirmed_at) as at from confirmation
      where section = 'places' group by association_id) last on last.association_id = a.association_id
    where a.listed and a.merged_into is null and a.state = 'active'
      and (last.at is null or last.at < rule.since)
      and not exists (select from confirmation_link l where l.commune_id = a.commune_id
        and l.association_id = a.association_id and l.made_at > ${now}::timestamptz - make_interval(days => ${askedDays}))
    order by p.score desc, a.name_sort, a.association_id limit ${shown}`.execute(tx);
  const words = t("day:waiting.stale");
  return rows.map(({ id, name, since }) => ({
    key: `stale:${id}`,
    path: urls.check(id),
    icon: "phone" as const,
    words,
    association: { id, name },
    since,
    rank: 3 as const,
  }));
};
