import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import type { Period } from "../../communes/index.ts";
import { between, days, handed, least, overPeriods, today, within } from "./counting.testing.ts";
import { associations, ids, loans, now, refusals, writeMade } from "./made.testing.ts";
import { refusalCounts, refusalRows, shortagesOf } from "./refusals/queries.ts";
import { unservedIn } from "./unserved/queries.ts";
import { usesOf } from "./usage/queries.ts";
import { waitClasses, waitCounts, waitRows, waitSpread } from "./waiting/queries.ts";

let site: TestSite;
const reading = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  site.database.read(site.communeId, read);
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, writeMade);
});
after(() => site.close());

/** What was refused in a period, the same thing asked again left out. */
function refusedIn(period: Period) {
  const kept = new Map<string, { association: number | null; model: string | null; rule: string; quantity: number | null; from: string; until: string; on: string }>(); // prettier-ignore
  const add = (one: (typeof refusals)[number] & { modelId: string | null }, nth: string) => {
    const key = [one.association ?? nth, one.rule, one.modelId, one.from, one.until].join();
    const known = kept.get(key);
    const on = dayOf(one.at);
    if (!known || (one.quantity ?? 0) > (known.quantity ?? 0) || ((one.quantity ?? 0) === (known.quantity ?? 0) && on < known.on)) // prettier-ignore
      kept.set(key, { association: one.association, model: one.modelId, rule: one.rule, quantity: one.quantity, from: one.from, until: one.until, on }); // prettier-ignore
  };
  for (const [nth, one] of refusals.entries())
    if (within(dayOf(one.at), period)) add({ ...one, modelId: one.model === null ? null : (ids.models[one.model] ?? "") }, `r${nth}`); // prettier-ignore
  return [...kept.values()];
}

test("refusals are counted by cause, model and month, and asked again they count once", async () => {
  // No loan of these has a line, unless it was refused by somebody.
  const byHand = loans.filter(({ state, how }) => state === "refused" && how !== "rules");
  assert.ok(byHand.length > 3);
  await overPeriods(async (period) => {
    const counts = await reading((tx) => refusalCounts(tx, period));
    const ruled = refusedIn(period);
    for (const rule of ["not_free", "quota", "too_soon", "late_loan"]) {
      const mine = ruled.filter((one) => one.rule === rule);
      const count = counts.find((one) => one.about === "rule" && one.rule === rule);
      assert.equal(count?.refusals ?? 0, mine.length, rule);
      assert.equal(count?.units ?? 0, mine.reduce((sum, one) => sum + (one.quantity ?? 0), 0)); // prettier-ignore
      for (const modelId of ids.models) {
        const both = counts.find((one) => one.about === "modelRule" && one.rule === rule && one.modelId === modelId); // prettier-ignore
        assert.equal(both?.refusals ?? 0, mine.filter(({ model }) => model === modelId).length);
      }
    }
    const decided = counts.find(({ about, rule }) => about === "rule" && rule === "decided");
    const expected = byHand.filter(({ decided }) => decided && within(dayOf(decided), period));
    assert.equal(decided?.refusals ?? 0, expected.reduce((sum, { lines }) => sum + lines.length, 0)); // prettier-ignore
    const all = counts.find(({ about }) => about === "all");
    const rows = await reading((tx) => refusalRows(tx, period, {}));
    assert.equal(all?.refusals ?? 0, rows.length);
    const months = counts.filter(({ about }) => about === "month");
    assert.equal(months.reduce((sum, { refusals }) => sum + refusals, 0), rows.length); // prettier-ignore
    for (const { month, refusals: count } of months)
      assert.equal(rows.filter(({ onDay }) => onDay.startsWith(month ?? "?")).length, count);
  });
});

test("what to buy is the most units missing on one day, found by looking at every day", async () => {
  await overPeriods(async (period) => {
    const found = await reading((tx) => shortagesOf(tx, period));
    for (const modelId of ids.models) {
      const mine = refusedIn(period).filter((one) => one.rule === "not_free" && one.model === modelId); // prettier-ignore
      const missing = new Map<string, number>();
      for (const { from, until, quantity } of mine)
        for (const day of days(from, until)) missing.set(day, (missing.get(day) ?? 0) + (quantity ?? 1)); // prettier-ignore
      const units = Math.max(0, ...missing.values());
      const day = [...missing].filter(([, many]) => many === units).map(([on]) => on).toSorted()[0]; // prettier-ignore
      const shortage = found.find((one) => one.modelId === modelId);
      assert.deepEqual(shortage && { units: shortage.units, day: shortage.day }, day && { units, day }); // prettier-ignore
    }
  });
});

/** Linear interpolation between ranks, as `percentile_cont`. */
function percentile(all: readonly number[], part: number): number | null {
  const sorted = all.toSorted((a, b) => a - b);
  if (!sorted.length) return null;
  const rank = part * (sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return low + (high - low) * (rank - Math.floor(rank));
}

const hours = (from: Date, to: Date | null) => to === null ? [] : [(to.getTime() - from.getTime()) / 3_600_000]; // prettier-ignore

test("waits are the median and the ninth decile of the hours really waited", async () => {
  await overPeriods(async (period) => {
    const counts = await reading((tx) => waitCounts(tx, period));
    const asked = loans.filter(({ created }) => within(dayOf(created), period));
    for (const { how, requests, decision, handOver } of counts) {
      const mine = asked.filter((loan) => how === null || loan.how === how);
      assert.equal(requests, mine.length);
      for (const [waited, until] of [
        [decision, "decided"],
        [handOver, "out"],
      ] as const) {
        // prettier-ignore
        const all = mine.flatMap((loan) => hours(loan.created, loan[until]));
        assert.equal(waited.count, all.length);
        for (const [value, part] of [
          [waited.median, 0.5],
          [waited.ninth, 0.9],
        ] as const) {
          // prettier-ignore
          const expected = percentile(all, part);
          if (expected === null) assert.equal(value, null);
          else assert.ok(Math.abs((value ?? -1) - expected) < 1e-6, `${value} for ${expected}`);
        }
      }
    }
    const { classes, undecided } = await reading((tx) => waitSpread(tx, period));
    const kept = asked.filter(({ state }) => state !== "cancelled");
    const ends = [0, ...waitClasses, Number.POSITIVE_INFINITY];
    assert.deepEqual(classes, waitClasses.concat(0 as never).map((_end, nth) => kept.filter(({ created, decided }) => hours(created, decided).some((h) => h >= (ends[nth] ?? 0) && h < (ends[nth + 1] ?? 0))).length)); // prettier-ignore
    assert.equal(undecided, kept.filter(({ decided }) => !decided).length);
    const rows = await reading((tx) => waitRows(tx, period, "agent"));
    assert.equal(rows.length, asked.filter(({ how }) => how === "agent").length);
  });
});

test("associations never served are those without a single day, the refused ones first", async () => {
  await overPeriods(async (period) => {
    const found = await reading((tx) => unservedIn(tx, period, now));
    const passed = new Set(between(period.from, least(period.to, today)));
    const expected = [...associations.keys()].filter((nth) => associations[nth]?.state === "active" && !handed().some(({ loan, days }) => loan.association === nth && days.some((day) => passed.has(day)))); // prettier-ignore
    assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(expected.map((nth) => ids.associations[nth]))); // prettier-ignore
    const counts = found.map(({ refusals }) => refusals);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
  });
});

test("another commune sees nothing of it", async () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  await site.database.read(site.otherCommuneId, async (tx) => {
    assert.deepEqual(await usesOf(tx, year, now, 5), []);
    assert.deepEqual(
      (await refusalCounts(tx, year)).map(({ refusals }) => refusals),
      [0],
    );
    assert.deepEqual(await unservedIn(tx, year, now), []);
  });
});

test("what a merged record had is that of the one kept", async () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  const before = await reading((tx) => unservedIn(tx, year, now));
  const [never] = before;
  const served = ids.associations.find((id) => !before.some((one) => one.id === id));
  assert.ok(never && served);
  await site.database.write(
    site.communeId,
    (tx) =>
    tx.updateTable("association").set({ merged_into: never.id }).where("association_id", "=", served).execute(), // prettier-ignore
  );
  const after = await reading((tx) => unservedIn(tx, year, now));
  assert.deepEqual(after, before.slice(1));
});
