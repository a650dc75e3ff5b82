import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";
import type { PlanFields } from "./queries.ts";

/** Says what is done again and again to the units of a model. */
export async function addPlan(
  tx: Tx,
  modelId: string,
  fields: PlanFields,
  hand: Hand,
): Promise<string> {
  const { plan_id: id } = await tx
    .insertInto("upkeep_plan")
    .values({ model_id: modelId, ...columns(fields), created_at: hand.at })
    .returning("plan_id")
    .executeTakeFirstOrThrow();
  await note(tx, hand, "upkeep", id, "added");
  return id;
}

/** Does it otherwise from now on; what was done stays done. */
export async function savePlan(tx: Tx, id: string, fields: PlanFields, hand: Hand): Promise<void> {
  await tx.updateTable("upkeep_plan").set(columns(fields)).where("plan_id", "=", id).execute();
  await note(tx, hand, "upkeep", id, "edited");
}

/** Does it no more. */
export async function endPlan(tx: Tx, id: string, hand: Hand): Promise<void> {
  await tx
    .updateTable("upkeep_plan")
    .set({ ended_at: hand.at })
    .where("plan_id", "=", id)
    .execute();
  await note(tx, hand, "upkeep", id, "ended");
}

/** One time of a plan, on a unit. */
export type Time = { planId: string; unitId: string; nth: number };

/** Says that it was done: the time the page spoke of, once, whoever else says it too. False when it was said already. */
export async function markDone(
  tx: Tx,
  { planId, unitId, nth }: Time,
  words: string | null,
  hand: Hand,
  by: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into upkeep_done (plan_id, unit_id, nth, at, done_by, note)
    select p.plan_id, u.unit_id, ${nth}::integer, ${hand.at}, ${by}, ${words}
    from upkeep_plan p
    join equipment_pool o on o.model_id = p.model_id
    join equipment_unit u on u.pool_id = o.pool_id and u.unit_id = ${unitId}
    where p.plan_id = ${planId} and p.ended_at is null and ${nth}::integer = 1 + (
      select coalesce(max(nth), 0) from upkeep_done d where d.plan_id = p.plan_id and d.unit_id = u.unit_id)
    on conflict on constraint upkeep_done_once do nothing returning nth`.execute(tx);
  if (!rows.length) return false;
  await note(tx, hand, "unit", unitId, "kept", { plan: planId, nth });
  return true;
}

/** Takes back what was said done by mistake, when it is the last time. */
export async function takeBack(tx: Tx, { planId, unitId, nth }: Time, hand: Hand): Promise<void> {
  const { rows } = await sql`
    delete from upkeep_done where plan_id = ${planId} and unit_id = ${unitId} and nth = ${nth}::integer
      and not exists (select from upkeep_done later where later.plan_id = ${planId} and later.unit_id = ${unitId} and later.nth > ${nth}::integer)
    returning nth`.execute(tx);
  if (rows.length) await note(tx, hand, "unit", unitId, "kept_not", { plan: planId, nth });
}

const columns = ({ task, eachDays, eachLoans }: PlanFields) => ({
  task,
  each_days: eachDays,
  each_loans: eachLoans,
});
