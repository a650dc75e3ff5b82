import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { freshDatabase } from "../../../testing/database.ts";
import { audit } from "../../../testing/lending/audit.ts";
import { doorsOf } from "../../../testing/lending/doors.ts";
import { openGround } from "../../../testing/lending/ground.ts";
import { moveEnd } from "../loans/extend.ts";
import { loansOf } from "../loans/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { changeState } from "../units/write.ts";
import { handOver } from "./hand-over.ts";
import { setAside } from "./prepare.ts";
import { allocationsOf } from "./queries.ts";

const at = (hour: number) => new Date(Date.UTC(2027, 2, 26, hour));

test("a loan that lacks a unit set aside for it hinders no other of its shelf: one ends earlier, is handed over, is back before it begins", async () => {
  const { ownerUrl, database, drop } = await freshDatabase();
  const ground = await openGround(ownerUrl, database, 2, at(8));
  const doors = doorsOf(ground, { below: () => 0, chance: () => false });
  const write = <T>(work: (tx: Tx) => Promise<T>) => database.write(ground.communeId, work);
  const hand = { actor: { kind: "person" as const, id: ground.agentId }, at: at(10) };
  const pool = ground.pools.findIndex(({ name }) => name === "Table");
  const poolId = ground.pools[pool]?.poolId ?? "";
  const asked = (quantity: number, from: number, until: number) =>
    write(async (tx) => {
      const lent = await doors.ask(tx, { lines: [{ pool, quantity }], from: at(from), until: at(until), way: "agent" }, at(8)); // prettier-ignore
      const [loan] = "done" in lent ? await loansOf(tx, { id: lent.done }) : [];
      assert.ok(loan);
      return loan;
    });
  const later = await asked(2, 48, 52);
  const now = await asked(1, 10, 20);
  const [broken, other] = await write((tx) => unitsOf(tx, { poolId }));
  assert.ok(broken && other);
  const both = new Map([[poolId, [broken.id, other.id]]]);
  assert.deepEqual(await write((tx) => setAside(tx, later, both, hand)), { done: "prepared" });
  assert.equal(await write((tx) => changeState(tx, broken, "repair", null, hand)), "short");

  const earlier = { until: at(16), slotMost: null };
  assert.ok("done" in (await write((tx) => whole(tx, () => moveEnd(tx, now, earlier, hand)))));
  const leaving = { unitId: other.id, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] }; // prettier-ignore
  assert.deepEqual(await write((tx) => whole(tx, () => handOver(tx, now, [leaving], hand))), { done: 1 }); // prettier-ignore
  const kept = await write((tx) => allocationsOf(tx, [later.id]));
  assert.deepEqual(kept.map(({ state }) => state), ["set_aside", "set_aside"]); // prettier-ignore
  assert.deepEqual(await write((tx) => audit(tx, { now: () => at(10) })), []);
  await drop();
});
