import assert from "node:assert/strict";
import test from "node:test";
import { dueNow, dueOn } from "./rules.ts";

const since = (day: string, loans = 0) => ({ day, loans });
const each = (eachDays: number | null, eachLoans: number | null = null) => ({ eachDays, eachLoans }); // prettier-ignore

test("by days: not the day before, on the day, and after", () => {
  assert.equal(dueOn(each(30), since("2026-01-31")), "2026-03-02");
  assert.equal(dueNow(each(30), since("2026-01-31"), "2026-03-01"), undefined);
  assert.equal(dueNow(each(30), since("2026-01-31"), "2026-03-02"), "days");
  assert.equal(dueNow(each(30), since("2026-01-31"), "2027-01-01"), "days");
});

test("after each loan, or after so many", () => {
  assert.equal(dueOn(each(null, 1), since("2020-01-01")), undefined);
  assert.equal(dueNow(each(null, 1), since("2020-01-01", 0), "2026-03-02"), undefined);
  assert.equal(dueNow(each(null, 1), since("2026-03-02", 1), "2026-03-02"), "loans");
  assert.equal(dueNow(each(null, 5), since("2026-03-02", 4), "2026-03-02"), undefined);
  assert.equal(dueNow(each(null, 5), since("2026-03-02", 6), "2026-03-02"), "loans");
});

test("both: whichever comes first", () => {
  assert.equal(dueNow(each(90, 3), since("2026-03-01", 3), "2026-03-02"), "loans");
  assert.equal(dueNow(each(90, 3), since("2026-03-01", 0), "2026-06-01"), "days");
  assert.equal(dueNow(each(90, 3), since("2026-03-01", 2), "2026-03-02"), undefined);
});
