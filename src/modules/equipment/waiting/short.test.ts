import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { freshDatabase } from "../../../testing/database.ts";
import { audit } from "../../../testing/lending/audit.ts";
import { doorsOf } from "../../../testing/lending/doors.ts";
import { openGround } from "../../../testing/lending/ground.ts";
import { waitingDoorsOf } from "../../../testing/lending/waiting-doors.ts";
import { settleDue } from "../../scheduling/seats/jobs.ts";
import { handOver } from "../custody/hand-over.ts";
import { takeBack } from "../custody/take-back.ts";
import { cancelLoan } from "../loans/decide.ts";
import { countAll } from "../reminding/cascade.ts";
import { moveEnd } from "../loans/extend.ts";
import { loansOf } from "../loans/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { changeState } from "../units/write.ts";
import { waitsOf } from "./queries.ts";

const on = (day: number, hour = 8) => new Date(Date.UTC(2027, 2, day, hour));
const unsaid = { missing: [], words: null, fileIds: [] };

const loan = async (tx: Tx, id: string) => (await loansOf(tx, { id }))[0] ?? assert.fail();

/** A shelf of two, both promised from the 22nd to the 26th; somebody waits for one of them from the 24th to the 25th. */
async function open() {
  const fresh = await freshDatabase();
  const ground = await openGround(fresh.ownerUrl, fresh.database, 2, on(20));
  const picking = { below: () => 0, chance: () => false };
  const [doors, list] = [doorsOf(ground, picking), waitingDoorsOf(ground, picking)];
  const write = <T>(work: (tx: Tx) => Promise<T>) => fresh.database.write(ground.communeId, work);
  const hand = (at: Date) => ({ actor: { kind: "person" as const, id: ground.agentId }, at });
  const lines = [{ pool: 0, quantity: 1 }];
  const asked = async () => {
    const wanted = { lines, from: on(22), until: on(26), way: "agent" as const };
    const answer = await write((tx) => doors.ask(tx, wanted, on(20)));
    return "done" in answer ? answer.done : assert.fail();
  };
  const [mine, other] = [await asked(), await asked()];
  const wanted = { lines, from: on(24), until: on(25) };
  const joined = await write((tx) => list.join(tx, { ...wanted, way: "agent" }, on(20)));
  const waits = "done" in joined ? joined.done : assert.fail();
  const poolId = ground.pools[0]?.poolId ?? "";
  const [one, two] = (await write((tx) => unitsOf(tx, { poolId }))).map(({ id }) => id);
  assert.ok(one && two);
  const state = (id: string, became: "repair" | "ready", at: Date) =>
    write(async (tx) => {
      const unit = (await unitsOf(tx, { poolId })).find((one) => one.id === id) ?? assert.fail();
      return changeState(tx, unit, became, null, hand(at));
    });
  const offered = async (at: Date) =>
    ((await write((tx) => waitsOf(tx, at, { loanIds: [waits] })))[0]?.offeredUntil ?? null) !==
    null;
  const give = async (unitId: string, at: Date) => {
    const leaving = [{ ...unsaid, unitId, poolId, condition: "good" as const }];
    const given = await write(async (tx) => handOver(tx, await loan(tx, mine), leaving, hand(at)));
    assert.deepEqual(given, { done: 1 });
  };
  const back = (unitId: string, became: "good" | "broken", at: Date) =>
    write(async (tx) => takeBack(tx, await loan(tx, mine), [{ ...unsaid, unitId, became }], hand(at))); // prettier-ignore
  const shorten = (until: Date, at: Date) =>
    write(async (tx) => {
      const found = await loan(tx, mine);
      return whole(tx, () => moveEnd(tx, found, { until, slotMost: null }, hand(at)));
    });
  const giveUp = (id: string, at: Date) =>
    write(async (tx) => cancelLoan(tx, await loan(tx, id), hand(at)));
  const accept = (at: Date) => write((tx) => list.accept(tx, waits, at));
  const faults = (at: Date) => write((tx) => audit(tx, { now: () => at }));
  const settle = (at: Date) => settleDue({ database: fresh.database, clock: { now: () => at } }, ground.communeId); // prettier-ignore
  const round = (at: Date) => countAll({ database: fresh.database, clock: { now: () => at } }, ground.communeId); // prettier-ignore
  return { drop: fresh.drop, round, mine, other, one, two, state, offered, give, back, shorten, giveUp, accept, faults, settle }; // prettier-ignore
}

test("what comes back early is offered when it is there: not broken, nor while another one lacks", async () => {
  for (const [became, away, expected] of [
    ["good", false, true],
    ["broken", false, false],
    ["good", true, false],
  ] as const) {
    // prettier-ignore
    const { drop, one, two, state, offered, give, back, faults } = await open();
    await give(one, on(22));
    if (away) assert.equal(await state(two, "repair", on(22, 10)), "short");
    await back(one, became, on(23));
    assert.equal(await offered(on(23)), expected, `${became} ${away}`);
    assert.deepEqual(await faults(on(23)), []);
    await drop();
  }
});

test("days given back of a shelf that is short are offered once what lacks is there again, not before", async () => {
  const { drop, one, two, state, offered, give, shorten, settle, faults } = await open();
  await give(one, on(22));
  assert.equal(await state(two, "repair", on(22, 10)), "short");
  assert.deepEqual(await shorten(on(23), on(22, 11)), { done: undefined });
  assert.equal(await offered(on(22, 11)), false, "the other one is promised on these days");
  await settle(on(22, 12));
  assert.equal(await offered(on(22, 12)), false);
  await state(two, "ready", on(22, 13));
  assert.equal(await offered(on(22, 13)), true);
  assert.deepEqual(await faults(on(22, 13)), []);
  await drop();
});

test("what breaks while it is offered is offered no more, by the gesture that says so, and again once it is mended", async () => {
  const { drop, mine, two, state, offered, giveUp, accept, faults } = await open();
  await giveUp(mine, on(21));
  assert.equal(await offered(on(21)), true);
  assert.equal(await state(two, "repair", on(21, 10)), "counted", "an offer is no promise to keep");
  assert.equal(await offered(on(21, 10)), false);
  assert.deepEqual(await accept(on(21, 11)), { refused: "gone" });
  await state(two, "ready", on(21, 12));
  assert.equal(await offered(on(21, 12)), true);
  assert.ok("done" in (await accept(on(21, 13))));
  assert.deepEqual(await faults(on(21, 13)), []);
  await drop();
});

test("what is late is offered no more from the next round of the clock, or from the yes that finds it so", async () => {
  for (const first of ["round", "yes"]) {
    const { drop, one, offered, give, shorten, accept, round, faults } = await open();
    await give(one, on(22));
    assert.deepEqual(await shorten(on(23), on(22, 12)), { done: undefined });
    const late = on(23, 9);
    await round(on(22, 20));
    assert.equal(await offered(on(22, 20)), true, "it is to be back by then");
    if (first === "round") await round(late);
    else assert.deepEqual(await accept(late), { refused: "not_there" });
    assert.equal(await offered(late), false, first);
    assert.deepEqual(await faults(late), []);
    await drop();
  }
});
