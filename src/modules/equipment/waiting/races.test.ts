import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { freshDatabase } from "../../../testing/database.ts";
import { audit } from "../../../testing/lending/audit.ts";
import { doorsOf } from "../../../testing/lending/doors.ts";
import { openGround } from "../../../testing/lending/ground.ts";
import { waitingDoorsOf } from "../../../testing/lending/waiting-doors.ts";
import { createAssociation } from "../../associations/index.ts";
import { dayStart, seatsOf } from "../../scheduling/index.ts";
import { settleDue } from "../../scheduling/seats/jobs.ts";
import { interleaved } from "../../scheduling/seats/interleaved.testing.ts";
import { loansOf } from "../loans/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { changeState } from "../units/write.ts";
import { joinList } from "./join.ts";
import { waitsOf } from "./queries.ts";
import { mostWaits } from "./rules.ts";

const at = new Date("2027-03-20T08:00:00Z");
const zone = "Europe/Paris";
const wanted = {
  lines: [{ pool: 0, quantity: 1 }],
  from: new Date("2027-03-26T08:00:00Z"),
  until: new Date("2027-03-27T08:00:00Z"),
  way: "agent" as const,
};

/** One of each model, lent to somebody over the days waited for. */
async function open() {
  const fresh = await freshDatabase();
  const ground = await openGround(fresh.ownerUrl, fresh.database, 1, at);
  let drawn = 0;
  const picking = { below: (most: number) => drawn++ % most, chance: () => false };
  const [doors, list] = [doorsOf(ground, picking), waitingDoorsOf(ground, picking)];
  const write = <T>(work: (tx: Tx) => Promise<T>) => fresh.database.write(ground.communeId, work);
  const lent = await write((tx) => doors.ask(tx, wanted, at));
  assert.ok("done" in lent);
  const joined = async () => {
    const outcome = await write((tx) => list.join(tx, wanted, at));
    assert.ok("done" in outcome);
    return outcome.done;
  };
  const states = () =>
    write(async (tx) => (await seatsOf(tx, ground.pools[0]?.counterId ?? "")).map(({ state }) => state)); // prettier-ignore
  const faults = () => write((tx) => audit(tx, { now: () => at }));
  return { ...fresh, ground, doors, list, write, taken: lent.done, joined, states, faults };
}

test("who joins at the instant it is given back is offered it, whoever writes first", async () => {
  for (const first of ["give back", "join"]) {
    const { database, ground, doors, list, taken, states, faults, drop } = await open();
    const giving = (tx: Tx) => doors.cancel(tx, taken, at);
    const joining = (tx: Tx) => list.join(tx, wanted, at);
    if (first === "join") await interleaved<unknown>(database, ground.communeId, joining, giving);
    else await interleaved<unknown>(database, ground.communeId, giving, joining);
    assert.deepEqual((await states()).toSorted(), ["cancelled", "offered"], first);
    assert.deepEqual(await faults(), []);
    await drop();
  }
});

test("two who join at once for the last one: one is offered it, the other is next; both say yes at once: one has it", async () => {
  const { database, ground, doors, list, write, taken, states, faults, drop } = await open();
  await write((tx) => doors.cancel(tx, taken, at));
  const both: string[] = [];
  const joining = async (tx: Tx) => {
    const outcome = await list.join(tx, wanted, at);
    if ("done" in outcome) both.push(outcome.done);
  };
  await interleaved(database, ground.communeId, joining, joining);
  assert.deepEqual((await states()).toSorted(), ["cancelled", "offered", "waiting"]);
  const [one = "", two = ""] = both;
  await interleaved<unknown>(database, ground.communeId, (tx) => list.accept(tx, one, at), (tx) => list.accept(tx, two, at)); // prettier-ignore
  assert.deepEqual((await states()).toSorted(), ["cancelled", "taken", "waiting"]);
  assert.deepEqual(await faults(), []);
  await drop();
});

test("yes and no said at once to one offer: the first holds, and nothing is lost", async () => {
  for (const first of ["yes", "no"]) {
    const { database, ground, doors, list, write, taken, joined, states, faults, drop } = await open(); // prettier-ignore
    const [one, next] = [await joined(), await joined()];
    await write((tx) => doors.cancel(tx, taken, at));
    const yes = (tx: Tx) => list.accept(tx, one, at);
    const no = (tx: Tx) => list.leave(tx, one, at);
    if (first === "yes") await interleaved<unknown>(database, ground.communeId, yes, no);
    else await interleaved<unknown>(database, ground.communeId, no, yes);
    const expected = first === "yes" ? ["cancelled", "taken", "waiting"] : ["cancelled", "cancelled", "offered"]; // prettier-ignore
    assert.deepEqual((await states()).toSorted(), expected, first);
    const [following] = await write((tx) => loansOf(tx, { id: next }));
    assert.equal(following?.state, "waiting");
    assert.deepEqual(await faults(), []);
    await drop();
  }
});

test("yes said at the instant it breaks: it is promised and lacks, or it is offered no more and they wait on", async () => {
  for (const first of ["yes", "breaks"]) {
    const { database, ground, doors, list, write, taken, joined, states, faults, drop } = await open(); // prettier-ignore
    const one = await joined();
    await write((tx) => doors.cancel(tx, taken, at));
    const yes = (tx: Tx) => list.accept(tx, one, at);
    const breaks = async (tx: Tx) => {
      const [unit] = await unitsOf(tx, { poolId: ground.pools[0]?.poolId ?? "" });
      const hand = { actor: { kind: "system" as const }, at };
      return unit && changeState(tx, unit, "repair", null, hand);
    };
    if (first === "yes") await interleaved<unknown>(database, ground.communeId, yes, breaks);
    else await interleaved<unknown>(database, ground.communeId, breaks, yes);
    const expected = first === "yes" ? ["cancelled", "taken"] : ["cancelled", "waiting"];
    assert.deepEqual((await states()).toSorted(), expected, first);
    assert.deepEqual(await faults(), []);
    await drop();
  }
});

test("the order is the database's: a service first, then the day, then the priority of 2.3, then who came first; who lets an offer pass is last", async () => {
  const { database, ground, doors, write, taken, drop } = await open();
  const [pool] = ground.pools;
  const wait = (borrower: { service: string } | { associationId: string }, day: string) =>
    write(async (tx) => {
      const shelf = { poolId: pool?.poolId ?? "", counterId: pool?.counterId ?? "", placeId: ground.placeId, zone, bufferMinutes: 60 }; // prettier-ignore
      const asked = { ...shelf, borrower, quantity: 1, purpose: "Fête", askedBy: null, days: { from: "2027-03-26", until: "2027-03-27" } }; // prettier-ignore
      const outcome = await joinList(tx, asked, { actor: { kind: "system" }, at: new Date(`${day}T09:00:00Z`) }); // prettier-ignore
      assert.ok("done" in outcome);
      return outcome.done;
    });
  const association = (name: string, far: readonly string[]) =>
    write(async (tx) => {
      const made = await createAssociation(tx, { name }, { source: "hand", at, actor: { kind: "system" } }); // prettier-ignore
      await tx.updateTable("association").set({ publics: [...far] }).where("association_id", "=", made.id).execute(); // prettier-ignore
      return { associationId: made.id };
    });
  const near = await association("Voile", []);
  const far = await association("Entraide", ["seniors", "newcomers"]);
  const late = await association("Théâtre", ["seniors", "newcomers"]);
  const order = [await wait(near, "2027-03-20"), await wait(far, "2027-03-20"), await wait(late, "2027-03-21"), await wait({ service: "Mairie" }, "2027-03-21")]; // prettier-ignore
  const line = async (now: Date) => {
    const waits = await write((tx) => waitsOf(tx, now));
    return waits.map(({ loanId, offeredUntil, before, services }) => [order.indexOf(loanId), offeredUntil ? "offered" : before, services]); // prettier-ignore
  };
  const now = new Date("2027-03-21T10:00:00Z");
  assert.deepEqual(await line(now), [[3, 0, 0], [1, 1, 1], [0, 2, 1], [2, 3, 1]]); // prettier-ignore
  await write((tx) => doors.cancel(tx, taken, now));
  assert.deepEqual(await line(now), [[3, "offered", 0], [1, 0, 0], [0, 1, 0], [2, 2, 0]]); // prettier-ignore
  // The letter was written, nobody answered: the next one's turn, and the service goes ahead no more.
  await write((tx) => tx.updateTable("seat").set({ to_tell: null, notices: 1 }).where("state", "=", "offered").execute()); // prettier-ignore
  const next = new Date("2027-03-22T11:00:00Z");
  await settleDue({ database, clock: { now: () => next } }, ground.communeId);
  assert.deepEqual(await line(next), [[1, "offered", 0], [0, 0, 0], [2, 1, 0], [3, 2, 0]]); // prettier-ignore
  assert.ok(dayStart(zone, "2027-03-26") > next.getTime());
  await drop();
});

test("two joins at once on two shelves never make a borrower wait for more than the most there may be", async () => {
  const { database, ground, write, drop } = await open();
  const joining = (shelf: number, day: number) => (tx: Tx) => {
    const { poolId = "", counterId = "" } = ground.pools[shelf] ?? {};
    const date = `2027-04-${String(day).padStart(2, "0")}`;
    const asked = { poolId, counterId, placeId: ground.placeId, zone, bufferMinutes: 60, borrower: { service: "Mairie" }, quantity: 1, purpose: "Fête", askedBy: null, days: { from: date, until: date } }; // prettier-ignore
    return joinList(tx, asked, { actor: { kind: "system" }, at });
  };
  for (let nth = 1; nth < mostWaits; nth++) assert.ok("done" in (await write(joining(0, nth))));
  const second = await interleaved(database, ground.communeId, joining(1, 20), joining(2, 21));
  assert.deepEqual(second, { refused: "most" });
  assert.equal((await write((tx) => waitsOf(tx, at))).length, mostWaits);
  await drop();
});
