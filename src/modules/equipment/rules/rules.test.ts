import assert from "node:assert/strict";
import test from "node:test";
import { againstRequest, againstThing, daysOf, usualRules, type Borrower } from "./rules.ts";

const today = "2026-11-26";
const days = { from: "2026-12-04", until: "2026-12-07" };
const borrower: Borrower = {
  registered: true,
  insuredUntil: "2027-01-01",
  conventionUntil: "2027-01-01",
  designated: false,
  late: 0,
  seasonLoans: 3,
};
const model = { longestDays: null, leadOpenDays: null, bufferMinutes: null, decision: null, onSiteOnly: false }; // prettier-ignore

test("a request meets each rule of the commune by its name, and all those it meets", () => {
  const all = { ...usualRules, openTo: "registered", insurance: true, convention: true, seasonLoans: 4, furthestDays: 30 } as const; // prettier-ignore
  const against = (who: Partial<Borrower>, when = days) =>
    againstRequest(all, { ...borrower, ...who }, when, today);
  assert.deepEqual(against({}), []);
  assert.deepEqual(against({ registered: false }), ["closed_to_you"]);
  assert.deepEqual(against({ insuredUntil: null }), ["no_insurance"]);
  assert.deepEqual(against({ insuredUntil: "2026-12-06" }), ["no_insurance"]);
  assert.deepEqual(against({ insuredUntil: "2026-12-07" }), []);
  assert.deepEqual(against({ conventionUntil: null }), ["no_convention"]);
  assert.deepEqual(against({ conventionUntil: "2026-12-06" }), ["no_convention"]);
  assert.deepEqual(against({ late: 1, seasonLoans: 4 }), ["late_loan", "quota"]);
  assert.deepEqual(against({}, { from: "2026-12-27", until: "2026-12-28" }), ["too_far"]);
  assert.deepEqual(against({}, { from: "2026-11-25", until: "2026-11-28" }), ["past"]);
});

test("rules a commune does not have refuse nobody", () => {
  const nobody = {
    registered: false,
    insuredUntil: null,
    conventionUntil: null,
    designated: false,
    late: 2,
    seasonLoans: 99,
  };
  assert.deepEqual(againstRequest({ ...usualRules, lateWaits: false }, nobody, days, today), []);
});

test("a thing has its own length and delay, else those of the commune", () => {
  const longWeek = { from: "2026-12-01", until: "2026-12-15" };
  assert.equal(daysOf(longWeek), 15);
  assert.equal(againstThing(usualRules, model, longWeek, 5), "too_long");
  assert.equal(againstThing(usualRules, { ...model, longestDays: 15 }, longWeek, 5), undefined);
  assert.equal(againstThing(usualRules, model, days, 1), "too_soon");
  assert.equal(againstThing(usualRules, { ...model, leadOpenDays: 0 }, days, 0), undefined);
  assert.equal(againstThing(usualRules, { ...model, onSiteOnly: true }, days, 9), "not_lent");
});

test("who the commune counts on has no quota while it guarantees their loans", () => {
  const rules = { ...usualRules, seasonLoans: 1 };
  const known = { ...borrower, seasonLoans: 3, designated: true };
  assert.deepEqual(againstRequest(rules, known, days, "2026-11-26"), []);
  assert.deepEqual(againstRequest({ ...rules, guaranteed: false }, known, days, "2026-11-26"), ["quota"]); // prettier-ignore
});
