import type { Tx } from "../../../platform/db/database.ts";
import type { Outcome } from "./counter.ts";
import { addedTo, spanOf, type Dates } from "./dates.ts";
import { seatById, type Seat } from "./queries.ts";
import type { SeatState } from "./rules.ts";
import { settle, turn } from "./settle.ts";
import { someoneWaits } from "./uses.ts";
import { guarded, settleOf } from "./write.ts";

/** Says no to an offer and leaves the list; the next one is offered the seats. */
export const declineOffer = (tx: Tx, seatId: string, now: Date): Promise<Outcome<Seat>> =>
  leave(tx, seatId, ["offered", "waiting"], now);

/**
 * Gives back a seat, a hold, an offer or a place in the list; what it frees is offered at once, unless it is not there to be had:
 * `lost`, who calls lowers the capacity next. Gives what it was.
 */
export const cancelSeat = (
  tx: Tx,
  seatId: string,
  now: Date,
  freed: "offered" | "lost" = "offered",
): Promise<Outcome<Seat>> => leave(tx, seatId, standing, now, freed);

const standing: readonly SeatState[] = ["taken", "held", "offered", "waiting"];

/** Keeps fewer seats of a seat, an offer or a place in the list, one at least; what it frees is offered at once, or lost as for `cancelSeat`. */
export async function lessenSeat(
  tx: Tx,
  seatId: string,
  fewer: number,
  now: Date,
  freed: "offered" | "lost" = "offered",
): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat || !standing.includes(seat.state) || fewer >= seat.quantity)
    return { refused: "gone" };
  await tx
    .updateTable("seat")
    .set({ quantity: seat.quantity - fewer, changed_at: counter.at })
    .where("seat_id", "=", seatId)
    .execute();
  if (freed === "offered") await settle(tx, counter.id, now);
  return { done: undefined };
}

async function leave(
  tx: Tx,
  seatId: string,
  from: readonly SeatState[],
  now: Date,
  freed: "offered" | "lost" = "offered",
): Promise<Outcome<Seat>> {
  const known = await seatById(tx, seatId);
  if (!known || !(await turn(tx, known.counterId))) return { refused: "gone" };
  // Read again: before the turn, it could still change.
  const seat = await seatById(tx, seatId);
  if (!seat || !from.includes(seat.state)) return { refused: "gone" };
  await tx
    .updateTable("seat")
    .set({ state: "cancelled", expires_at: null, to_tell: null, changed_at: now })
    .where("seat_id", "=", seatId)
    .execute();
  if (freed === "offered") await settle(tx, seat.counterId, now);
  return { done: seat };
}

/**
 * Has the same for another time: longer, shorter, earlier. What it adds is refused where somebody waits for it; what it frees is
 * offered at once, or lost as for `cancelSeat`. Who waits keeps their place in the list.
 */
export async function changeDates(
  tx: Tx,
  seatId: string,
  dates: Dates,
  now: Date,
  freed: "offered" | "lost" = "offered",
): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat || !["taken", "held", "waiting"].includes(seat.state))
    return { refused: "gone" };
  if (seat.state === "waiting" && dates.from <= now) return { refused: "closed" };
  if (seat.state !== "waiting" && counter.line > 0)
    for (const { from, until } of addedTo(spanOf(seat.dates), spanOf(dates)))
      if (await someoneWaits(tx, counter.id, { from: new Date(from), until: new Date(until) }))
        return { refused: "full" };
  const outcome = await guarded(tx, async () => {
    await tx
      .updateTable("seat")
      .set({ from_at: dates.from, until_at: dates.until, changed_at: counter.at })
      .where("seat_id", "=", seatId)
      .execute();
  });
  if ("done" in outcome && freed === "offered") await settle(tx, counter.id, now);
  return outcome;
}
