import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { alone, fill, within } from "../generated.ts";
import { seasonOf } from "../../communes/index.ts";
import { kindOfPeriod, yearOf } from "../../communes/index.ts";
import { ceasedRows, ceasingOver, undatedCessations } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, fill);
});
after(() => site.close());

const periods = [
  yearOf(2023),
  yearOf(2024),
  yearOf(2025),
  seasonOf(2024),
  { from: "2025-03-03", to: "2025-03-29" },
];
test("cessations are those an independent count finds, over years, seasons and any days", async () => {
  const found = await site.database.read(site.communeId, (tx) => ceasingOver(tx, periods));
  periods.forEach((period, at) => {
    const dated = alone().filter((one) => one.state === "ceased" && within(one.on, period));
    const ceased = dated.filter((one) => one.source !== null && one.source !== "file");
    const existing = alone().filter((one) => {
      if (one.createdOn !== null && one.createdOn >= period.from) return false;
      return one.state !== "ceased" || (one.on !== null && one.on >= period.from);
    });
    const by = (source: string) => ceased.filter((one) => one.source === source).length;
    assert.deepEqual(found[at], {
      ceased: ceased.length,
      registry: by("registry"),
      declared: by("declared"),
      referent: by("referent"),
      existing: existing.length,
      ceasedOfExisting: ceased.filter((one) => existing.includes(one)).length,
      unestablished: dated.length - ceased.length,
    });
    if (kindOfPeriod(period) !== "days") assert.ok(ceased.length > 0);
  });
});

test("the rows of cessations are exactly those counted, and those told apart", async () => {
  for (const period of periods) {
    const rows = await site.database.read(site.communeId, (tx) => ceasedRows(tx, period));
    const [figure] = await site.database.read(site.communeId, (tx) => ceasingOver(tx, [period]));
    assert.equal(rows.filter(({ counted }) => counted).length, figure?.ceased);
    const undated = await site.database.read(site.communeId, undatedCessations);
    assert.equal(rows.filter(({ on }) => on === null).length, undated);
    assert.equal(rows.length, (figure?.ceased ?? 0) + (figure?.unestablished ?? 0) + undated);
  }
});

test("a commune counts no cessation of another", async () => {
  const [ceased] = await site.database.read(site.otherCommuneId, (tx) =>
    ceasingOver(tx, [yearOf(2025)]),
  );
  assert.equal(ceased?.existing, 0);
  assert.equal(ceased?.ceased, 0);
});
