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
import { waitsOf } from "./queries.ts";

const on = (day: number, hour = 8) => new Date(Date.UTC(2027, 2, day, hour));

const idOf = (answer: { done: string } | { refused: string }) => "done" in answer ? answer.done : assert.fail(answer.refused); // prettier-ignore
const of = (quantity: number) => [{ pool: 0, quantity }];

test("what comes back together is offered together: the first of the list has the two they wait for", async () => {
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
  const become = (state: "repair" | "ready", at: Date) =>
    write(async (tx) => {
      await tx.updateTable("equipment_unit").set({ state }).where("pool_id", "=", poolId).execute();
      await countStock(tx, poolId, at);
    });
  const both = await ask(2, on(22), on(26));
  await ask(1, on(28), on(29));
  const [first, next] = [await join(2, on(20, 9)), await join(1, on(20, 10))];
  await become("repair", on(20, 11));
  await write(async (tx) => {
    const [loan] = await loansOf(tx, { id: both });
    assert.ok(loan);
    await cancelLoan(tx, loan, {
      actor: { kind: "person", id: ground.agentId },
      at: on(20, 12),
    });
    await countStock(tx, poolId, on(20, 12));
  });
  await become("ready", on(20, 13));
  const waits = await write((tx) => waitsOf(tx, on(20, 13)));
  const offered = waits.filter((one) => one.offeredUntil).map((one) => one.loanId);
  assert.deepEqual([offered, waits.length], [[first], 2], `${next} waits`);
  await fresh.drop();
});
