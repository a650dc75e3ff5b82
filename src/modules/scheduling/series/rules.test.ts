import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addDays } from "../../../platform/clock.ts";
import { easterOf, publicHolidays } from "../holidays/public.ts";
import { schoolHolidaysOf, zoneOf } from "../holidays/school.ts";
import { daysOf, instantsOf } from "./expand.ts";
import { monthsAfter, repeatOf, ruleOf, weekday, type Pattern, type Repeat } from "./rules.ts";

const none = { public: new Set<string>(), school: new Set<string>() };
const pattern = (more: Partial<Pattern>): Pattern => ({
  firstDay: "2026-09-02",
  lastDay: null,
  startMinute: 18 * 60,
  durationMinutes: 90,
  repeat: { kind: "weekly", every: 1, days: [3] },
  skipPublicHolidays: false,
  skipSchoolHolidays: false,
  ...more,
});

test("a rule says again what it was made of", () => {
  const repeats: Repeat[] = [
    { kind: "once" },
    { kind: "daily" },
    { kind: "weekly", every: 1, days: [1, 3] },
    { kind: "weekly", every: 2, days: [7] },
    { kind: "monthly", nth: -1, day: 6 },
    { kind: "monthly", nth: 2, day: 2 },
  ];
  for (const repeat of repeats) assert.deepEqual(repeatOf(ruleOf(repeat)), repeat);
  assert.throws(() => repeatOf("FREQ=YEARLY"));
});

const day = fc.integer({ min: 0, max: 1200 }).map((n) => addDays("2026-01-01", n));
const weekdayLot = fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1>;
const repeat: fc.Arbitrary<Repeat> = fc.oneof(
  fc.constant<Repeat>({ kind: "once" }),
  fc.constant<Repeat>({ kind: "daily" }),
  fc.record({
    kind: fc.constant("weekly" as const),
    every: fc.integer({ min: 1, max: 4 }),
    days: fc.uniqueArray(weekdayLot, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({
    kind: fc.constant("monthly" as const),
    nth: fc.constantFrom(1, 2, 3, 4, -1) as fc.Arbitrary<1>,
    day: weekdayLot,
  }),
);

test("a day is one of a series exactly when counting day by day, without any rule, says so", () => {
  fc.assert(
    fc.property(
      fc.record({
        firstDay: day,
        length: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
        repeat,
        skipPublicHolidays: fc.boolean(),
        skipSchoolHolidays: fc.boolean(),
      }),
      day,
      fc.integer({ min: 0, max: 400 }),
      fc.uniqueArray(day, { maxLength: 40 }),
      ({ length, ...rest }, from, window, off) => {
        const lastDay = length === null ? null : addDays(rest.firstDay, length);
        const asked = pattern({ ...rest, lastDay });
        const to = addDays(from, window);
        const daysOff = { public: new Set(off), school: new Set(off.slice(10)) };
        const expected: string[] = [];
        for (let one = from; one <= to; one = addDays(one, 1))
          if (isOne(asked, one, daysOff)) expected.push(one);
        assert.deepEqual(daysOf(asked, from, to, daysOff), expected);
      },
    ),
    { numRuns: 300 },
  );
});

const monday = (one: string): string => addDays(one, 1 - weekday(one));

/** The definition, day by day. */
function isOne(asked: Pattern, day: string, off: typeof none): boolean {
  if (day < asked.firstDay || (asked.lastDay !== null && day > asked.lastDay)) return false;
  if (asked.skipPublicHolidays && off.public.has(day)) return false;
  if (asked.skipSchoolHolidays && off.school.has(day)) return false;
  const { repeat: how } = asked;
  if (how.kind === "once") return day === asked.firstDay;
  if (how.kind === "daily") return true;
  if (how.kind === "monthly") {
    if (weekday(day) !== how.day) return false;
    return how.nth === -1
      ? addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
      : Math.ceil(Number(day.slice(8)) / 7) === how.nth;
  }
  const weeks =
    (Date.parse(monday(day)) - Date.parse(monday(asked.firstDay))) / (7 * 24 * 3600 * 1000);
  return how.days.includes(weekday(day)) && weeks % how.every === 0;
}

const at = (one: string, zone = "Europe/Paris"): string =>
  instantsOf(one, 18 * 60, 90, zone).startsAt.toISOString();

test("six in the evening stays six in the evening when clocks change, and in any zone of the process", () => {
  assert.equal(at("2026-10-24"), "2026-10-24T16:00:00.000Z");
  assert.equal(at("2026-10-25"), "2026-10-25T17:00:00.000Z");
  assert.equal(at("2027-03-27"), "2027-03-27T17:00:00.000Z");
  assert.equal(at("2027-03-28"), "2027-03-28T16:00:00.000Z");
  assert.equal(at("2027-03-28", "America/Martinique"), "2027-03-28T22:00:00.000Z");
  // Half past two of the night that has none is half past three; the one that comes twice is the first.
  assert.equal(
    instantsOf("2027-03-28", 150, 60, "Europe/Paris").startsAt.toISOString(),
    "2027-03-28T01:30:00.000Z",
  );
  assert.equal(
    instantsOf("2026-10-25", 150, 60, "Europe/Paris").startsAt.toISOString(),
    "2026-10-25T00:30:00.000Z",
  );
  // Past midnight, across the change, it lasts as long as it lasts.
  const night = instantsOf("2026-10-24", 23 * 60, 240, "Europe/Paris");
  assert.equal(night.endsAt.getTime() - night.startsAt.getTime(), 240 * 60_000);
});

test("leap days, new year and the end of months are counted as the calendar does", () => {
  assert.equal(monthsAfter("2026-08-31", 18), "2028-02-29");
  assert.equal(monthsAfter("2026-01-31", 1), "2026-02-28");
  const daily = pattern({ firstDay: "2027-12-30", repeat: { kind: "daily" } });
  assert.deepEqual(daysOf(daily, "2027-12-30", "2028-01-02", none), [
    "2027-12-30",
    "2027-12-31",
    "2028-01-01",
    "2028-01-02",
  ]);
  assert.ok(daysOf(daily, "2028-02-28", "2028-03-01", none).includes("2028-02-29"));
});

test("public holidays are those of the law, Moselle and overseas included", () => {
  assert.equal(easterOf(2026), "2026-04-05");
  assert.equal(easterOf(2027), "2027-03-28");
  assert.equal(easterOf(2038), "2038-04-25");
  const inAngers = publicHolidays(2027, "49007");
  assert.equal(inAngers.size, 11);
  assert.equal(inAngers.get("2027-05-06"), "ascension");
  assert.equal(inAngers.get("2027-05-17"), "whit_monday");
  assert.equal(inAngers.has("2027-12-26"), false);
  const inMetz = publicHolidays(2027, "57463");
  assert.equal(inMetz.get("2027-03-26"), "good_friday");
  assert.equal(inMetz.get("2027-12-26"), "second_christmas");
  assert.equal(publicHolidays(2027, "97209").get("2027-05-22"), "abolition");
});

test("the school zone follows the department; its holidays do not overlap; Corsica and overseas give their own file", () => {
  assert.equal(zoneOf("49007"), "B");
  assert.equal(zoneOf("33063"), "A");
  assert.equal(zoneOf("31555"), "C");
  assert.equal(zoneOf("2A004"), "corse");
  assert.equal(zoneOf("97411"), undefined);
  const departments = Array.from({ length: 95 }, (_, n) => String(n + 1).padStart(2, "0"));
  assert.deepEqual(
    departments.filter((one) => one !== "20" && zoneOf(`${one}001`) === undefined),
    [],
  );
  assert.deepEqual(schoolHolidaysOf("corse"), []);
  for (const zone of ["A", "B", "C"] as const) {
    const spans = schoolHolidaysOf(zone);
    for (const [n, span] of spans.entries()) {
      assert.ok(span.from <= span.to);
      assert.equal(weekday(span.from) >= 5, true, `${zone} ${span.from}`);
      const next = spans[n + 1];
      if (next) assert.ok(span.to < next.from, `${zone} ${span.to} ${next.from}`);
    }
  }
});
