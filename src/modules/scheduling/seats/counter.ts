import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import type { SeatRefusal } from "./rules.ts";
import { settle, turn } from "./settle.ts";

export type Outcome<T> = { done: T } | { refused: SeatRefusal };

export type Terms = {
  /** Whether people may wait once it is full. */
  waiting: boolean;
  /** How long an offer stays open. */
  offerMinutes: number;
  /** After that nobody comes in any more. */
  closesAt: Date | null;
};

/** Opens a counter; `owner` is the room that speaks to those who have a seat, `capacity` nothing for as many as come. */
export async function openCounter(
  tx: Tx,
  owner: string,
  capacity: number | null,
  terms: Partial<Terms>,
  now: Date,
): Promise<string> {
  const { counter_id: id } = await tx
    .insertInto("seat_counter")
    .values({ owner, capacity, ...columns(terms), created_at: now, changed_at: now })
    .returning("counter_id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes the capacity: never below what is occupied; what it frees is offered to those who wait. */
export async function changeCapacity(
  tx: Tx,
  counterId: string,
  capacity: number | null,
  now: Date,
): Promise<Outcome<void>> {
  if (!(await turn(tx, counterId))) return { refused: "gone" };
  const outcome = await act(tx, { seat_capacity_kept: "capacity_taken" as const }, () =>
    change(tx, counterId, { capacity }, now),
  );
  if ("done" in outcome) await settle(tx, counterId, now);
  return outcome;
}

/**
 * Says how many are really there of a counter that has promised more: its promises stay, who waits is offered no more than that.
 * Nothing: all of its capacity. During its turn; offers nothing itself: who calls settles when it says true, that it changed.
 */
export async function sayPresent(
  tx: Tx,
  counterId: string,
  present: number | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("seat_counter")
    .set({ present })
    .where("counter_id", "=", counterId)
    .where(sql<boolean>`present is distinct from ${present}::integer`)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Changes the terms given; what was offered stays as it was told. */
export async function changeTerms(
  tx: Tx,
  counterId: string,
  terms: Partial<Terms>,
  now: Date,
): Promise<Outcome<void>> {
  if (!(await turn(tx, counterId))) return { refused: "gone" };
  await change(tx, counterId, columns(terms), now);
  await settle(tx, counterId, now);
  return { done: undefined };
}

/** Closes now: those who have a seat keep it, an offer may be accepted until its end, those who wait are told. */
export const closeCounter = (tx: Tx, counterId: string, now: Date): Promise<Outcome<void>> =>
  changeTerms(tx, counterId, { closesAt: now }, now);

const columns = ({ waiting, offerMinutes, closesAt }: Partial<Terms>) => ({
  ...(waiting === undefined ? {} : { waiting }),
  ...(offerMinutes === undefined ? {} : { offer_minutes: offerMinutes }),
  ...(closesAt === undefined ? {} : { closes_at: closesAt }),
});

async function change(
  tx: Tx,
  counterId: string,
  values: ReturnType<typeof columns> & { capacity?: number | null },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("seat_counter")
    .set({ ...values, changed_at: now })
    .where("counter_id", "=", counterId)
    .execute();
}
