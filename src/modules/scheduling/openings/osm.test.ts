import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import OpeningHours from "opening_hours";
import { addDays } from "../../../platform/clock.ts";
import { publicHolidaysBetween } from "../holidays/public.ts";
import { dayAround, openOn, timetables } from "./minutes.testing.ts";
import { osmHours } from "./osm.ts";
import { type Calendar, type OpeningRule, type Timetable } from "./timetable.ts";

const [first, days] = ["2026-07-01", 365];
const eachDay = Array.from({ length: days }, (_, at) => addDays(first, at));
// In western France: the library knows the school holidays by region, the public ones by country.
const angers = {
  lat: 47.47,
  lon: -0.55,
  address: { country_code: "fr", state: "Pays de la Loire" },
};

/** The library that the tools of OpenStreetMap use, whose clock is that of the process. */
const heard = (hours: string) => new OpeningHours(hours, angers as never);
const at = (day: string, minute: number): Date => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(year, month - 1, date, Math.floor(minute / 60), minute % 60);
};

/** The holidays as the library has them: what is compared is what is made of them. */
const daysOf = (hours: string): Set<string> => {
  const known = heard(hours);
  return new Set(eachDay.filter((day) => known.getState(at(day, 720))));
};

const rule = (weekday: OpeningRule["weekday"], from: number, until: number, more: Partial<OpeningRule> = {}): OpeningRule => ({ weekday, from, until, season: "always", weeks: "every", firstDay: null, lastDay: null, ...more }); // prettier-ignore
const table = (rules: OpeningRule[], more: Partial<Timetable> = {}): Timetable => ({ zone: "Europe/Paris", publicHolidays: "closed", closedDays: true, rules, exceptions: [], ...more }); // prettier-ignore
const working = ["MO", "TU", "WE", "TH", "FR"] as const;

test("hours are written as OpenStreetMap writes them", () => {
  const morning = working.map((day) => rule(day, 540, 720));
  const usual = table([...morning, ...working.map((day) => rule(day, 840, 1110))]);
  assert.equal(osmHours(usual), "Mo-Fr 09:00-12:00,14:00-18:30; PH off");
  const term = usual.rules.map((one) => ({ ...one, season: "term" as const }));
  const seasons = table([...term, rule("MO", 600, 720, { season: "school_holidays" })], {
    exceptions: [{ firstDay: "2026-12-24", lastDay: "2026-12-24", hours: null, words: "Fermé" }],
  });
  assert.equal(
    osmHours(seasons, { publicDays: new Set(), schoolDays: new Set(), closedDays: new Set(["2027-05-14", "2027-05-15"]) }),
    "Mo-Fr 09:00-12:00,14:00-18:30; SH Mo 10:00-12:00; SH Tu-Fr off; PH off; 2027 May 14-2027 May 15 off; 2026 Dec 24 off",
  ); // prettier-ignore
  const permanence = table([rule("WE", 540, 720), rule("WE", 840, 960, { weeks: "1" }), rule("SA", 600, 1440, { weeks: "even" })], { publicHolidays: "open" }); // prettier-ignore
  assert.equal(osmHours(permanence), "We 09:00-12:00, We[1] 14:00-16:00, week 02-52/2 Sa 10:00-24:00"); // prettier-ignore
  assert.equal(osmHours(table([], { publicHolidays: "open" })), "");
});

test("over a year, another reader of these hours opens and closes when we do", () => {
  const publicDays = new Set(publicHolidaysBetween(first, eachDay.at(-1) ?? "", "49007").map(({ day }) => day)); // prettier-ignore
  assert.deepEqual(daysOf("PH 00:00-24:00"), publicDays);
  const schoolDays = daysOf("SH 00:00-24:00");
  assert.ok(schoolDays.size > 100);
  fc.assert(
    fc.property(
      timetables("2027-03-01", ["Europe/Paris"]),
      fc.array(dayAround("2027-03-01", 9, 9), { maxLength: 3 }),
      (timetable, closed) => {
        const calendar: Calendar = { publicDays, schoolDays, closedDays: new Set(closed) };
        const written = osmHours(timetable, calendar);
        if (!written) return;
        const known = heard(written);
        for (const day of eachDay)
          for (let minute = 7; minute < 1440; minute += 45)
            if (known.getState(at(day, minute)) !== openOn(timetable, day, minute, calendar))
              assert.fail(`${written} on ${day} at ${minute}`);
      },
    ),
    { numRuns: 12 },
  );
});
