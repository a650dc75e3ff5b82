import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { addDays, dayOf } from "../../../../platform/clock.ts";
import type { Tx } from "../../../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../../../testing/site.ts";
import { between, handed, least, most, overPeriods, today, within } from "../counting.testing.ts";
import { events, ids, now, units, values, writeMade } from "../made.testing.ts";
import { loanCounts, unitUses, usesOf } from "./queries.ts";
import { handedRows, harmRows } from "./rows.ts";

let site: TestSite;
const reading = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  site.database.read(site.communeId, read);
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, writeMade);
});
after(() => site.close());

test("use of each model at each place is what a count by hand finds, day by day", async () => {
  const years = 3;
  await overPeriods(async (period) => {
    const found = await reading((tx) => usesOf(tx, period, now, years));
    const passed = between(period.from, least(period.to, today));
    for (const one of found) {
      const model = ids.models.indexOf(one.modelId);
      const place = ids.places.indexOf(one.placeId);
      const mine = [...units.keys()].filter((nth) => units[nth]?.model === model && units[nth]?.place === place); // prettier-ignore
      const expected = { units: 0, presentDays: 0, outDays: 0, uses: 0, unitsLent: 0, losses: 0, breakages: 0, worn: 0 }; // prettier-ignore
      for (const nth of mine) {
        const unit = units[nth];
        assert.ok(unit);
        const had = handed().filter((one) => one.unit === nth);
        const since = [dayOf(unit.created), ...had.map(({ outOn }) => outOn)].toSorted()[0] ?? "";
        const until = most(dayOf(unit.created), unit.state === "retired" ? dayOf(unit.stateAt) : today, ...had.map(({ days }) => days.at(-1) ?? "")); // prettier-ignore
        const present = passed.filter((day) => day >= since && day <= until);
        const uses = had.filter(({ outOn }) => within(outOn, period)).length;
        const bought = unit.acquiredOn ?? dayOf(unit.created);
        // 29 February is nobody's birthday here: three years later is the same day.
        const life = between(bought, addDays(`${Number(bought.slice(0, 4)) + years}${bought.slice(4)}`, -1)); // prettier-ignore
        const lost = events.filter(({ unit: of, kind, at }) => of === nth && kind === "lost" && within(dayOf(at), period)); // prettier-ignore
        const broken = events.filter(({ unit: of, kind, condition, at }) => of === nth && (kind === "damaged" || (kind === "returned" && condition === "broken")) && within(dayOf(at), period)); // prettier-ignore
        const foundAgain = (at: Date) => events.some((e) => e.unit === nth && e.kind === "found" && e.at >= at); // prettier-ignore
        expected.units += present.length ? 1 : 0;
        expected.presentDays += present.length;
        expected.outDays += passed.filter((day) => had.some(({ days }) => days.includes(day))).length; // prettier-ignore
        expected.uses += uses;
        expected.unitsLent += uses ? 1 : 0;
        expected.losses += lost.some(({ at }) => !foundAgain(at)) ? 1 : 0;
        expected.breakages += new Set(broken.map(({ at }) => dayOf(at))).size;
        const used = present.filter((day) => within(day, { from: life[0] ?? "", to: life.at(-1) ?? "" })); // prettier-ignore
        expected.worn += ((values[model] ?? 0) * used.length) / life.length;
      }
      const { worn, ...counts } = expected;
      for (const [name, count] of Object.entries(counts))
        assert.equal(one[name as keyof typeof counts], count, `${name} ${JSON.stringify(period)}`);
      assert.ok(Math.abs(one.wornCents - worn) <= 0.51, `${one.wornCents} for ${worn}`);
      assert.ok(one.outDays <= one.presentDays, "nothing is away more than it is there");
    }
    assert.equal(found.length, 6);
  });
});

test("loans, late returns and borrowers are counted once whatever they are counted by", async () => {
  await overPeriods(async (period) => {
    const counts = await reading((tx) => loanCounts(tx, period, now));
    const late = (one: ReturnType<typeof handed>[number]) => within(dayOf(one.loan.until), period) && (one.days.at(-1) ?? "") > dayOf(one.loan.until); // prettier-ignore
    for (const { modelId, placeId, ...count } of counts) {
      const of = handed().filter(({ unit }) => (modelId === null || ids.models[units[unit]?.model ?? 9] === modelId) && (placeId === null || ids.places[units[unit]?.place ?? 9] === placeId)); // prettier-ignore
      const begun = of.filter(({ outOn }) => within(outOn, period));
      assert.deepEqual(count, {
        loans: new Set(begun.map(({ loan }) => loan.id)).size,
        borrowers: new Set(begun.map(({ loan }) => loan.association ?? "service")).size,
        late: new Set(of.filter(late).map(({ loan }) => loan.id)).size,
      });
    }
    const every = counts.find(({ modelId, placeId }) => modelId === null && placeId === null);
    const lateRows = await reading((tx) => handedRows(tx, period, now, { only: "late" }));
    assert.equal(new Set(lateRows.map(({ loanId }) => loanId)).size, every?.late);
  });
});

test("the rows behind a figure add up to it", async () => {
  await overPeriods(async (period) => {
    const uses = await reading((tx) => usesOf(tx, period, now, 5));
    for (const kind of ["losses", "breakages"] as const) {
      const rows = await reading((tx) => harmRows(tx, period, kind, {}));
      assert.equal(rows.length, uses.reduce((sum, one) => sum + one[kind], 0), kind); // prettier-ignore
      assert.equal(rows[0]?.total ?? 0, rows.length);
    }
    const each = await reading((tx) => unitUses(tx, period, now, 5, {}));
    for (const name of ["presentDays", "outDays"] as const)
      assert.equal(each.reduce((sum, one) => sum + one[name], 0), uses.reduce((sum, one) => sum + one[name], 0), name); // prettier-ignore
    assert.equal(each.length, uses.reduce((sum, one) => sum + one.units, 0)); // prettier-ignore
    const rows = await reading((tx) => handedRows(tx, period, now, {}));
    const passed = new Set(between(period.from, least(period.to, today)));
    const expected = handed().filter(({ days }) => days.some((day) => passed.has(day)));
    assert.equal(rows.length, expected.length);
    const total = expected.reduce((sum, { days }) => sum + days.filter((day) => passed.has(day)).length, 0); // prettier-ignore
    assert.equal(rows.reduce((sum, row) => sum + row.days, 0), total); // prettier-ignore
    const limited = await reading((tx) => handedRows(tx, period, now, {}, 3));
    assert.deepEqual(limited, rows.slice(0, 3));
  });
});
