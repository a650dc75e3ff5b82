import { randomUUID } from "node:crypto";
import assert from "node:assert/strict";
import test from "node:test";
import type { Tx } from "../../platform/db/database.ts";
import { whole } from "../../platform/db/whole.ts";
import { asOwner, freshDatabase } from "../../testing/database.ts";
import { audit } from "../../testing/lending/audit.ts";
import { doorsOf } from "../../testing/lending/doors.ts";
import { openGround } from "../../testing/lending/ground.ts";
import { interleaved } from "../scheduling/seats/interleaved.testing.ts";
import { exchangeUnit } from "./custody/exchange.ts";
import { handOver } from "./custody/hand-over.ts";
import { setAside } from "./custody/prepare.ts";
import { takeBack } from "./custody/take-back.ts";
import { askForLoan } from "./loans/ask.ts";
import { moveEnd } from "./loans/extend.ts";
import { loansOf } from "./loans/queries.ts";
import { unitsOf } from "./units/queries.ts";
import { changeState } from "./units/write.ts";

const at = (hour: number) => new Date(Date.UTC(2027, 2, 26, hour));
const plain = { missing: [], words: null, fileIds: [] };

async function loan(tx: Tx, id: string) {
  const [found] = await loansOf(tx, { id });
  assert.ok(found);
  return found;
}

/** Two of each model at a place, tables among them; `bare`: what is taken out of the database first. */
async function open(bare: readonly string[] = []) {
  const fresh = await freshDatabase();
  for (const statement of bare) await asOwner(fresh.name, (client) => client.query(statement));
  const ground = await openGround(fresh.ownerUrl, fresh.database, 2, at(8));
  const doors = doorsOf(ground, { below: () => 0, chance: () => false });
  const write = <T>(work: (tx: Tx) => Promise<T>) => fresh.database.write(ground.communeId, work);
  const hand = (hour: number) => ({
    actor: { kind: "person" as const, id: ground.agentId },
    at: at(hour),
  });
  const tables = ground.pools.findIndex(({ name }) => name === "Table");
  const poolId = ground.pools[tables]?.poolId ?? "";
  const units = await write((tx) => unitsOf(tx, { poolId }));
  const [one, two] = units.map(({ id }) => id);
  assert.ok(one && two);
  const asked = async (from: number, until: number, lines = [{ pool: tables, quantity: 1 }]) => {
    const lent = await write((tx) => doors.ask(tx, { lines, from: at(from), until: at(until), way: "agent" }, at(8))); // prettier-ignore
    assert.ok("done" in lent);
    return lent.done;
  };
  const aside = async (tx: Tx, id: string, unit: string) => {
    const found = await loan(tx, id);
    return whole(tx, () => setAside(tx, found, new Map([[poolId, [unit]]]), hand(8)));
  };
  const give = async (tx: Tx, id: string, unit: string, hour: number, pool = poolId) => {
    const leaving = { ...plain, unitId: unit, poolId: pool, condition: "good" as const };
    const found = await loan(tx, id);
    return whole(tx, () => handOver(tx, found, [leaving], hand(hour)));
  };
  const faults = (hour: number) => write((tx) => audit(tx, { now: () => at(hour) }));
  return { fresh, ground, write, hand, tables, poolId, units, one, two, asked, aside, give, faults }; // prettier-ignore
}

test("two agents set the same unit aside at once: the second is refused, and nothing is had twice", async () => {
  const { fresh, ground, asked, aside, one, faults } = await open();
  const [a, b] = [await asked(10, 14), await asked(12, 16)];
  const second = await interleaved(fresh.database, ground.communeId, (tx) => aside(tx, a, one), (tx) => aside(tx, b, one)); // prettier-ignore
  assert.deepEqual(second, { refused: "taken" });
  assert.deepEqual(await faults(9), []);
  await fresh.drop();
});

test("without what keeps a unit to one loan it is set aside twice, then out twice, and the audit says so", async () => {
  const { fresh, ground, asked, aside, give, write, one, faults } = await open([
    "alter table allocation drop constraint allocation_unit_free",
    // Named by those who defer it.
    "alter table allocation add constraint allocation_unit_free unique (commune_id, allocation_id) deferrable",
    "drop index allocation_out_once",
  ]);
  const [a, b] = [await asked(10, 14), await asked(12, 16)];
  await interleaved(fresh.database, ground.communeId, (tx) => aside(tx, a, one), (tx) => aside(tx, b, one)); // prettier-ignore
  assert.ok((await faults(9)).includes("a unit set aside or out twice at once"));
  await write((tx) => give(tx, a, one, 12));
  await write((tx) => give(tx, b, one, 12));
  assert.ok((await faults(12)).includes("a unit out twice at once"));
  await fresh.drop();
});

test("two units put away at once: none can be promised any more", async () => {
  const { fresh, ground, units, hand, asked } = await open();
  const away = (nth: number) => async (tx: Tx) => {
    const unit = units[nth];
    assert.ok(unit);
    return changeState(tx, unit, "repair", null, hand(8));
  };
  await interleaved(fresh.database, ground.communeId, away(0), away(1));
  await assert.rejects(asked(10, 14));
  await fresh.drop();
});

test("kept longer or exchanged, a unit set aside for later leaves its place to another one", async () => {
  const { fresh, asked, aside, give, write, hand, one, two, faults } = await open();
  const [now, later] = [await asked(10, 12), await asked(14, 16)];
  await write((tx) => aside(tx, later, one));
  await write((tx) => give(tx, now, one, 10));
  const moved = await write(async (tx) => {
    const found = await loan(tx, now);
    return whole(tx, () => moveEnd(tx, found, { until: at(15), slotMost: null }, hand(11)));
  });
  assert.deepEqual(moved, { done: undefined });
  assert.deepEqual(await faults(11), []);
  const exchanged = await write(async (tx) => {
    const found = await loan(tx, now);
    const back = { ...plain, unitId: one, became: "good" as const };
    return whole(tx, () => exchangeUnit(tx, found, back, two, hand(11)));
  });
  assert.deepEqual(exchanged, { done: "counted" });
  assert.deepEqual(await faults(11), []);
  await fresh.drop();
});

test("a loan whose end has passed is not handed over: what it had may be promised to others", async () => {
  const { fresh, asked, give, write, one } = await open();
  const missed = await asked(10, 12);
  assert.deepEqual(await write((tx) => give(tx, missed, one, 12)), { refused: "over" });
  await fresh.drop();
});

test("a line that comes back before the rest leaves the rest of it promised; when all is back, what was never taken is free", async () => {
  const { fresh, ground, asked, give, write, hand, tables, one, two, faults } = await open();
  const other = ground.pools.findIndex(({ name }) => name === "Barnum");
  const lines = [{ pool: tables, quantity: 2 }, { pool: other, quantity: 1 }]; // prettier-ignore
  const id = await asked(10, 20, lines);
  const poolId = ground.pools[other]?.poolId ?? "";
  const barnum = (await write((tx) => unitsOf(tx, { poolId })))[0]?.id ?? "";
  await write((tx) => give(tx, id, one, 10));
  await write((tx) => give(tx, id, barnum, 10, poolId));
  const back = (units: readonly string[], hour: number) =>
    write(async (tx) => {
      const returns = units.map((unitId) => ({ ...plain, unitId, became: "good" as const }));
      return takeBack(tx, await loan(tx, id), returns, hand(hour));
    });
  await back([one], 11);
  assert.deepEqual(await write((tx) => give(tx, id, two, 12)), { done: 1 });
  assert.deepEqual(await faults(12), []);
  assert.equal((await back([two, barnum], 13)).whole, true);
  assert.deepEqual(await faults(13), []);
  await fresh.drop();
});

test("two ask at once for one hour that has two meetings: both have theirs, a third is told it is full", async () => {
  const { fresh, ground, hand } = await open();
  const ask = (pool: number) => (tx: Tx) => {
    const { poolId, counterId } = ground.pools[pool] ?? { poolId: "", counterId: "" };
    const when = { from: at(10), until: at(12) };
    const lines = [{ poolId, counterId, quantity: 1, blockedUntil: at(12) }];
    return whole(tx, () => askForLoan(tx, { ...when, lines, borrower: { service: "Essai" }, requestId: randomUUID(), placeId: ground.placeId, slotMost: 2, regime: "loan", purpose: "Essai", reviewOn: null, askedBy: null, decided: true }, hand(8))); // prettier-ignore
  };
  const second = await interleaved(fresh.database, ground.communeId, ask(0), ask(1));
  assert.ok("done" in second);
  const third = await fresh.database.write(ground.communeId, ask(2));
  assert.deepEqual(third, { refused: "slot_full" });
  await fresh.drop();
});
