import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import fc from "fast-check";
import type { Tx } from "../../../platform/db/database.ts";
import { runWaitingJobs } from "../../../platform/jobs.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { changeCapacity, openCounter, sayPresent } from "./counter.ts";
import { seatJobs, settleDue, type SeatOwner } from "./jobs.ts";
import { cancelSeat } from "./leave.ts";
import { positionOf, seatById, seatsOf } from "./queries.ts";
import { whoIsWithdrawn } from "./rules.ts";
import { settle } from "./settle.ts";
import { acceptOffer, joinWaiting, take, type InOrder } from "./write.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const write = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
  site.database.write(site.communeId, (tx) => work(tx, site.clock.now()));
const open = (capacity: number) =>
  write((tx, now) => openCounter(tx, "things", capacity, { offerMinutes: 60 }, now));
const later = async (minutes: number) => {
  site.clock.set(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString());
  await settleDue(site.house, site.communeId);
};
/** From a day of January 2028 to another one. */
const days = (from: number, until: number) => ({
  from: new Date(Date.UTC(2028, 0, from)),
  until: new Date(Date.UTC(2028, 0, until)),
});
type Days = ReturnType<typeof days>;
const idOf = (outcome: { done: { id: string } } | { refused: string }): string => {
  assert.ok("done" in outcome, JSON.stringify(outcome));
  return outcome.done.id;
};
const had = async (counter: string, quantity: number, dates: Days) =>
  idOf(await write((tx, now) => take(tx, counter, quantity, now, dates)));
const waits = async (counter: string, quantity: number, dates: Days, order?: InOrder) =>
  idOf(await write((tx, now) => joinWaiting(tx, counter, quantity, now, dates, order)));
const gives = (id: string) => write((tx, now) => cancelSeat(tx, id, now));
/** What is there becomes so many: all of what may be promised, or fewer than was. */
const there = (counter: string, present: number | null) =>
  write(async (tx, now) => {
    if (await sayPresent(tx, counter, present)) await settle(tx, counter, now);
  });
const seat = async (id: string) => (await write((tx) => seatById(tx, id))) ?? assert.fail();
const states = (...ids: string[]) => Promise.all(ids.map(async (id) => (await seat(id)).state));

/** What the room says, once each. */
const said: string[] = [];
const say = (what: string): SeatOwner["onOffered"] => async (_, told) => void said.push(...told.map(({ seatId, notice }) => `${seatId} ${what} ${notice}`)); // prettier-ignore
const owner: SeatOwner = { owner: "things", onOffered: say("offered"), onWithdrawn: say("withdrawn"), onLeft: say("left") }; // prettier-ignore
const told = async () => {
  said.length = 0;
  await runWaitingJobs(site.ownerUrl, seatJobs(site.house, [owner]), site.database);
  return [...said];
};

test("what was offered and is no longer there is offered no more: they wait where they were, it costs nothing, they are told once", async () => {
  const counter = await open(2);
  const [one, two] = [await had(counter, 1, days(3, 9)), await had(counter, 1, days(3, 9))];
  const order = { ahead: true, since: "2027-12-01", score: 40 };
  const first = await waits(counter, 1, days(4, 6), order);
  const next = await waits(counter, 1, days(4, 6));
  await gives(one);
  assert.deepEqual(await told(), [`${first} offered 1`]);
  await there(counter, 1);
  assert.deepEqual(await states(first, next), ["waiting", "waiting"]);
  assert.equal(await write((tx) => positionOf(tx, first)), 1);
  assert.deepEqual([(await seat(first)).notices, (await seat(first)).expiresAt], [0, null]);
  assert.deepEqual(await told(), [`${first} withdrawn 0`]);
  assert.deepEqual(await told(), []);
  assert.deepEqual(await write((tx, now) => acceptOffer(tx, first, now)), { refused: "expired" });
  await later(90);
  assert.deepEqual(await states(first, next), ["waiting", "waiting"], "no end to wait for");
  // There again: the same one is offered it, for the first time of three.
  await there(counter, null);
  assert.deepEqual(await states(first, next), ["offered", "waiting"]);
  assert.deepEqual(await told(), [`${first} offered 1`]);
  await gives(two);
  assert.deepEqual(await told(), [`${next} offered 1`]);
});

test("three offers withdrawn put nobody out of the list; one that was never told is withdrawn without a word", async () => {
  const counter = await open(1);
  const mine = await had(counter, 1, days(3, 9));
  const first = await waits(counter, 1, days(4, 6));
  await gives(mine);
  await there(counter, 0);
  assert.deepEqual(await told(), [], "neither offered nor withdrawn");
  for (let nth = 0; nth < 4; nth++) {
    await there(counter, null);
    assert.deepEqual(await told(), [`${first} offered 1`]);
    await there(counter, 0);
    assert.deepEqual(await told(), [`${first} withdrawn 0`]);
  }
  assert.equal((await seat(first)).state, "waiting");
});

test("of several offers the last of the list is withdrawn, those of other days stand, and who asks for less has what is left", async () => {
  const counter = await open(3);
  const all = await had(counter, 3, days(3, 20));
  const [two, one, less, other] = [await waits(counter, 2, days(4, 6)), await waits(counter, 1, days(5, 8)), await waits(counter, 1, days(4, 6)), await waits(counter, 2, days(10, 12))]; // prettier-ignore
  await gives(all);
  assert.deepEqual(await states(two, one, less, other), ["offered", "offered", "waiting", "offered"]); // prettier-ignore
  await there(counter, 2);
  assert.deepEqual(await states(two, one, less, other), ["offered", "waiting", "waiting", "offered"]); // prettier-ignore
  await there(counter, 1);
  assert.deepEqual(await states(two, one, less, other), ["waiting", "offered", "waiting", "waiting"]); // prettier-ignore
  // Nothing of it is promised any more: the capacity follows.
  assert.ok("done" in (await write((tx, now) => changeCapacity(tx, counter, 1, now))));
  assert.equal((await write((tx) => seatsOf(tx, counter))).length, 5);
});

test("what is kept fits on every day, and nothing is withdrawn that would fit with what comes before it", () => {
  const span = fc.record({ from: fc.nat({ max: 8 }), long: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 1, max: 3 }) }); // prettier-ignore
  const use = span.map(({ from, long, quantity }) => ({ from, until: from + long, quantity }));
  fc.assert(
    fc.property(fc.array(use, { maxLength: 4 }), fc.array(use, { maxLength: 6 }), fc.nat({ max: 6 }), (taken, offers, present) => {
      const offered = offers.map((one, nth) => ({ ...one, id: String(nth), passed: 0 }));
      const gone = whoIsWithdrawn(present, [...taken, ...offers], offered);
      const kept = [...taken];
      for (const one of offered) {
        const onDay = (day: number) => kept.reduce((sum, use) => (use.from <= day && day < use.until ? sum + use.quantity : sum), 0); // prettier-ignore
        let fits = true;
        for (let day = one.from; day < one.until; day++) fits &&= onDay(day) + one.quantity <= present; // prettier-ignore
        assert.equal(gone.includes(one.id), !fits);
        if (fits) kept.push(one);
      }
    }),
  ); // prettier-ignore
});
