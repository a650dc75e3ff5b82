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

/** Climbs under way: the last step of each listing that is still to be confirmed; the oldest first (`reminders_open`). */
export async function openSteps(tx: Tx, day: string): Promise<OpenStep[]> {
  const { rows } = await sql<OpenStep>`
    select a.association_id as id, a.name, o.step, o.taken_at as since, o.sections,
      a.referent_id as "referentId", p.name as referent
    from reminders_open(${day}::date) o
    join association a on a.association_id = o.association_id
    left join person p on p.person_id = a.referent_id
    order by o.taken_at, a.name_sort, a.association_id`.execute(tx);
  return rows;
}
