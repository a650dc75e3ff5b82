import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import fc from "fast-check";
import { movableClock } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { freshDatabase, type FreshDatabase } from "../../../testing/database.ts";
import { addCommune } from "../../communes/index.ts";
import { changeCapacity, changeTerms, openCounter } from "./counter.ts";
import { always, overlap, peakOf } from "./dates.ts";
import { seatJobs, settleDue, type SeatOwner, type Told } from "./jobs.ts";
import { cancelSeat, changeDates, declineOffer } from "./leave.ts";
import { modelAlways } from "./model-seat.testing.ts";
import { Model } from "./model.testing.ts";
import { countsOf, positionOf, seatsOf } from "./queries.ts";
import { usesOf } from "./uses.ts";
import { settle } from "./settle.ts";
import { acceptOffer, confirmHold, hold, joinWaiting, take } from "./write.ts";

let fresh: FreshDatabase;
let communeId: number;
before(async () => {
  fresh = await freshDatabase();
  communeId = await addCommune(fresh.ownerUrl, { slug: "ici", name: "Ici", hosts: ["ici.test"] });
});
after(() => fresh.drop());

const start = new Date("2026-10-01T08:00:00Z").getTime();
const instant = (minutes: number) => new Date(start + minutes * 60_000);
const minutes = (at: Date | null) => at && (at.getTime() - start) / 60_000;

const quantity = fc.integer({ min: 1, max: 4 });
/** A time that begins so many minutes from now, and lasts; nothing: always. */
const dated = fc.record({ begins: fc.integer({ min: -2, max: 14 }), lasts: fc.integer({ min: 1, max: 12 }) }); // prettier-ignore
const when = fc.option(dated, { freq: 3 });
const which = fc.nat({ max: 30 });
const op = fc.oneof(
  { weight: 4, arbitrary: fc.record({ door: fc.constant("take" as const), quantity, when }) },
  { weight: 5, arbitrary: fc.record({ door: fc.constant("hold" as const), quantity, when, minutes: fc.integer({ min: 1, max: 8 }) }) }, // prettier-ignore
  { weight: 5, arbitrary: fc.record({ door: fc.constant("join" as const), quantity, when }) },
  { weight: 4, arbitrary: fc.record({ door: fc.constant("confirm" as const), which }) },
  { weight: 3, arbitrary: fc.record({ door: fc.constant("accept" as const), which }) },
  { weight: 1, arbitrary: fc.record({ door: fc.constant("decline" as const), which }) },
  { weight: 4, arbitrary: fc.record({ door: fc.constant("cancel" as const), which }) },
  { weight: 4, arbitrary: fc.record({ door: fc.constant("redate" as const), which, dated }) },
  { weight: 3, arbitrary: fc.record({ door: fc.constant("resize" as const), to: fc.option(fc.nat({ max: 8 }), { freq: 6 }) }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ door: fc.constant("close" as const), inMinutes: fc.option(fc.integer({ min: -2, max: 20 })) }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ door: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 11 }), round: fc.boolean() }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ door: fc.constant("tell" as const) }) },
  { weight: 1, arbitrary: fc.record({ door: fc.constant("promote" as const) }) },
);
type Op = typeof op extends fc.Arbitrary<infer One> ? One : never;

const met = new Set<string>();

/** Some of it is full from the start, so that more doors are met. */
const begun: Op[] = [
  { door: "hold", quantity: 2, minutes: 3, when: null },
  { door: "join", quantity: 3, when: { begins: 4, lasts: 6 } },
  { door: "join", quantity: 1, when: null },
];

const wordOf = (outcome: { done: unknown } | { refused: string }) =>
  "done" in outcome ? "done" : outcome.refused;

async function played(capacity: number | null, ops: readonly Op[]): Promise<void> {
  const model = new Model(capacity);
  const clock = movableClock(instant(0).toISOString());
  const write = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
    fresh.database.write(communeId, (tx) => work(tx, clock.now()));
  const ids: string[] = [];
  const told: Told[] = [];
  const keep = async (_: Tx, some: readonly Told[]) => void told.push(...some);
  const owner: SeatOwner = { owner: "model", onOffered: keep, onLeft: keep };
  const [telling] = seatJobs({ database: fresh.database, clock }, [owner]);
  const counter = await write((tx, now) => openCounter(tx, "model", capacity, { offerMinutes: 10 }, now)); // prettier-ignore
  const came = (outcome: { done: { id: string } } | { refused: string }) => {
    if ("done" in outcome) ids.push(outcome.done.id);
    return wordOf(outcome);
  };

  /** The same thing asked of both: what they answer. */
  async function ask(one: Op): Promise<[string, string]> {
    const at = "which" in one ? chosen(model, one.door, one.which) : 0;
    const [seat, id] = [model.seats[at], ids[at]];
    const { time, dates } = timeOf(model.now, "when" in one ? one.when : null);
    switch (one.door) {
      case "take":
        return [model.enter(one.quantity, null, time), came(await write((tx, now) => take(tx, counter, one.quantity, now, dates)))]; // prettier-ignore
      case "hold":
        return [model.enter(one.quantity, one.minutes, time), came(await write((tx, now) => hold(tx, counter, one.quantity, instant(model.now + one.minutes), now, dates)))]; // prettier-ignore
      case "join":
        return [model.join(one.quantity, time), came(await write((tx, now) => joinWaiting(tx, counter, one.quantity, now, dates)))]; // prettier-ignore
      case "resize":
        return [model.resize(one.to), wordOf(await write((tx, now) => changeCapacity(tx, counter, one.to, now)))]; // prettier-ignore
      case "close": {
        const at = one.inMinutes === null ? null : model.now + one.inMinutes;
        model.closeAt(at);
        return ["done", wordOf(await write((tx, now) => changeTerms(tx, counter, { closesAt: at === null ? null : instant(at) }, now)))]; // prettier-ignore
      }
      case "wait":
        model.now += one.minutes;
        clock.set(instant(model.now).toISOString());
        if (one.round) {
          await settleDue({ database: fresh.database, clock }, communeId);
          model.settle();
        }
        return ["", ""];
      case "promote":
        model.settle();
        await write((tx, now) => settle(tx, counter, now));
        return ["", ""];
      case "tell":
        told.length = 0;
        await telling?.run(communeId, { counter });
        return [model.tell().join(), told.map(({ seatId, why }) => `${ids.indexOf(seatId)} ${why}`).sort().join()]; // prettier-ignore
    }
    if (!seat || !id) return ["", ""];
    const on = async (door: typeof confirmHold | typeof cancelSeat) =>
      wordOf(await write<{ done: unknown } | { refused: string }>((tx, now) => door(tx, id, now)));
    if (one.door === "confirm") return [model.confirm(seat), await on(confirmHold)];
    if (one.door === "accept") return [model.accept(seat), await on(acceptOffer)];
    if (one.door === "redate") {
      const to = timeOf(model.now, one.dated);
      return [model.redate(seat, to.time), wordOf(await write((tx, now) => changeDates(tx, id, to.dates ?? fail(), now)))]; // prettier-ignore
    }
    if (one.door === "decline") return [model.leave(seat, ["offered", "waiting"]), await on(declineOffer)]; // prettier-ignore
    return [model.leave(seat, ["taken", "held", "offered", "waiting"]), await on(cancelSeat)];
  }

  for (const one of [...begun, ...ops]) {
    const [expected, real] = await ask(one);
    assert.equal(real, expected, JSON.stringify(one));
    met.add(`${one.door} ${real.replace(/\d+ /g, "")}`);
    await fresh.database.read(communeId, async (tx) => {
      const kept = await seatsOf(tx, counter);
      const line = kept.filter(({ state }) => state === "waiting").map(({ id }) => ids.indexOf(id));
      assert.deepEqual(line, model.line.map((seat) => model.seats.indexOf(seat))); // prettier-ignore
      const last = line.at(-1);
      const rivals = model.line.filter((one) => overlap(one, model.line.at(-1) ?? always));
      if (last !== undefined) assert.equal(await positionOf(tx, ids[last] ?? ""), rivals.length);
      const uses = await usesOf(tx, [counter], { from: clock.now(), until: null }, clock.now());
      const ahead = { from: clock.now().getTime(), until: Infinity };
      assert.equal(peakOf(uses, ahead), model.peak(model.ahead));
      for (const { id, state, expiresAt, notices, dates } of kept) {
        const seat = model.seats[ids.indexOf(id)];
        assert.deepEqual([minutes(dates?.from ?? null), minutes(dates?.until ?? null)], [finite(seat?.from), finite(seat?.until)]); // prettier-ignore
        assert.deepEqual([state, minutes(expiresAt), notices], [seat?.state, seat?.ends, seat?.notices]); // prettier-ignore
      }
      assert.equal(kept.length, model.seats.length);
      assert.deepEqual((await countsOf(tx, [counter], clock.now())).get(counter), model.counts);
    });
    assert.ok(model.capacity === null || model.peak(model.ahead) <= model.capacity);
  }
}

const finite = (at: number | undefined) => (Number.isFinite(at) ? at : null);

const fail = (): never => assert.fail("dates were given");

function timeOf(now: number, when: { begins: number; lasts: number } | null) {
  if (!when) return { time: modelAlways, dates: undefined };
  const time = { from: now + when.begins, until: now + when.begins + when.lasts };
  return { time, dates: { from: instant(time.from), until: instant(time.until) } };
}

/** Mostly a seat the door is for; sometimes any. */
function chosen(model: Model, door: Op["door"], which: number): number {
  const fits = model.seats.flatMap(({ state, waited }, index) => {
    if (door === "confirm") return !waited && ["held", "expired"].includes(state) ? [index] : [];
    if (door === "redate") return ["taken", "held", "waiting"].includes(state) ? [index] : [];
    if (door === "cancel") return state === "cancelled" ? [] : [index];
    return waited && ["offered", "waiting", "expired"].includes(state) ? [index] : [];
  });
  const among = which % 5 && fits.length ? fits : [...model.seats.keys()];
  return among[which % among.length] ?? 0;
}

test("whatever is done in whatever order, seats are as a simple model says, and never more than the capacity", async () => {
  const capacity = fc.option(fc.nat({ max: 6 }), { freq: 8 });
  await fc.assert(
    fc.asyncProperty(capacity, fc.array(op, { minLength: 8, maxLength: 26, size: "max" }), played),
    { numRuns: 36, seed: 20_261_001, endOnFailure: true },
  );
  const wanted = ["take full", "hold done", "join too_many", "confirm expired", "accept done", "accept expired", "decline done", "cancel done", "redate done", "redate full", "redate gone", "resize capacity_taken", "tell offered"]; // prettier-ignore
  for (const answer of wanted) assert.ok(met.has(answer), `${answer} was met`);
});
