import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { UnitState } from "../codes.ts";

/** A unit that waits for something: to be looked at, to be mended. */
export type WaitingUnit = {
  tag: string;
  state: UnitState;
  since: Date;
  modelName: string;
  placeName: string;
  shelf: string | null;
  /** What is known of it: what somebody wrote, else what was said when it came back; and what its case lacks. */
  note: string | null;
  missing: string[];
};

/** Units to check and to mend, those of the next loans of their shelf first, then the oldest; of all, or of what some associations lend. */
export async function waitingUnits(
  tx: Tx,
  ownerIds?: readonly string[],
  limit = 100,
): Promise<WaitingUnit[]> {
  const { rows } = await sql<WaitingUnit>`
    select u.tag, u.state, u.state_at as since, m.name as "modelName", place.name as "placeName", p.shelf,
      coalesce(u.note, e.words) as note, coalesce(e.missing, '{}') as missing
    from equipment_unit u left join custody_event e on e.event_id = u.round_event_id join equipment_pool p on p.pool_id = u.pool_id join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    where u.state in ('to_check', 'repair')
      and (${ownerIds ?? null}::uuid[] is null or m.owner_association_id = any(${ownerIds ?? null}::uuid[]))
    order by (select min(l.from_at) from loan_line n join loan l on l.loan_id = n.loan_id
        where n.pool_id = u.pool_id and l.state in ('accepted', 'prepared')) nulls last, u.state_at, u.tag
    limit ${limit}`.execute(tx);
  return rows;
}

/** Whether anything is kept to be lent, by the commune or an association. */
export async function anyUnit(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from equipment_unit) as any`.execute(tx); // prettier-ignore
  return rows[0]?.any ?? false;
}
