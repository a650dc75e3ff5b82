import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { freshDatabase } from "../../../testing/database.ts";
import { audit } from "../../../testing/lending/audit.ts";
import { doorsOf } from "../../../testing/lending/doors.ts";
import { openGround } from "../../../testing/lending/ground.ts";
import { moveEnd } from "../loans/extend.ts";
import { loansOf, type Loan } from "../loans/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { changeState } from "../units/write.ts";
import { handOver } from "./hand-over.ts";
import { setAside } from "./prepare.ts";
import { allocationsOf } from "./queries.ts";

const at = (hour: number) => new Date(Date.UTC(2027, 2, 26, hour));

async function openTables(units: number) {
  const { ownerUrl, database, drop } = await freshDatabase();
  const ground = await openGround(ownerUrl, database, units, at(8));
  const doors = doorsOf(ground, { below: () => 0, chance: () => false });
  const write = <T>(work: (tx: Tx) => Promise<T>) => database.write(ground.communeId, work);
  const hand = { actor: { kind: "person" as const, id: ground.agentId }, at: at(10) };
  const pool = ground.pools.findIndex(({ name }) => name === "Table");
  const poolId = ground.pools[pool]?.poolId ?? "";
  const tables = await write((tx) => unitsOf(tx, { poolId }));
  const nth = (table: number) => tables[table] ?? assert.fail();
  const leaving = (table: number) => ({ unitId: nth(table).id, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] }); // prettier-ignore
  return {
    asked: (quantity: number, from: number, until: number) =>
      write(async (tx) => {
        const lent = await doors.ask(tx, { lines: [{ pool, quantity }], from: at(from), until: at(until), way: "agent" }, at(8)); // prettier-ignore
        const [loan] = "done" in lent ? await loansOf(tx, { id: lent.done }) : [];
        return loan ?? assert.fail();
      }),
    choose: (loan: Loan, ...chosen: number[]) =>
      write((tx) => whole(tx, () => setAside(tx, loan, new Map([[poolId, chosen.map((each) => nth(each).id)]]), hand))), // prettier-ignore
    breaks: async (table: number) =>
      assert.equal(await write((tx) => changeState(tx, nth(table), "repair", null, hand)), "short"),
    handOver: (loan: Loan, ...given: number[]) =>
      write((tx) => whole(tx, () => handOver(tx, loan, given.map(leaving), hand))),
    ends: (loan: Loan, until: number) =>
      write((tx) => whole(tx, () => moveEnd(tx, loan, { until: at(until), slotMost: null }, hand))),
    /** The tables a loan has, by their place on the shelf. */
    has: async (loan: Loan) =>
      (await write((tx) => allocationsOf(tx, [loan.id])))
        .map(({ unitId }) => tables.findIndex(({ id }) => id === unitId))
        .toSorted((a, b) => a - b),
    close: async () => {
      assert.deepEqual(await write((tx) => audit(tx, { now: () => at(10) })), []);
      await drop();
    },
  };
}

test("a loan that lacks a unit set aside for it hinders no other of its shelf: one ends earlier, is handed over, is back before it begins", async () => {
  const { asked, choose, breaks, ends, handOver, has, close } = await openTables(2);
  const later = await asked(2, 48, 52);
  const now = await asked(1, 10, 20);
  assert.deepEqual(await choose(later, 0, 1), { done: "prepared" });
  await breaks(0);
  assert.ok("done" in (await ends(now, 16)));
  assert.deepEqual(await handOver(now, 1), { done: 1 });
  assert.deepEqual(await has(later), [0, 1]);
  await close();
});

test("a loan that lacks a unit is given another that is free, though one of another day lacks what nobody has", async () => {
  const { asked, choose, breaks, has, close } = await openTables(3);
  const another = await asked(3, 48, 52);
  const lacking = await asked(1, 12, 20);
  const now = await asked(1, 12, 20);
  assert.deepEqual(await choose(another, 0, 1, 2), { done: "prepared" });
  assert.deepEqual(await choose(lacking, 0), { done: "prepared" });
  await breaks(0);
  assert.deepEqual(await choose(now, 1), { done: "prepared" });
  assert.deepEqual(await has(lacking), [2]);
  assert.deepEqual(await has(another), [0, 1, 2]);
  await close();
});

test("the last unit is not taken from a loan that needs it, though one of another day lacks what nobody has", async () => {
  const { asked, choose, breaks, has, close } = await openTables(2);
  const another = await asked(2, 48, 52);
  const lacking = await asked(1, 12, 20);
  const now = await asked(1, 12, 20);
  assert.deepEqual(await choose(another, 0, 1), { done: "prepared" });
  assert.deepEqual(await choose(lacking, 0), { done: "prepared" });
  await breaks(0);
  assert.deepEqual(await choose(now, 1), { refused: "taken" });
  assert.deepEqual(await has(now), []);
  assert.deepEqual(await choose(lacking, 1), { done: "prepared" });
  await close();
});

test("a loan that lacks a unit does not hold back what another already had at that hour: it is handed over and ends earlier", async () => {
  const { asked, choose, breaks, ends, handOver, has, close } = await openTables(2);
  const lacking = await asked(1, 10, 20);
  const now = await asked(1, 10, 20);
  assert.deepEqual(await choose(lacking, 0), { done: "prepared" });
  assert.deepEqual(await choose(now, 1), { done: "prepared" });
  await breaks(0);
  assert.deepEqual(await handOver(now, 1), { done: 1 });
  assert.ok("done" in (await ends(now, 16)));
  assert.deepEqual(await has(lacking), [0]);
  await close();
});
