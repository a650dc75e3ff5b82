import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { fill, visits, within } from "../generated.ts";
import { seasonOf } from "../../communes/index.ts";
import { yearOf } from "../periods.ts";
import { countViewRows, totalViews, viewRows, viewsBy, viewsOver } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, fill);
});
after(() => site.close());

const sum = (list: readonly { views: number }[]) => list.reduce((all, one) => all + one.views, 0);

test("views add up the same by kind, by channel, by day, by month and by row", async () => {
  for (const period of [yearOf(2025), seasonOf(2025), { from: "2026-01-10", to: "2026-02-20" }]) {
    const expected = visits.filter(({ day }) => within(day, period));
    const total = await site.database.read(site.communeId, (tx) => totalViews(tx, period));
    assert.equal(total, sum(expected));
    for (const what of ["page_kind", "channel"] as const) {
      const parts = await site.database.read(site.communeId, (tx) => viewsBy(tx, period, what));
      assert.equal(sum(parts), total);
      for (const { code, views } of parts)
        assert.equal(views, sum(expected.filter((one) => one[what] === code)));
    }
    for (const step of ["day", "month"] as const) {
      const over = await site.database.read(site.communeId, (tx) => viewsOver(tx, period, step));
      assert.equal(sum(over), total);
      if (step === "day")
        for (const { start, views } of over)
          assert.equal(views, sum(expected.filter(({ day }) => day === start)), start);
    }
    const rows = await site.database.read(site.communeId, (tx) => viewRows(tx, period));
    assert.equal(sum(rows), total);
    assert.equal(
      rows.length,
      await site.database.read(site.communeId, (tx) => countViewRows(tx, period)),
    );
  }
});

test("a commune counts no view of another", async () => {
  const total = (communeId: number) =>
    site.database.read(communeId, (tx) => totalViews(tx, yearOf(2025)));
  assert.equal(await total(site.otherCommuneId), 0);
});
