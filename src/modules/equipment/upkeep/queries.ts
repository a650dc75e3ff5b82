import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { dueNow, dueOn, type Rhythm } from "./rules.ts";

export type PlanFields = Rhythm & { task: string };
export type Plan = PlanFields & { id: string; modelId: string; modelName: string };

/** What is done again and again, by model then task; of a model, or one of them. */
export async function plansOf(
  tx: Tx,
  which: { id?: string; modelId?: string } = {},
): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select p.plan_id as id, p.model_id as "modelId", m.name as "modelName", p.task, p.each_days as "eachDays", p.each_loans as "eachLoans"
    from upkeep_plan p join equipment_model m on m.model_id = p.model_id
    where p.ended_at is null
      and (${which.id ?? null}::uuid is null or p.plan_id = ${which.id ?? null}::uuid)
      and (${which.modelId ?? null}::uuid is null or p.model_id = ${which.modelId ?? null}::uuid)
    order by lower(m.name), lower(p.task)`.execute(tx);
  return rows;
}

/** How many loans each unit came back from since a moment, in the order they are asked; a loan counts once. */
export async function loansOfUnitsSince(
  tx: Tx,
  asked: readonly { unitId: string; at: Date }[],
): Promise<number[]> {
  if (!asked.length) return [];
  const { rows } = await sql<{ count: number }>`
    select count(distinct e.loan_id)::integer as count
    from unnest(${asked.map(({ unitId }) => unitId)}::uuid[], ${asked.map(({ at }) => at.toISOString())}::timestamptz[])
      with ordinality as a (unit_id, since, nth)
    left join custody_event e on e.unit_id = a.unit_id and e.kind = 'returned' and e.at > a.since
    group by a.nth order by a.nth`.execute(tx);
  return rows.map(({ count }) => count);
}

/** Something to do to a unit, now or later. */
export type Upkeep = {
  plan: Plan;
  unitId: string;
  tag: string;
  placeName: string;
  shelf: string | null;
  /** When it was last done; nothing when it never was. */
  last: Date | null;
  /** The time it would be: the first, the second… */
  nth: number;
  /** Loans it came back from since. */
  loans: number;
  due: "days" | "loans" | undefined;
  /** The day it is to be done by, when days count. */
  on: string | undefined;
};

type Row = Rhythm & {
  planId: string;
  modelId: string;
  modelName: string;
  task: string;
  unitId: string;
  tag: string;
  placeName: string;
  shelf: string | null;
  last: Date | null;
  nth: number;
  since: Date;
};

/** What is done to units, each with when it was last done and whether it is due; of a unit, or of all that are still there. */
export async function upkeepOf(tx: Tx, today: string, unitId?: string): Promise<Upkeep[]> {
  const { rows } = await sql<Row>`
    select p.plan_id as "planId", p.model_id as "modelId", m.name as "modelName", p.task, p.each_days as "eachDays",
      p.each_loans as "eachLoans", u.unit_id as "unitId", u.tag, place.name as "placeName", o.shelf, d.last, coalesce(d.nth, 0) + 1 as nth,
      coalesce(d.last, greatest(u.created_at, p.created_at)) as since
    from upkeep_plan p
    join equipment_model m on m.model_id = p.model_id
    join equipment_pool o on o.model_id = p.model_id
    join place on place.place_id = o.place_id
    join equipment_unit u on u.pool_id = o.pool_id and u.state not in ('lost', 'retired')
    left join lateral (select max(at) as last, max(nth) as nth from upkeep_done d
      where d.plan_id = p.plan_id and d.unit_id = u.unit_id) d on true
    where p.ended_at is null and (${unitId ?? null}::uuid is null or u.unit_id = ${unitId ?? null}::uuid)
    order by lower(m.name), u.tag, lower(p.task)`.execute(tx);
  const loans = await loansOfUnitsSince(
    tx,
    rows.map((row) => ({ unitId: row.unitId, at: row.since })),
  );
  return rows.map(({ planId, modelId, modelName, task, eachDays, eachLoans, since, ...row }, index) => {
    const plan = { id: planId, modelId, modelName, task, eachDays, eachLoans };
    const known = { day: dayOf(since), loans: loans[index] ?? 0 };
    return { ...row, plan, loans: known.loans, due: dueNow(plan, known, today), on: dueOn(plan, known) };
  }); // prettier-ignore
}

/** What is to be done now, what has waited longest first. */
export const upkeepDue = async (tx: Tx, today: string): Promise<Upkeep[]> =>
  (await upkeepOf(tx, today))
    .filter(({ due }) => due !== undefined)
    .toSorted((a, b) => (a.on ?? today).localeCompare(b.on ?? today));

export type UpkeepDone = {
  planId: string;
  unitId: string;
  nth: number;
  task: string;
  tag: string;
  at: Date;
  note: string | null;
  /** The last time: it may be taken back. */
  lastTime: boolean;
};

/** What was done since a moment, the last first; to one unit, or to all. */
export async function upkeepDone(tx: Tx, since: Date, unitId?: string): Promise<UpkeepDone[]> {
  const { rows } = await sql<UpkeepDone>`
    select d.plan_id as "planId", d.unit_id as "unitId", d.nth, p.task, u.tag, d.at, d.note,
      d.nth = (select max(nth) from upkeep_done m where m.plan_id = d.plan_id and m.unit_id = d.unit_id) as "lastTime"
    from upkeep_done d join upkeep_plan p on p.plan_id = d.plan_id join equipment_unit u on u.unit_id = d.unit_id
    where d.at >= ${since} and (${unitId ?? null}::uuid is null or d.unit_id = ${unitId ?? null}::uuid)
    order by d.at desc, u.tag limit 100`.execute(tx);
  return rows;
}
