import assert from "node:assert/strict";
import test from "node:test";
import { dueOf, type Remindable } from "./due.ts";

const on = { remindBefore: true, remindAfter: true };
const at = (moment: string) => new Date(moment);
const loan = (fields: Partial<Remindable>): Remindable => ({
  state: "out",
  regime: "loan",
  zone: "Europe/Paris",
  from: at("2026-11-30T08:00Z"),
  until: at("2026-12-10T09:00Z"),
  decidedAt: at("2026-11-20T08:00Z"),
  outAt: at("2026-11-30T08:00Z"),
  ...fields,
});
const kindAt = (one: Remindable, moment: string, switches = on) =>
  dueOf(one, switches, at(moment))?.kind;

test("one letter at a time, the latest that is due, each from the morning of its day", () => {
  const taken = loan({});
  const days: [string, string | undefined][] = [
    ["2026-12-08T06:59Z", undefined],
    ["2026-12-08T07:00Z", "before_back"],
    ["2026-12-10T06:59Z", "before_back"],
    ["2026-12-10T07:00Z", "on_day"],
    ["2026-12-10T09:00Z", undefined],
    ["2026-12-11T06:59Z", undefined],
    ["2026-12-11T07:00Z", "late_1"],
    ["2026-12-13T07:00Z", "late_3"],
    ["2026-12-17T07:00Z", "late_7"],
    ["2027-02-01T07:00Z", "late_7"],
  ];
  for (const [moment, kind] of days) assert.equal(kindAt(taken, moment), kind, moment);
  assert.deepEqual(dueOf(taken, on, at("2026-12-11T07:00Z"))?.forAt, taken.until);
});

test("before the hand-over, for what is promised and was not just accepted", () => {
  const promised = loan({ state: "prepared", outAt: null });
  assert.equal(kindAt(promised, "2026-11-28T06:59Z"), undefined);
  assert.equal(kindAt(promised, "2026-11-28T07:00Z"), "before_out");
  assert.equal(kindAt(promised, "2026-11-29T20:00Z"), "before_out", "a day down is caught up with");
  assert.equal(kindAt(promised, "2026-11-30T08:00Z"), undefined);
  const fresh = { ...promised, decidedAt: at("2026-11-28T10:00Z") };
  assert.equal(kindAt(fresh, "2026-11-29T10:00Z"), undefined);
  for (const state of ["asked", "refused", "cancelled", "returned", "closed"] as const)
    assert.equal(kindAt({ ...promised, state }, "2026-11-29T10:00Z"), undefined, state);
});

test("who took it two days before, or uses it on the spot, is only written to when late", () => {
  const short = loan({ outAt: at("2026-12-09T09:00Z") });
  assert.equal(kindAt(short, "2026-12-09T10:00Z"), undefined);
  assert.equal(kindAt(short, "2026-12-10T07:30Z"), "on_day");
  const here = loan({ regime: "on_site", outAt: at("2026-12-10T06:00Z") });
  assert.equal(kindAt(here, "2026-12-10T08:00Z"), undefined);
  assert.equal(kindAt(here, "2026-12-11T08:00Z"), "late_1");
});

test("a commune stops those before, or those after", () => {
  const [before, after] = [
    { ...on, remindBefore: false },
    { ...on, remindAfter: false },
  ];
  assert.equal(kindAt(loan({}), "2026-12-10T08:00Z", before), undefined);
  assert.equal(kindAt(loan({}), "2026-12-11T08:00Z", before), "late_1");
  assert.equal(kindAt(loan({}), "2026-12-10T08:00Z", after), "on_day");
  assert.equal(kindAt(loan({}), "2026-12-11T08:00Z", after), undefined);
  const promised = loan({ state: "accepted", outAt: null });
  assert.equal(kindAt(promised, "2026-11-29T10:00Z", before), undefined);
});

test("nights that change the hour move no letter, wherever the place is", () => {
  const spring = loan({ until: at("2027-03-27T17:00Z"), outAt: at("2027-03-01T09:00Z") });
  assert.equal(kindAt(spring, "2027-03-28T05:59Z"), undefined);
  assert.equal(kindAt(spring, "2027-03-28T06:00Z"), "late_1", "eight o’clock of summer");
  const autumn = loan({ until: at("2027-10-30T16:00Z"), outAt: at("2027-10-01T09:00Z") });
  assert.equal(kindAt(autumn, "2027-10-31T06:59Z"), undefined);
  assert.equal(kindAt(autumn, "2027-10-31T07:00Z"), "late_1", "eight o’clock of winter");
  assert.equal(kindAt(autumn, "2027-11-02T06:59Z"), "late_1");
  assert.equal(kindAt(autumn, "2027-11-02T07:00Z"), "late_3");
  const island = loan({ zone: "Indian/Reunion", until: at("2026-12-10T05:00Z") });
  assert.equal(kindAt(island, "2026-12-11T04:00Z"), "late_1");
});
