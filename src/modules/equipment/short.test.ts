import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { whole } from "../../platform/db/whole.ts";
import { doorsOf } from "../../testing/lending/doors.ts";
import { openLife, type Ground } from "../../testing/lending/life-ground.ts";
import { handOver } from "./custody/hand-over.ts";
import { takeBack } from "./custody/take-back.ts";
import { cancelLoan } from "./loans/decide.ts";
import { moveEnd } from "./loans/extend.ts";
import { loansOf } from "./loans/queries.ts";
import { unitsOf } from "./units/queries.ts";
import { changeState } from "./units/write.ts";

let real: Ground;
let tables: number;
before(async () => {
  real = await openLife("2027-03-26T08:00:00Z", "Europe/Paris");
  tables = real.ground.pools.findIndex(({ name }) => name === "Table");
});
after(() => real.fresh.drop());

const on = (day: number, hour: number) => new Date(Date.UTC(2027, 3, day, hour));
const poolId = () => real.ground.pools[tables]?.poolId ?? "";
const ask = (day: number, quantity: number) =>
  real.write((tx, now) =>
    doorsOf(real.ground, { below: () => 0, chance: () => false }).ask(tx, { lines: [{ pool: tables, quantity }], from: on(day, 8), until: on(day, 12), way: "agent" }, now),
  ); // prettier-ignore
const done = async (asking: ReturnType<typeof ask>): Promise<string> => {
  const answer = await asking;
  assert.ok("done" in answer);
  return answer.done;
};
const refusal = async (asking: ReturnType<typeof ask>) => {
  const answer = await asking;
  return "refused" in answer ? answer.refused : "done";
};
const loan = (id: string) =>
  real.write(async (tx) => {
    const [found] = await loansOf(tx, { id });
    assert.ok(found);
    return found;
  });
const tagged = (nth: number) =>
  real.write(async (tx) => (await unitsOf(tx, { poolId: poolId() }))[nth] ?? assert.fail());

test("a shelf short on one day makes no promise of what is not there, on no other day, nor when a loan is given up, longer or early", async () => {
  const both = await done(ask(1, 2));
  const later = await done(ask(3, 1));
  const one = await tagged(0);
  const lost = await real.write((tx) => changeState(tx, one, "repair", null, real.hand()));
  assert.equal(lost, "short");
  assert.equal(await refusal(ask(2, 2)), "not_free");
  const other = await done(ask(2, 1));
  const second = await loan(other);
  const longer = await real.write((tx) => whole(tx, () => moveEnd(tx, second, { until: on(3, 10), slotMost: null }, real.hand()))); // prettier-ignore
  assert.deepEqual(longer, { refused: "not_free" });
  const third = await loan(later);
  const two = await tagged(1);
  const early = await real.write((tx) => whole(tx, () => handOver(tx, third, [{ unitId: two.id, poolId: poolId(), condition: "good", missing: [], words: null, fileIds: [] }], real.hand()))); // prettier-ignore
  assert.deepEqual(early, { refused: "too_early" });
  const first = await loan(both);
  assert.ok(await real.write((tx) => cancelLoan(tx, first, real.hand())));
  assert.equal(await refusal(ask(1, 2)), "not_free");
  await done(ask(1, 1));
});

test("who waited for a unit to come back has it since it is back, whatever the hour read before", async () => {
  const mine = await loan(await done(ask(10, 1)));
  const next = await loan(await done(ask(12, 1)));
  const unit = await tagged(1);
  const plain = { unitId: unit.id, missing: [], words: null, fileIds: [] };
  const leaving = [{ ...plain, poolId: poolId(), condition: "good" as const }];
  const give = (given: typeof mine, at: Date) =>
    real.write((tx) => whole(tx, () => handOver(tx, given, leaving, { ...real.hand(), at })));
  assert.deepEqual(await give(mine, on(10, 9)), { done: 1 });
  const back = on(12, 10);
  await real.write((tx) => takeBack(tx, mine, [{ ...plain, became: "good" }], { ...real.hand(), at: back })); // prettier-ignore
  assert.deepEqual(await give(next, on(12, 9)), { done: 1 });
  const out = await real.write((tx) => tx.selectFrom("allocation").select("out_at").where("loan_id", "=", next.id).executeTakeFirstOrThrow()); // prettier-ignore
  assert.deepEqual(out.out_at, back);
});
