import { movableClock } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { seeded } from "../../../platform/seeded.ts";
import { changeCapacity, openCounter, type Outcome } from "./counter.ts";
import { seatJobs, settleDue, type SeatOwner } from "./jobs.ts";
import { cancelSeat, changeDates, declineOffer } from "./leave.ts";
import type { Dates } from "./dates.ts";
import { Ledger } from "./ledger.testing.ts";
import { patient, persist, type Pressed } from "./pressed.testing.ts";
import { seatById, seatsOf } from "./queries.ts";
import { acceptOffer, confirmHold, hold, joinWaiting, take } from "./write.ts";

const silent: SeatOwner = {
  owner: "crowd",
  onOffered: async () => undefined,
  onLeft: async () => undefined,
};

type Mine = {
  id: string;
  counter: string;
  quantity: number;
  dates: Dates | undefined;
  state: "taken" | "held" | "waiting";
};

/**
 * Clients that do everything at once on a few counters, at every door, while the clock moves and the capacities change. Gives what
 * was answered, what the ledger counted beyond a capacity, and where the database and the ledger differ at the end.
 */
export async function crowd(
  database: Pressed,
  communeId: number,
  options: { clients: number; attempts: number; counters: number; capacity: number; seed: number },
) {
  const clock = movableClock("2026-10-01T08:00:00Z");
  const ledger = new Ledger(clock.now());
  const answers: Record<string, number> = {};
  const waits: number[] = [];
  const house = { database: patient(database), clock };
  const [telling] = seatJobs(house, [silent]);
  const counters: string[] = [];
  for (let i = 0; i < options.counters; i++) {
    const terms = { offerMinutes: 10 };
    const id = await database.write(communeId, (tx) =>
      openCounter(tx, "crowd", options.capacity, terms, clock.now()),
    );
    ledger.opened(id, options.capacity);
    counters.push(id);
  }

  async function ask<T>(door: string, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    const began = performance.now();
    const answer = await persist(database, communeId, (tx) => work(tx, clock.now()));
    waits.push(performance.now() - began);
    const refused = (answer as { refused?: string }).refused;
    const name = refused ? `${door}: ${refused}` : door;
    answers[name] = (answers[name] ?? 0) + 1;
    return answer;
  }

  async function client(index: number): Promise<void> {
    const random = seeded(options.seed * 1000 + index);
    const below = (most: number) => Math.floor(random() * most);
    let mine: Mine[] = [];
    const forget = (seat: Mine) => void (mine = mine.filter((one) => one !== seat));

    /** Half of what is asked is for a time, in the next half hour. */
    function someTime(): Dates {
      const from = clock.now().getTime() + (1 + below(10)) * 120_000;
      return { from: new Date(from), until: new Date(from + (1 + below(6)) * 240_000) };
    }

    async function comeIn(counter: string): Promise<void> {
      const quantity = 1 + below(3);
      const dates = random() < 0.5 ? someTime() : undefined;
      const held = random() < 0.4;
      const minutes = 1 + below(8);
      let until: Date | null = null;
      const came = held
        ? await ask("hold", (tx, now) => {
            until = new Date(now.getTime() + minutes * 60_000);
            return hold(tx, counter, quantity, until, now, dates);
          })
        : await ask("take", (tx, now) => take(tx, counter, quantity, now, dates));
      if ("done" in came) {
        ledger.given(counter, came.done.id, quantity, until, dates);
        mine.push({ id: came.done.id, counter, quantity, dates, state: held ? "held" : "taken" });
      } else if (came.refused === "full" && random() < 0.5) {
        const joined = await ask("joinWaiting", (tx, now) =>
          joinWaiting(tx, counter, quantity, now, dates),
        );
        if ("done" in joined)
          mine.push({ id: joined.done.id, counter, quantity, dates, state: "waiting" });
      }
    }

    /** Longer, shorter, at another time: until it is answered, neither is certain. */
    async function redate(seat: Mine): Promise<void> {
      const to = someTime();
      ledger.mayGo(seat.id);
      const answer = await ask("changeDates", (tx, now) => changeDates(tx, seat.id, to, now));
      if ("done" in answer) seat.dates = to;
      ledger.given(seat.counter, seat.id, seat.quantity, null, seat.dates);
    }

    async function goOn(seat: Mine): Promise<void> {
      if (seat.state === "taken" && random() < 0.4) return redate(seat);
      if (seat.state === "taken" || random() < 0.15) {
        ledger.mayGo(seat.id);
        forget(seat);
        await ask("cancelSeat", (tx, now) => cancelSeat(tx, seat.id, now));
        return;
      }
      if (seat.state === "waiting") {
        const seen = await house.database.read(communeId, (tx) => seatById(tx, seat.id));
        if (seen?.state === "expired") return forget(seat);
        if (seen?.state !== "offered") return;
        ledger.given(seat.counter, seat.id, seat.quantity, seen.expiresAt, seat.dates);
        if (random() < 0.25) return;
      }
      const accept = seat.state === "held" ? confirmHold : random() < 0.7 ? acceptOffer : declineOffer; // prettier-ignore
      ledger.mayGo(seat.id);
      const answer = await ask<Outcome<unknown>>(accept.name, (tx, now) =>
        accept(tx, seat.id, now),
      );
      if ("done" in answer && accept !== declineOffer) {
        seat.state = "taken";
        ledger.given(seat.counter, seat.id, seat.quantity, null, seat.dates);
      } else if (accept !== acceptOffer || "done" in answer) forget(seat);
    }

    for (let i = 0; i < options.attempts / options.clients; i++) {
      const counter = counters[below(counters.length)] ?? "";
      const own = counters[index];
      const drawn = random();
      const seat = mine[below(mine.length)];
      if (index === 0 && drawn < 0.1) {
        const later = new Date(clock.now().getTime() + 120_000);
        ledger.timePasses(later);
        clock.set(later.toISOString());
        await settleDue(house, communeId);
      } else if (drawn < 0.15 && own) {
        const to = Math.max(1, options.capacity + below(7) - 3);
        await ledger.capacityChanges(own, to, async () => "done" in (await ask("changeCapacity", (tx, now) => changeCapacity(tx, own, to, now)))); // prettier-ignore
      } else if (drawn < 0.2) await telling?.run(communeId, { counter });
      else if (drawn < 0.6 || !seat) await comeIn(counter);
      else await goOn(seat);
    }
  }

  await Promise.all(Array.from({ length: options.clients }, (_, index) => client(index)));
  const differences: string[] = [];
  for (const counter of counters) {
    const seats = await database.read(communeId, (tx) => seatsOf(tx, counter));
    const kept = seats.filter(({ state }) => state === "taken").map(({ id }) => id);
    const known = ledger.taken(counter);
    if (kept.sort().join() !== known.join())
      differences.push(`${kept.length} taken, ${known.length} answered`);
  }
  return { answers, waits, peak: ledger.peak, overbooked: ledger.overbooked, differences };
}
