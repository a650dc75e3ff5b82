import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import type { Outcome } from "./counter.ts";
import { positionOf, seatById, type Seat } from "./queries.ts";
import type { SeatRefusal, SeatState } from "./rules.ts";
import { settle, turn, type Standing } from "./settle.ts";

/** Takes seats at once. */
export const take = (
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
): Promise<Outcome<{ id: string }>> => enter(tx, counterId, quantity, now, null);

/** Keeps seats until a moment, the time to fill in a form; they free themselves. */
export const hold = (
  tx: Tx,
  counterId: string,
  quantity: number,
  until: Date,
  now: Date,
): Promise<Outcome<{ id: string }>> => {
  if (until <= now) throw new Error("a hold ends after it begins");
  return enter(tx, counterId, quantity, now, until);
};

async function enter(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  until: Date | null,
): Promise<Outcome<{ id: string }>> {
  const refused = notEntering(await settle(tx, counterId, now));
  if (refused) return { refused };
  return guarded(tx, async () => ({
    id: await insert(tx, counterId, quantity, now, {
      state: until ? "held" : "taken",
      expires_at: until,
    }),
  }));
}

/** While someone waits, nobody walks in: what is free is theirs, or kept until there is enough for them. */
function notEntering(counter: Standing | undefined): SeatRefusal | undefined {
  if (!counter) return "gone";
  if (counter.closed) return "closed";
  return counter.line > 0 ? "full" : undefined;
}

/** Takes what was held. Late, the seats are those of anyone: taken if some are free and nobody waits. */
export async function confirmHold(tx: Tx, seatId: string, now: Date): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat) return { refused: "gone" };
  if (seat.state === "taken") return { done: undefined };
  if (seat.state !== "held" && (seat.state !== "expired" || (await hasWaited(tx, seatId))))
    return { refused: "gone" };
  const refused = seat.state === "expired" ? notEntering(counter) : undefined;
  if (refused) return { refused: refused === "full" ? "expired" : refused };
  const outcome = await guarded(tx, () => toTaken(tx, seatId, now));
  return "refused" in outcome ? { refused: "expired" } : outcome;
}

/** Joins the waiting list; if seats were free meanwhile, they are offered at once. */
export async function joinWaiting(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
): Promise<Outcome<{ id: string; state: SeatState; position: number | undefined }>> {
  const counter = await settle(tx, counterId, now);
  if (!counter) return { refused: "gone" };
  if (counter.closed) return { refused: "closed" };
  if (!counter.mayWait) return { refused: "no_waiting" };
  if (counter.capacity !== null && quantity > counter.capacity) return { refused: "too_many" };
  const id = await insert(tx, counterId, quantity, now, {
    state: "waiting",
    position: sql<number>`(select coalesce(max(position), 0) + 1 from seat where counter_id = ${counterId})`,
  });
  await settle(tx, counterId, now);
  const seat = await seatById(tx, id);
  return {
    done: { id, state: seat?.state ?? "waiting", position: await positionOf(tx, id) },
  };
}

/** Takes what was offered. Late, whoever waits alone is offered it again, and has it; else the turn is the next one's. */
export async function acceptOffer(tx: Tx, seatId: string, now: Date): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat) return { refused: "gone" };
  if (seat.state === "taken") return { done: undefined };
  if (seat.state === "waiting" || seat.state === "expired") return { refused: "expired" };
  if (seat.state !== "offered") return { refused: "gone" };
  return guarded(tx, () => toTaken(tx, seatId, now));
}

/** Says no to an offer and leaves the list; the next one is offered the seats. */
export const declineOffer = (tx: Tx, seatId: string, now: Date): Promise<Outcome<Seat>> =>
  leave(tx, seatId, ["offered", "waiting"], now);

/** Gives back a seat, a hold, an offer or a place in the list; what it frees is offered at once. Gives what it was. */
export const cancelSeat = (tx: Tx, seatId: string, now: Date): Promise<Outcome<Seat>> =>
  leave(tx, seatId, standing, now);

const standing: readonly SeatState[] = ["taken", "held", "offered", "waiting"];

/** Keeps fewer seats of a seat, an offer or a place in the list, one at least; what it frees is offered at once. */
export async function lessenSeat(
  tx: Tx,
  seatId: string,
  fewer: number,
  now: Date,
): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat || !standing.includes(seat.state) || fewer >= seat.quantity)
    return { refused: "gone" };
  await tx
    .updateTable("seat")
    .set({ quantity: seat.quantity - fewer, changed_at: now })
    .where("seat_id", "=", seatId)
    .execute();
  await settle(tx, counter.id, now);
  return { done: undefined };
}

async function leave(
  tx: Tx,
  seatId: string,
  from: readonly SeatState[],
  now: Date,
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
  await settle(tx, seat.counterId, now);
  return { done: seat };
}

async function settleOf(tx: Tx, seatId: string, now: Date): Promise<Standing | undefined> {
  const seat = await seatById(tx, seatId);
  return seat && settle(tx, seat.counterId, now);
}

const guarded = <T>(tx: Tx, work: () => Promise<T>): Promise<Outcome<T>> =>
  act(tx, { seat_within_capacity: "full" as const }, work);

async function toTaken(tx: Tx, seatId: string, now: Date): Promise<void> {
  await tx
    .updateTable("seat")
    .set({ state: "taken", expires_at: null, to_tell: null, changed_at: now })
    .where("seat_id", "=", seatId)
    .execute();
}

type Placed = {
  state: SeatState;
  expires_at?: Date | null;
  position?: ReturnType<typeof sql<number>>;
};

async function insert(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  placed: Placed,
): Promise<string> {
  const { seat_id: id } = await tx
    .insertInto("seat")
    .values({ counter_id: counterId, quantity, ...placed, created_at: now, changed_at: now })
    .returning("seat_id")
    .executeTakeFirstOrThrow();
  return id;
}

async function hasWaited(tx: Tx, seatId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("seat")
    .select("position")
    .where("seat_id", "=", seatId)
    .executeTakeFirst();
  return row?.position !== null;
}
