import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Category } from "../codes.ts";
import { note, type Hand } from "../journal.ts";
import { countStock, turnOfPools } from "../pools/stock.ts";
import type { Condition } from "./codes.ts";
import { noteEvent } from "./events.ts";
import { sameStep, stepsOf, type Step } from "./steps.ts";

/** A step of the round of a unit: done, by whom and when, or left to do. */
export type RoundStep = Step & { done: { at: Date; by: string | null } | null };

type ToCheck = { category: Category; holdsData: boolean; checklist: string[]; poolId: string };

const modelOf = async (tx: Tx, unitId: string): Promise<ToCheck | undefined> => {
  const { rows } = await sql<ToCheck>`
    select m.category, m.holds_data as "holdsData", m.checklist, u.pool_id as "poolId"
    from equipment_unit u join equipment_pool p on p.pool_id = u.pool_id join equipment_model m on m.model_id = p.model_id
    where u.unit_id = ${unitId}`.execute(tx);
  return rows[0];
};

/** A unit is back: what it needs before it is lent again begins, from this event on. False when it needs nothing. */
export async function openRound(
  tx: Tx,
  unitId: string,
  eventId: string,
  seen: { became: Condition | "lost" | "unknown"; missing: readonly string[] },
  hand: Hand,
): Promise<boolean> {
  const model = await modelOf(tx, unitId);
  if (!model) return false;
  const idle = seen.became === "good" && !seen.missing.length && !stepsOf(model).length;
  await tx
    .updateTable("equipment_unit")
    .set({
      state: seen.became === "broken" ? "repair" : idle ? "ready" : "to_check",
      state_at: hand.at,
      round_event_id: eventId,
    })
    .where("unit_id", "=", unitId)
    .execute();
  return !idle;
}

/** The steps of the round a unit is in; those of its model when it is in none. */
export async function roundOf(tx: Tx, unitId: string): Promise<RoundStep[]> {
  const model = await modelOf(tx, unitId);
  if (!model) return [];
  const { rows } = await sql<Step & { at: Date; by: string | null }>`
    select s.kind, s.step, s.done_at as at, p.name as by
    from equipment_unit u join unit_step s on s.event_id = u.round_event_id left join person p on p.person_id = s.done_by
    where u.unit_id = ${unitId}`.execute(tx);
  return stepsOf(model).map((step) => {
    const done = rows.find((row) => sameStep(row, step));
    return { ...step, done: done ? { at: done.at, by: done.by } : null };
  });
}

/**
 * Says that steps of the round are done; each counts once. When none is left the unit is ready, and the loan it came back from is
 * closed when its other units are. Gives the steps left.
 */
export async function doSteps(
  tx: Tx,
  unitId: string,
  steps: readonly Step[],
  words: string | null,
  hand: Hand,
): Promise<RoundStep[]> {
  const model = await modelOf(tx, unitId);
  if (model) await turnOfPools(tx, [model.poolId], hand.at);
  const { rows } = await sql<{ state: string; eventId: string | null }>`
    select state, round_event_id as "eventId" from equipment_unit where unit_id = ${unitId} for update`.execute(
    tx,
  );
  const [unit] = rows;
  if (unit?.state !== "to_check") return [];
  const eventId = unit.eventId ?? (await noteEvent(tx, { unitId, kind: "noted" }, hand));
  if (!unit.eventId)
    await tx
      .updateTable("equipment_unit")
      .set({ round_event_id: eventId })
      .where("unit_id", "=", unitId)
      .execute();
  const by = hand.actor.kind === "person" ? hand.actor.id : null;
  const isDone = (one: Step) => steps.some((step) => sameStep(step, one));
  const round = await roundOf(tx, unitId);
  const known = round.filter(isDone);
  const rowsToAdd = known.map(({ kind, step }) => ({ event_id: eventId, kind, step, done_at: hand.at, done_by: by })); // prettier-ignore
  if (rowsToAdd.length)
    await tx.insertInto("unit_step").values(rowsToAdd).onConflict((on) => on.doNothing()).execute(); // prettier-ignore
  const left = round.filter((one) => !one.done && !isDone(one));
  if (left.length) return left;
  await noteEvent(tx, { unitId, kind: "checked", words }, hand);
  await makeReady(tx, unitId, hand);
  await closeChecked(tx, { eventId }, hand);
  return [];
}

async function makeReady(tx: Tx, unitId: string, hand: Hand): Promise<void> {
  const { pool_id: poolId } = await tx
    .updateTable("equipment_unit")
    .set({ state: "ready", state_at: hand.at, note: null })
    .where("unit_id", "=", unitId)
    .returning("pool_id")
    .executeTakeFirstOrThrow();
  await countStock(tx, poolId, hand.at);
}

/** Closes a loan, or that of an event, when it is back and all of it has been looked at. */
export async function closeChecked(
  tx: Tx,
  which: { loanId?: string; eventId?: string },
  hand: Hand,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update loan l set state = 'closed', changed_at = ${hand.at}
    where l.loan_id = coalesce(${which.loanId ?? null}::uuid,
        (select e.loan_id from custody_event e where e.event_id = ${which.eventId ?? null}::uuid))
      and l.state = 'returned' and not exists (
      select from equipment_unit u join custody_event r on r.event_id = u.round_event_id
      where r.loan_id = l.loan_id and u.state = 'to_check')
    returning l.loan_id as id`.execute(tx);
  for (const { id } of rows) await note(tx, hand, "loan", id, "closed");
}
