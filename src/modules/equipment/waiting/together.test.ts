import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { freshDatabase } from "../../../testing/database.ts";
import { doorsOf } from "../../../testing/lending/doors.ts";
import { openGround } from "../../../testing/lending/ground.ts";
import { waitingDoorsOf } from "../../../testing/lending/waiting-doors.ts";
import { cancelLoan } from "../loans/decide.ts";
import { loansOf } from "../loans/queries.ts";
import { countStock } from "../pools/stock.ts";
import { unitsOf } from "../units/queries.ts";
import { handOver } from "../custody/hand-over.ts";
import { waitsOf } from "./queries.ts";

const on = (day: number, hour = 8) => new Date(Date.UTC(2027, 2, day, hour));

const idOf = (answer: { done: string } | { refused: string }) => "done" in answer ? answer.done : assert.fail(answer.refused); // prettier-ignore
const of = (quantity: number) => [{ pool: 0, quantity }];

/** A shelf of two, what is asked and waited for of it, and its units that break or come back. */
async function open() {
  const fresh = await freshDatabase();
  const ground = await openGround(fresh.ownerUrl, fresh.database, 2, on(20));
  let drawn = 0;
  const picking = { below: () => (drawn += 1), chance: () => false };
  const [doors, list] = [doorsOf(ground, picking), waitingDoorsOf(ground, picking)];
  const write = <T>(work: (tx: Tx) => Promise<T>) => fresh.database.write(ground.communeId, work);
  const poolId = ground.pools[0]?.poolId ?? "";
  const ask = (quantity: number, from: Date, until: Date) =>
    write(async (tx) => idOf((await doors.ask(tx, { lines: of(quantity), from, until, way: "agent" }, on(20))) as { done: string })); // prettier-ignore
  const join = (quantity: number, at: Date) =>
    write(async (tx) => idOf((await list.join(tx, { lines: of(quantity), from: on(24), until: on(25), way: "agent" }, at)) as { done: string })); // prettier-ignore
  const become = (state: "repair" | "ready", at: Date, count = 2) =>
    write(async (tx) => {
      const some = (await unitsOf(tx, { poolId })).slice(0, count).map(({ id }) => id);
      await tx.updateTable("equipment_unit").set({ state }).where("unit_id", "in", some).execute();
      await countStock(tx, poolId, at);
    });
  const giveUp = (id: string, at: Date) =>
    write(async (tx) => {
      const [loan] = await loansOf(tx, { id });
      assert.ok(loan);
      await cancelLoan(tx, loan, handAt(at));
      await countStock(tx, poolId, at);
    });
  const handAt = (at: Date) => ({ actor: { kind: "person" as const, id: ground.agentId }, at });
  const offeredAt = async (at: Date) =>
    (await write((tx) => waitsOf(tx, at)))
      .filter((one) => one.offeredUntil)
      .map((one) => one.loanId);
  return { fresh, write, poolId, ask, join, become, giveUp, handAt, offeredAt };
}

test("what comes back together is offered together: the first of the list has the two they wait for", async () => {
  const { fresh, ask, join, become, giveUp, offeredAt } = await open();
  const both = await ask(2, on(22), on(26));
  await ask(1, on(28), on(29));
  const first = await join(2, on(20, 9));
  await join(1, on(20, 10));
  await become("repair", on(20, 11));
  await giveUp(both, on(20, 12));
  await become("ready", on(20, 13));
  assert.deepEqual(await offeredAt(on(20, 13)), [first]);
  await fresh.drop();
});

test("who comes before their hour does not take what somebody else is offered", async () => {
  const { fresh, write, poolId, ask, join, become, giveUp, handAt, offeredAt } = await open();
  await ask(2, on(28), on(30));
  const later = await ask(1, on(26), on(27));
  const both = await ask(2, on(24), on(25, 20));
  const waits = await join(1, on(20, 9));
  await become("repair", on(23, 10), 1);
  await giveUp(both, on(23, 11));
  assert.deepEqual(await offeredAt(on(23, 13)), [waits]);
  const outcome = await write(async (tx) => {
    const [loan] = await loansOf(tx, { id: later });
    const unit = (await unitsOf(tx, { poolId })).find(({ state }) => state === "ready");
    assert.ok(loan && unit);
    const leaving = [{ unitId: unit.id, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] }]; // prettier-ignore
    return handOver(tx, loan, leaving, handAt(on(23, 13)));
  });
  assert.deepEqual(outcome, { refused: "too_early" });
  assert.deepEqual(await offeredAt(on(23, 13)), [waits]);
  await fresh.drop();
});
