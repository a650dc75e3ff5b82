import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { publicHolidaysOf } from "../holidays/public.ts";
import { calendars, openMinutes, openOn, timetables } from "./minutes.testing.ts";
import { instantOf, isOpenAt, isOpenDuring, nextOpening, openingsBetween, openState } from "./times.ts"; // prettier-ignore
import { countOpenDays, openDaysAfter, openingsOn, type Calendar, type OpeningRule, type Timetable } from "./timetable.ts"; // prettier-ignore

const nothing: Calendar = { publicDays: new Set(), closedDays: new Set(), schoolDays: new Set() };
const rule = (weekday: OpeningRule["weekday"], from: number, until: number, more: Partial<OpeningRule> = {}): OpeningRule => ({ weekday, from, until, season: "always", weeks: "every", firstDay: null, lastDay: null, ...more }); // prettier-ignore
const table = (rules: OpeningRule[], more: Partial<Timetable> = {}): Timetable => ({ zone: "Europe/Paris", publicHolidays: "closed", closedDays: true, rules, exceptions: [], ...more }); // prettier-ignore

// The nights of the change of hour, the leap day, New Year after a year of 53 weeks, and a quiet week.
for (const around of ["2027-03-28", "2027-10-31", "2028-02-29", "2027-01-03", "2026-11-25"])
  test(`around ${around}, what is open is what the clock says minute by minute`, () => {
    const from = Date.parse(`${around}T00:00:00Z`) - 2 * 86_400_000;
    const minutes = 4 * 24 * 60;
    fc.assert(
      fc.property(
        timetables(around, ["Europe/Paris", "America/Miquelon", "Indian/Reunion"]),
        calendars(around),
        fc.integer({ min: 0, max: 4 * 24 * 60 - 1 }),
        (timetable, calendar, asked) => {
          const brute = openMinutes(timetable, from, minutes, calendar);
          const swept: boolean[] = Array.from({ length: minutes }, () => false);
          const found = openingsBetween(timetable, new Date(from), new Date(from + minutes * 60_000), calendar); // prettier-ignore
          for (const one of found)
            swept.fill(true, (+one.from - from) / 60_000, (+one.until - from) / 60_000);
          assert.deepEqual(swept, brute);
          for (const [at, one] of found.entries())
            assert.ok(at === 0 || +(found[at - 1]?.until ?? 0) < +one.from, "apart, in order");
          const at = new Date(from + asked * 60_000);
          assert.equal(isOpenAt(timetable, at, calendar), brute[asked]);
          const next = brute.indexOf(true, asked);
          const opening = nextOpening(timetable, at, calendar);
          if (next >= 0) assert.equal(+(opening?.from ?? 0), from + next * 60_000);
          const end = brute.indexOf(false, asked);
          if (end > asked)
            assert.ok(isOpenDuring(timetable, { from: at, until: new Date(from + end * 60_000) }, calendar)); // prettier-ignore
          if (end >= 0 && end + 1 < minutes)
            assert.ok(!isOpenDuring(timetable, { from: at, until: new Date(from + (end + 1) * 60_000) }, calendar)); // prettier-ignore
        },
      ),
      { numRuns: 25 },
    );
  });

test("the minutes a night jumps all come at the jump, its first one too", () => {
  const jump = "2027-03-28T01:00:00.000Z";
  for (const minute of [120, 121, 179, 180])
    assert.equal(instantOf("Europe/Paris", "2027-03-28", minute).toISOString(), jump);
  const sunday = table([rule("SU", 105, 120)]);
  const [only] = openingsBetween(sunday, new Date("2027-03-27T00:00:00Z"), new Date("2027-03-29T00:00:00Z"), nothing); // prettier-ignore
  assert.deepEqual(only, { from: new Date("2027-03-28T00:45:00Z"), until: new Date(jump) });
});

test("open days are counted as one counts them on a calendar", () => {
  fc.assert(
    fc.property(timetables("2028-02-29", ["Europe/Paris"]), calendars("2028-02-29"), fc.integer({ min: 0, max: 8 }), (timetable, calendar, count) => {
        const days = Array.from({ length: 70 }, (_, at) => new Date(Date.UTC(2028, 1, 26 + at)).toISOString().slice(0, 10));
        const open = days.slice(1).filter((day) => Array.from({ length: 96 }, (_, at) => at * 15).some((at) => openOn(timetable, day, at, calendar)));
        assert.equal(countOpenDays(timetable, "2028-02-26", days.at(-1) ?? "", calendar), open.length);
        const expected = count === 0 ? "2028-02-26" : open[count - 1];
        if (expected) assert.equal(openDaysAfter(timetable, "2028-02-26", count, calendar), expected);
      }), // prettier-ignore
    { numRuns: 20 },
  );
  assert.equal(openDaysAfter(table([]), "2026-11-25", 1, nothing), undefined);
});

test("three open days before a Monday go over the week-end, the holiday and the bridge the commune closes", () => {
  const week = table((["MO", "TU", "WE", "TH", "FR"] as const).map((day) => rule(day, 540, 720)));
  const calendar = { ...nothing, publicDays: new Set(["2026-11-11"]), closedDays: new Set(["2026-11-12"]) }; // prettier-ignore
  assert.equal(openDaysAfter(week, "2026-11-10", 2, calendar), "2026-11-16");
  assert.equal(openDaysAfter({ ...week, closedDays: false }, "2026-11-10", 2, calendar), "2026-11-13"); // prettier-ignore
  assert.equal(openDaysAfter({ ...week, publicHolidays: "open", closedDays: false }, "2026-11-10", 2, calendar), "2026-11-12"); // prettier-ignore
});

const holidaysOf = (insee: string) => ({ ...nothing, publicDays: new Set(publicHolidaysOf(2027, insee).map(({ day }) => day)) }); // prettier-ignore

test("the holidays of Moselle close in Moselle only", () => {
  const fridays = table([rule("FR", 540, 720)]);
  assert.deepEqual(openingsOn(fridays, "2027-03-26", holidaysOf("57463")), []);
  assert.deepEqual(openingsOn(fridays, "2027-03-26", holidaysOf("49007")), [
    { from: 540, until: 720 },
  ]);
});

test("an exception is meant, even on a holiday, and several on a day are added", () => {
  const sundays = table([rule("SU", 600, 720)], {
    exceptions: [
      { firstDay: "2026-12-20", lastDay: "2027-01-03", hours: null, words: "Travaux" },
      { firstDay: "2026-12-25", lastDay: "2026-12-25", hours: { from: 600, until: 660 }, words: null },
      { firstDay: "2026-12-25", lastDay: "2026-12-25", hours: { from: 840, until: 900 }, words: null },
    ],
  }); // prettier-ignore
  const calendar = { ...nothing, publicDays: new Set(["2026-12-25"]) };
  assert.deepEqual(openingsOn(sundays, "2026-12-20", calendar), []);
  assert.deepEqual(openingsOn(sundays, "2026-12-25", calendar), [{ from: 600, until: 660 }, { from: 840, until: 900 }]); // prettier-ignore
});

const iso = (day: string, minute: number) => instantOf("Europe/Paris", day, minute).toISOString();

test("in the night of the change, the clock is followed: the hour that is skipped, the hour that comes twice", () => {
  assert.equal(iso("2027-03-28", 119), "2027-03-28T00:59:00.000Z");
  assert.equal(iso("2027-03-28", 150), "2027-03-28T01:00:00.000Z");
  assert.equal(iso("2027-03-28", 180), "2027-03-28T01:00:00.000Z");
  assert.equal(iso("2027-10-31", 150), "2027-10-31T00:30:00.000Z");
  assert.equal(iso("2027-10-31", 180), "2027-10-31T02:00:00.000Z");
  assert.equal(iso("2027-10-31", 1440), "2027-10-31T23:00:00.000Z");
});

test("what never closes has no end, what never opens no beginning", () => {
  const always = table((["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const).map((day) => rule(day, 0, 1440))); // prettier-ignore
  const now = new Date("2026-11-25T10:00:00Z");
  assert.deepEqual(openState(always, now, nothing), { open: true, until: undefined, soon: false });
  assert.deepEqual(openState(table([]), now, nothing), { open: false, next: undefined });
});
