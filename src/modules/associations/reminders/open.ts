import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Section } from "../codes.ts";
import type { Step } from "./rules.ts";

/** The step a listing stands at, while nobody has answered. */
export type OpenStep = {
  id: string;
  name: string;
  step: Step;
  since: Date;
  /** Sections still to confirm today. */
  sections: Section[];
  referentId: string | null;
  referent: string | null;
};

/** Climbs under way: the last step of each listing that is still to be confirmed; the oldest first. */
export async function openSteps(tx: Tx, day: string): Promise<OpenStep[]> {
  const { rows } = await sql<OpenStep>`
    with stale as materialized (
      select f.association_id, array_agg(f.section order by f.section) as sections
      from section_freshness(${day}::date) f where f.level <> 'up_to_date' group by f.association_id),
    last as materialized (
      select distinct on (r.association_id) r.association_id, r.step, r.taken_at,
        min(r.taken_at) over (partition by r.association_id, r.climb) as begun_at
      from reminder r
      order by r.association_id, r.climb desc,
        array_position(array['first', 'second', 'referent', 'phone'], r.step) desc)
    select a.association_id as id, a.name, l.step, l.taken_at as since, s.sections,
      a.referent_id as "referentId", p.name as referent
    from last l
    join stale s on s.association_id = l.association_id
    join association a on a.association_id = l.association_id
    left join person p on p.person_id = a.referent_id
    where a.merged_into is null and a.listed and a.state <> 'ceased'
      and not exists (select from confirmation c where c.association_id = l.association_id and c.confirmed_at >= l.begun_at)
    order by l.taken_at, a.name_sort, a.association_id`.execute(tx);
  return rows;
}
