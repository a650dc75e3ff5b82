import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { alone, fill, sections } from "../generated.ts";
import { entryPointOn, existsSince, listingRows } from "./queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, fill);
});
after(() => site.close());

/** The day in France of an instant, worked out otherwise than the query does. */
const dayInFrance = (at: string) =>
  new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });

test("listings confirmed within the rule are those an independent count finds, on any day", async () => {
  for (const day of ["2024-06-30", "2025-12-31", "2026-02-28", "2026-09-15"]) {
    const limit = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    const listings = alone().filter(
      (one) =>
        one.listed &&
        dayInFrance(one.knownAt) <= day &&
        (one.state !== "ceased" || (one.on !== null && one.on > day)),
    );
    const confirmed = listings.filter((one) =>
      sections.every((section) =>
        one.confirmed.some((said) => {
          const on = dayInFrance(said.at);
          return said.section === section && on <= day && on >= limit;
        }),
      ),
    );
    const found = await site.database.read(site.communeId, (tx) => entryPointOn(tx, day));
    assert.equal(found.listings, listings.length, day);
    assert.equal(found.confirmed, confirmed.length, day);
    const rows = await site.database.read(site.communeId, (tx) => listingRows(tx, day));
    assert.equal(rows.length, listings.length);
    assert.equal(rows.filter(({ held }) => held === 5).length, confirmed.length);
    if (day > "2025") assert.ok(confirmed.length > 0, day);
  }
});

test("a single entry point exists from the later of its two dates, and not before", () => {
  const dates = { directoryOn: "2026-03-01", rulesOn: "2026-04-02" };
  assert.equal(existsSince(dates, "2026-12-31"), "2026-04-02");
  assert.equal(existsSince(dates, "2026-04-01"), undefined);
  assert.equal(existsSince({ ...dates, rulesOn: null }, "2026-12-31"), undefined);
});

test("a commune counts no listing of another", async () => {
  const entry = await site.database.read(site.otherCommuneId, (tx) =>
    entryPointOn(tx, "2026-09-15"),
  );
  assert.equal(entry.listings, 0);
});
