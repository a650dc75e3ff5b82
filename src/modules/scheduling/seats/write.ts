import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import type { Outcome } from "./counter.ts";
import type { Dates } from "./dates.ts";
import { positionOf, seatById } from "./queries.ts";
import type { SeatRefusal, SeatState } from "./rules.ts";
import { settle, type Standing } from "./settle.ts";
import { someoneWaits } from "./uses.ts";

/**
 * Takes seats at once; with dates, for that time only. What is free is kept for who waits for a time that meets this one, unless the
 * list is passed: then only what is free in whole for them is theirs, which they are offered before anyone takes it.
 */
export const take = (
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  dates?: Dates,
  line: "kept" | "passed" = "kept",
): Promise<Outcome<{ id: string }>> => enter(tx, counterId, quantity, now, null, dates, line);

/** Keeps seats until a moment, the time to fill in a form; they free themselves. */
export const hold = (
  tx: Tx,
  counterId: string,
  quantity: number,
  until: Date,
  now: Date,
  dates?: Dates,
): Promise<Outcome<{ id: string }>> => {
  if (until <= now) throw new Error("a hold ends after it begins");
  return enter(tx, counterId, quantity, now, until, dates);
};

async function enter(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  until: Date | null,
  dates: Dates | undefined,
  line: "kept" | "passed" = "kept",
): Promise<Outcome<{ id: string }>> {
  const refused = await notEntering(tx, await settle(tx, counterId, now), dates, line);
  if (refused) return { refused };
  return guarded(tx, async () => ({
    id: await insert(tx, counterId, quantity, now, {
      state: until ? "held" : "taken",
      expires_at: until,
      dates,
    }),
  }));
}

/** While someone waits for a time, nobody walks in there: what is free is theirs, or kept until there is enough for them. */
async function notEntering(
  tx: Tx,
  counter: Standing | undefined,
  dates: Dates | undefined,
  line: "kept" | "passed" = "kept",
): Promise<SeatRefusal | undefined> {
  if (!counter) return "gone";
  if (counter.closed) return "closed";
  return line === "kept" && counter.line > 0 && (await someoneWaits(tx, counter.id, dates))
    ? "full"
    : undefined;
}

/** Takes what was held. Late, the seats are those of anyone: taken if some are free and nobody waits. */
export async function confirmHold(tx: Tx, seatId: string, now: Date): Promise<Outcome<void>> {
  const counter = await settleOf(tx, seatId, now);
  const seat = await seatById(tx, seatId);
  if (!counter || !seat) return { refused: "gone" };
  if (seat.state === "taken") return { done: undefined };
  if (seat.state !== "held" && (seat.state !== "expired" || (await hasWaited(tx, seatId))))
    return { refused: "gone" };
  const refused = seat.state === "expired" ? await notEntering(tx, counter, seat.dates) : undefined;
  if (refused) return { refused: refused === "full" ? "expired" : refused };
  const outcome = await guarded(tx, () => toTaken(tx, seatId, now));
  return "refused" in outcome ? { refused: "expired" } : outcome;
}

/** Where one comes in the list, when it is not the order they come: ahead of others; of those of one day, the highest score first. */
export type InOrder = { ahead: boolean; since: string; score: number };

/** Joins the waiting list; if seats were free meanwhile, they are offered at once. */
export async function joinWaiting(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  dates?: Dates,
  order?: InOrder,
): Promise<Outcome<{ id: string; state: SeatState; position: number | undefined }>> {
  const counter = await settle(tx, counterId, now);
  if (!counter) return { refused: "gone" };
  if (counter.closed || (dates && dates.from <= now)) return { refused: "closed" };
  if (!counter.mayWait) return { refused: "no_waiting" };
  if (counter.capacity !== null && quantity > counter.capacity) return { refused: "too_many" };
  const id = await insert(tx, counterId, quantity, now, {
    state: "waiting",
    dates,
    ...(order && { ahead: Number(order.ahead), since_day: order.since, score: order.score }),
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

/** Takes the turn of the counter of a seat, and settles it. */
export async function settleOf(tx: Tx, seatId: string, now: Date): Promise<Standing | undefined> {
  const seat = await seatById(tx, seatId);
  return seat && settle(tx, seat.counterId, now);
}

/** What the guard refuses is full. */
export const guarded = <T>(tx: Tx, work: () => Promise<T>): Promise<Outcome<T>> =>
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
  dates: Dates | undefined;
  position?: ReturnType<typeof sql<number>>;
  ahead?: number;
  since_day?: string;
  score?: number;
};

async function insert(
  tx: Tx,
  counterId: string,
  quantity: number,
  now: Date,
  { dates, ...placed }: Placed,
): Promise<string> {
  const { seat_id: id } = await tx
    .insertInto("seat")
    .values({
      counter_id: counterId,
      quantity,
      ...placed,
      ...(dates && { from_at: dates.from, until_at: dates.until }),
      created_at: now,
      changed_at: now,
    })
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
