import assert from "node:assert/strict";
import test from "node:test";
import { openTestSite } from "../../../testing/site.ts";
import { calendarOf } from "../holidays/queries.ts";
import { removeTimetable, saveTimetable, timetableById } from "./queries.ts";
import type { Timetable } from "./timetable.ts";

const table: Timetable = {
  zone: "Europe/Paris",
  publicHolidays: "open",
  closedDays: false,
  rules: [
    { weekday: "MO", from: 540, until: 720, season: "term", weeks: "every", firstDay: null, lastDay: null },
    { weekday: "SA", from: 600, until: 1440, season: "always", weeks: "-1", firstDay: "2026-09-01", lastDay: "2027-06-30" },
  ],
  exceptions: [
    { firstDay: "2026-12-24", lastDay: "2026-12-26", hours: null, words: "Fêtes" },
    { firstDay: "2027-01-02", lastDay: "2027-01-02", hours: { from: 600, until: 660 }, words: null },
  ],
}; // prettier-ignore

test("opening hours are kept, changed whole, removed, and stay in their commune", async (t) => {
  const site = await openTestSite();
  t.after(() => site.close());
  const [here, other] = [site.communeId, site.otherCommuneId];
  const now = site.clock.now();
  const id = await site.database.write(here, (tx) => saveTimetable(tx, null, table, now));
  const kept = () => site.database.read(here, (tx) => timetableById(tx, id));
  assert.deepEqual(await kept(), table);
  assert.equal(await site.database.read(other, (tx) => timetableById(tx, id)), undefined);
  const next = { ...table, closedDays: true, rules: table.rules.slice(0, 1), exceptions: [] };
  await site.database.write(here, (tx) => saveTimetable(tx, id, next, now));
  assert.deepEqual(await kept(), next);
  const calendar = await site.database.read(here, (tx) => calendarOf(tx, "2026-12-01", "2026-12-31")); // prettier-ignore
  assert.ok(calendar.publicDays.has("2026-12-25") && calendar.closedDays.size === 0);
  await site.database.write(here, (tx) => removeTimetable(tx, id));
  assert.equal(await kept(), undefined);
});
