import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { changeCapacity, openCounter } from "./counter.ts";
import { always, peakOf } from "./dates.ts";
import { settleDue } from "./jobs.ts";
import { cancelSeat, changeDates, lessenSeat } from "./leave.ts";
import { positionOf, seatById } from "./queries.ts";
import { usesOf } from "./uses.ts";
import { acceptOffer, joinWaiting, take } from "./write.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const write = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
  site.database.write(site.communeId, (tx) => work(tx, site.clock.now()));
const open = (capacity: number) =>
  write((tx, now) => openCounter(tx, "loans", capacity, { offerMinutes: 60 }, now));
/** From a day of January 2028 to another one, at noon. */
const days = (from: number, until: number) => ({
  from: new Date(Date.UTC(2028, 0, from, 11)),
  until: new Date(Date.UTC(2028, 0, until, 11)),
});
type Days = ReturnType<typeof days>;
const asked = (counter: string, dates: Days, quantity = 1) =>
  write((tx, now) => take(tx, counter, quantity, now, dates));
const idOf = <T extends { id: string }>(outcome: { done: T } | { refused: string }): string => {
  assert.ok("done" in outcome, JSON.stringify(outcome));
  return outcome.done.id;
};
const waits = async (counter: string, dates: Days, quantity = 1) =>
  idOf(await write((tx, now) => joinWaiting(tx, counter, quantity, now, dates)));
const stateOf = async (id: string) => (await write((tx) => seatById(tx, id)))?.state;

test("what is given back at an instant is free for who comes at the same one; an hour more is refused", async () => {
  const counter = await open(2);
  idOf(await asked(counter, days(3, 7), 2));
  idOf(await asked(counter, days(7, 9), 2));
  idOf(await asked(counter, days(1, 3), 2));
  assert.deepEqual(await asked(counter, days(2, 3)), { refused: "full" });
  assert.deepEqual(await asked(counter, days(8, 20)), { refused: "full" });
  idOf(await asked(counter, days(9, 20)));
});

test("two loans that do not meet count as one: the most that is out at one instant is what counts", async () => {
  const counter = await open(2);
  idOf(await asked(counter, days(1, 3)));
  idOf(await asked(counter, days(4, 6)));
  idOf(await asked(counter, days(7, 9)));
  idOf(await asked(counter, days(1, 9)));
  assert.deepEqual(await asked(counter, days(3, 8)), { refused: "full" });
  idOf(await asked(counter, days(3, 4)));
});

test("who waits for a time is offered it, and only then: other times are free to anyone", async () => {
  const counter = await open(1);
  const out = idOf(await asked(counter, days(10, 20)));
  const [week, sameWeek] = [await waits(counter, days(12, 14)), await waits(counter, days(13, 15))];
  const other = await waits(counter, days(17, 19));
  assert.equal(await write((tx) => positionOf(tx, sameWeek)), 2);
  assert.equal(await write((tx) => positionOf(tx, other)), 1, "nobody else waits for that time");
  idOf(await asked(counter, days(20, 22)));
  await write((tx, now) => changeDates(tx, out, days(10, 13), now));
  assert.deepEqual([await stateOf(week), await stateOf(sameWeek), await stateOf(other)], ["waiting", "offered", "offered"]); // prettier-ignore
  assert.deepEqual(await asked(counter, days(16, 18)), { refused: "full" }, "an offer occupies");
  idOf(await asked(counter, days(15, 17)));
  assert.deepEqual(await write((tx, now) => acceptOffer(tx, other, now)), { done: undefined });
});

test("a longer loan does not take what somebody waits for, nor what is taken; a shorter one gives it back", async () => {
  const counter = await open(1);
  const first = idOf(await asked(counter, days(1, 5)));
  const second = idOf(await asked(counter, days(8, 10)));
  const longer = (until: number) => write((tx, now) => changeDates(tx, first, days(1, until), now));
  assert.deepEqual(await longer(9), { refused: "full" });
  const waiting = await waits(counter, days(6, 9));
  assert.deepEqual(await longer(7), { refused: "full" }, "somebody waits for it");
  assert.deepEqual(await longer(6), { done: undefined });
  await write((tx, now) => cancelSeat(tx, second, now));
  assert.equal(await stateOf(waiting), "offered");
  assert.deepEqual(await longer(7), { refused: "full" });
});

test("fewer things than are promised later is refused; what was out in the past does not count", async () => {
  const counter = await open(3);
  idOf(await asked(counter, days(1, 5), 3));
  idOf(await asked(counter, days(10, 12), 2));
  const lower = (to: number) => write((tx, now) => changeCapacity(tx, counter, to, now));
  assert.deepEqual(await lower(2), { refused: "capacity_taken" });
  const before = site.clock.now().toISOString();
  site.clock.set("2028-01-06T11:00:00Z");
  assert.deepEqual(await lower(2), { done: undefined });
  assert.deepEqual(await lower(1), { refused: "capacity_taken" });
  site.clock.set(before);
});

test("a loan is made longer although more was out when it began than there is now", async () => {
  const before = site.clock.now().toISOString();
  const counter = await open(3);
  const kept = idOf(await asked(counter, days(1, 9)));
  idOf(await asked(counter, days(1, 3), 2));
  site.clock.set("2028-01-05T11:00:00Z");
  await write((tx, now) => changeCapacity(tx, counter, 1, now));
  assert.deepEqual(await write((tx, now) => changeDates(tx, kept, days(1, 12), now)), { done: undefined }); // prettier-ignore
  site.clock.set(before);
});

test("who read the hour before a shelf shrank still gives back a part, and the rest, when their turn comes", async () => {
  const before = site.clock.now().toISOString();
  const counter = await open(5);
  const kept = idOf(await asked(counter, days(1, 9), 3));
  idOf(await asked(counter, days(1, 3), 2));
  site.clock.set("2028-01-02T11:00:00Z");
  const read = site.clock.now();
  site.clock.set("2028-01-03T11:00:00Z");
  assert.deepEqual(await write((tx, now) => changeCapacity(tx, counter, 3, now)), { done: undefined }); // prettier-ignore
  assert.deepEqual(await write((tx) => lessenSeat(tx, kept, 1, read)), { done: undefined });
  assert.deepEqual(await write((tx) => changeDates(tx, kept, days(1, 8), read)), { done: undefined }); // prettier-ignore
  site.clock.set(before);
});

test("a time that has begun is waited for no longer, and its offer ends when it begins", async () => {
  const before = site.clock.now().toISOString();
  const counter = await open(1);
  idOf(await asked(counter, days(10, 20)));
  const waiting = await waits(counter, days(12, 14));
  const offered = await waits(counter, days(5, 6));
  assert.equal(await stateOf(offered), "offered");
  site.clock.set("2028-01-05T10:30:00Z");
  await settleDue(site.house, site.communeId);
  const seat = await write((tx) => seatById(tx, offered));
  assert.equal(seat?.expiresAt?.toISOString(), "2028-01-05T11:00:00.000Z");
  site.clock.set("2028-01-12T11:00:00Z");
  await settleDue(site.house, site.communeId);
  assert.deepEqual([await stateOf(waiting), await stateOf(offered)], ["expired", "expired"]);
  const late = await write((tx, now) => joinWaiting(tx, counter, 1, now, days(12, 14)));
  assert.deepEqual(late, { refused: "closed" });
  site.clock.set(before);
});

const local = (from: string, until: string) => ({ from: new Date(from), until: new Date(until) });

test("the nights of the changes of hour and the leap day last what they last", async () => {
  const counter = await open(1);
  // 02:00 comes twice on 31 October 2027 in France: half past two of summer, then of winter.
  idOf(await asked(counter, local("2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00")));
  idOf(await asked(counter, local("2027-10-31T02:30+01:00", "2027-10-31T03:00+01:00")));
  assert.deepEqual(await asked(counter, local("2027-10-31T02:45+02:00", "2027-10-31T02:50+02:00")), { refused: "full" }); // prettier-ignore
  // 03:00 follows 02:00 on 28 March 2027.
  idOf(await asked(counter, local("2027-03-28T01:00+01:00", "2027-03-28T02:00+01:00")));
  idOf(await asked(counter, local("2027-03-28T03:00+02:00", "2027-03-28T04:00+02:00")));
  idOf(await asked(counter, local("2028-02-28T12:00+01:00", "2028-02-29T12:00+01:00")));
  idOf(await asked(counter, local("2028-02-29T12:00+01:00", "2028-03-01T12:00+01:00")));
});

test("what is had of a counter is read between two instants, what has no dates always", async () => {
  const counter = await open(5);
  idOf(await asked(counter, days(1, 3), 2));
  idOf(await asked(counter, days(5, 8)));
  idOf(await write((tx, now) => take(tx, counter, 1, now)));
  const uses = await write((tx, now) => usesOf(tx, [counter], days(3, 6), now));
  assert.equal(uses.length, 2);
  assert.equal(peakOf(uses, always), 2);
  assert.deepEqual(await write((tx, now) => usesOf(tx, [], days(3, 6), now)), []);
});
