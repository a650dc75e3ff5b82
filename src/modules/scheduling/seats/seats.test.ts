import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { runWaitingJobs } from "../../../platform/jobs.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, testStart, type TestSite } from "../../../testing/site.ts";
import { changeCapacity, closeCounter, openCounter, type Terms } from "./counter.ts";
import { seatJobs, settleDue, type SeatOwner, type Told } from "./jobs.ts";
import { countsOf, positionOf, seatById, seatsOf } from "./queries.ts";
import { seatRefusalKeys, seatWords } from "./words.ts";
import { cancelSeat, declineOffer } from "./leave.ts";
import { acceptOffer, confirmHold, hold, joinWaiting, take } from "./write.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const write = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
  site.database.write(site.communeId, (tx) => work(tx, site.clock.now()));
const open = (capacity: number | null, terms: Partial<Terms> = {}) =>
  write((tx, now) => openCounter(tx, "workshops", capacity, { offerMinutes: 60, ...terms }, now));
const later = (minutes: number) =>
  site.clock.set(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString());
const done = <T>(outcome: { done: T } | { refused: string }): T => {
  assert.ok("done" in outcome, JSON.stringify(outcome));
  return outcome.done;
};
const taken = async (counter: string, quantity = 1) =>
  done(await write((tx, now) => take(tx, counter, quantity, now))).id;
const joined = async (counter: string, quantity = 1) =>
  done(await write((tx, now) => joinWaiting(tx, counter, quantity, now))).id;
const cancelled = (id: string) => write((tx, now) => cancelSeat(tx, id, now));
const stateOf = async (id: string) => (await write((tx) => seatById(tx, id)))?.state;

/** A room that opens counters, and what it said. */
const said: Told[] = [];
const owner: SeatOwner = {
  owner: "workshops",
  onOffered: async (_, told) => void said.push(...told),
  onLeft: async (_, told) => void said.push(...told),
};
async function told(counter: string): Promise<string[]> {
  said.length = 0;
  await runWaitingJobs(site.ownerUrl, seatJobs(site.house, [owner]), site.database);
  const here = said.filter(({ counterId }) => counterId === counter);
  return here.map(({ seatId, why, notice }) => `${seatId} ${why} ${notice}`);
}

test("a freed seat is offered to the first of the list; without answer they go last, and after three offers leave, told each time once", async () => {
  const counter = await open(1);
  const first = await taken(counter);
  const silent = await joined(counter);
  await cancelled(first);
  assert.deepEqual(await told(counter), [`${silent} offered 1`]);
  assert.deepEqual(await told(counter), [], "once");
  const walkIn = await write((tx, now) => take(tx, counter, 1, now));
  assert.deepEqual(walkIn, { refused: "full" }, "an offer occupies its seat");
  const next = await joined(counter);
  later(61);
  await settleDue(site.house, site.communeId);
  assert.equal(await stateOf(next), "offered");
  assert.equal(await write((tx) => positionOf(tx, silent)), 1);
  assert.deepEqual(await told(counter), [`${next} offered 1`]);
  await write((tx, now) => declineOffer(tx, next, now));
  assert.deepEqual(await told(counter), [`${silent} offered 2`]);
  later(61);
  await settleDue(site.house, site.communeId);
  assert.deepEqual(await told(counter), [`${silent} offered 3`], "alone, they are asked again");
  later(61);
  await settleDue(site.house, site.communeId);
  assert.deepEqual(await told(counter), [`${silent} unanswered 3`]);
  assert.equal(await stateOf(silent), "expired");
  assert.deepEqual(await write((tx, now) => acceptOffer(tx, silent, now)), { refused: "expired" });
  await taken(counter);
});

test("an offer the worker could not tell in time costs nothing: they keep their place", async () => {
  const counter = await open(1);
  const first = await taken(counter);
  const waiting = await joined(counter);
  const behind = await joined(counter);
  await cancelled(first);
  later(61);
  await settleDue(site.house, site.communeId);
  assert.equal(await stateOf(waiting), "offered");
  assert.equal(await write((tx) => positionOf(tx, behind)), 1);
  assert.deepEqual(await told(counter), [`${waiting} offered 1`]);
  done(await write((tx, now) => acceptOffer(tx, waiting, now)));
  assert.equal(await stateOf(waiting), "taken");
});

test("who asks for three is passed over three times at most, then seats are kept for them", async () => {
  const counter = await open(4);
  const seats = [await taken(counter), await taken(counter), await taken(counter), await taken(counter)]; // prettier-ignore
  const family = await joined(counter, 3);
  const small = [await joined(counter), await joined(counter), await joined(counter), await joined(counter)]; // prettier-ignore
  for (const seat of seats.slice(0, 3)) await cancelled(seat);
  assert.deepEqual(await Promise.all(small.map(stateOf)), ["offered", "offered", "offered", "waiting"]); // prettier-ignore
  await cancelled(seats[3] ?? "");
  assert.equal(await stateOf(small[3] ?? ""), "waiting", "the free seat is kept");
  assert.deepEqual(await write((tx, now) => take(tx, counter, 1, now)), { refused: "full" });
  for (const seat of small.slice(0, 2)) await cancelled(seat);
  assert.deepEqual([await stateOf(family), await stateOf(small[3] ?? "")], ["offered", "waiting"]);
});

test("a hold frees itself with the clock alone; late, it is confirmed only if its seats are still free", async () => {
  const counter = await open(2);
  const holding = async () => {
    const until = new Date(site.clock.now().getTime() + 15 * 60_000);
    return done(await write((tx, now) => hold(tx, counter, 1, until, now))).id;
  };
  const [early, late] = [await holding(), await holding()];
  assert.deepEqual(await write((tx, now) => take(tx, counter, 1, now)), { refused: "full" });
  later(14);
  done(await write((tx, now) => confirmHold(tx, early, now)));
  later(1);
  done(await write((tx, now) => confirmHold(tx, late, now)));
  assert.deepEqual([await stateOf(early), await stateOf(late)], ["taken", "taken"]); // prettier-ignore
  await cancelled(early);
  const lost = await holding();
  later(16);
  await taken(counter);
  assert.deepEqual(await write((tx, now) => confirmHold(tx, lost, now)), { refused: "expired" });
  assert.deepEqual(await write((tx, now) => confirmHold(tx, early, now)), { refused: "gone" });
});

test("capacity goes up for those who wait, and never below what is occupied; closing tells who still waits", async () => {
  const counter = await open(2);
  const one = await taken(counter, 2);
  const two = await joined(counter, 2);
  const three = await joined(counter);
  assert.deepEqual(await write((tx, now) => changeCapacity(tx, counter, 1, now)), { refused: "capacity_taken" }); // prettier-ignore
  assert.deepEqual(await write((tx, now) => joinWaiting(tx, counter, 3, now)), { refused: "too_many" }); // prettier-ignore
  done(await write((tx, now) => changeCapacity(tx, counter, 4, now)));
  assert.deepEqual(await told(counter), [`${two} offered 1`]);
  done(await write((tx, now) => closeCounter(tx, counter, now)));
  assert.deepEqual(await told(counter), [`${three} closed 0`]);
  assert.deepEqual(await write((tx, now) => take(tx, counter, 1, now)), { refused: "closed" });
  done(await write((tx, now) => acceptOffer(tx, two, now)));
  const kept = new Map((await write((tx) => seatsOf(tx, counter))).map((seat) => [seat.id, seat]));
  assert.deepEqual([one, two, three].map((id) => kept.get(id)?.state), ["taken", "taken", "expired"]); // prettier-ignore
  const strict = await open(0, { waiting: false });
  assert.deepEqual(await write((tx, now) => joinWaiting(tx, strict, 1, now)), { refused: "no_waiting" }); // prettier-ignore
});

const words = async (id: string, lang: "fr" | "en") => {
  const counts = (await write((tx, now) => countsOf(tx, [id], now))).get(id);
  assert.ok(counts);
  return seatWords(site.house.words(lang), counts).replace(/\s/g, " ");
};

test("what remains is said in words, in French and in English", async () => {
  const counter = await open(4);
  assert.equal(await words(counter, "fr"), "Il reste 4 places");
  await taken(counter, 3);
  assert.equal(await words(counter, "fr"), "Dernière place");
  await taken(counter);
  assert.equal(await words(counter, "en"), "Full");
  await joined(counter, 3);
  await joined(counter);
  assert.equal(await words(counter, "fr"), "Complet : 4 personnes attendent");
  assert.equal(await words(counter, "en"), "Full: 4 people are waiting");
  assert.equal(await words(await open(null), "fr"), "Sans limite de places");
  assert.equal(await words(await open(3, { closesAt: new Date(testStart) }), "fr"), "Les inscriptions sont closes"); // prettier-ignore
  for (const key of Object.values(seatRefusalKeys))
    assert.match(site.house.words("fr")(key), /\.$/);
});

test("another commune finds none of it, and changes nothing", async () => {
  const counter = await open(1);
  const seat = await taken(counter);
  const now = site.clock.now();
  const there = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.otherCommuneId, work);
  assert.deepEqual(await there((tx) => take(tx, counter, 1, now)), { refused: "gone" });
  assert.deepEqual(await there((tx) => joinWaiting(tx, counter, 1, now)), { refused: "gone" });
  assert.deepEqual(await there((tx) => cancelSeat(tx, seat, now)), { refused: "gone" });
  assert.deepEqual(await there((tx) => changeCapacity(tx, counter, 9, now)), { refused: "gone" });
  assert.deepEqual(await there((tx) => closeCounter(tx, counter, now)), { refused: "gone" });
  assert.equal((await there((tx) => countsOf(tx, [counter], now))).size, 0);
  assert.deepEqual(await there((tx) => seatsOf(tx, counter)), []);
  assert.equal(await there((tx) => seatById(tx, seat)), undefined);
  assert.equal(await stateOf(seat), "taken");
});
