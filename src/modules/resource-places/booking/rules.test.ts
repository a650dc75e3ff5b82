import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "../../../app.ts";
import { weekdays, type Timetable } from "../../scheduling/index.ts";
import { publicHolidaysOf } from "../../scheduling/holidays/public.ts";
import { terms, working } from "../resource-places.testing.ts";
import { timeWords } from "./letters.ts";
import { freeNow, freeStarts, minutesOf, overQuota, walkInEnds, whyNotBooked } from "./rules.ts";

const calendar = { publicDays: new Set(["2026-09-18"]), closedDays: new Set<string>(), schoolDays: new Set<string>() }; // prettier-ignore
/** An hour in Paris on a day of September 2026, as an instant. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 8, day, hour - 2, minute));
const now = at(15, 10);
const why = (from: Date, until: Date, more: Partial<typeof terms> = {}, booker: "resident" | "association" | "desk" = "resident") =>
  whyNotBooked({ ...terms, ...more }, { from, until }, { booker, now, timetable: working, calendar }); // prettier-ignore

test("each refusal is named: closed, past, too short, too long, too far, not for them", () => {
  assert.equal(why(at(16, 9), at(16, 10)), undefined);
  assert.equal(why(at(16, 11, 30), at(16, 12, 30)), "closed");
  assert.equal(why(at(16, 11), at(16, 15), { most: 300 }), "closed");
  assert.equal(why(at(18, 9), at(18, 10)), "closed");
  assert.equal(why(at(19, 9), at(19, 10)), "closed");
  assert.equal(why(at(15, 9), at(15, 10)), "past");
  assert.equal(why(at(16, 9), at(16, 9, 30)), "short");
  assert.equal(why(at(16, 9), at(16, 12)), "long");
  assert.equal(why(at(22, 9), at(22, 10), { aheadDays: 6 }), "far");
  assert.equal(why(at(16, 9), at(16, 10), { open: false }), "stopped");
  assert.equal(why(at(16, 9), at(16, 10), { who: "associations" }), "associations_only");
  assert.equal(why(at(16, 9), at(16, 10), { who: "associations" }, "association"), undefined);
  assert.equal(why(at(16, 9), at(16, 10), { who: "desk" }, "association"), "desk_only");
});

test("who welcomes keeps to the hours, and to nothing else", () => {
  assert.equal(why(at(15, 10), at(15, 10, 20), { who: "desk", aheadDays: 0 }, "desk"), undefined);
  assert.equal(why(at(16, 9), at(16, 12), {}, "desk"), undefined);
  assert.equal(why(at(16, 12), at(16, 13), {}, "desk"), "closed");
});

test("a resident has so many minutes a day, counted with what they have", () => {
  const hour = { from: at(16, 9), until: at(16, 10) };
  assert.equal(overQuota({ dailyMinutes: 120 }, 60, hour), false);
  assert.equal(overQuota({ dailyMinutes: 120 }, 90, hour), true);
  assert.equal(overQuota({ dailyMinutes: null }, 600, hour), false);
});

const use = (from: Date, until: Date, quantity = 1) => ({ from: +from, until: +until, quantity });
const clock = (date: Date) => date.toISOString().slice(11, 16);

test("what is proposed to begin is free for the shortest time, before others and before it closes", () => {
  const openings = [{ from: at(16, 9), until: at(16, 12) }];
  const starts = freeStarts(terms, openings, [use(at(16, 10), at(16, 10, 30))], now);
  assert.deepEqual(starts.map(({ from, until }) => `${clock(from)}-${clock(until)}`), ["07:00-08:00", "08:30-10:00", "09:00-10:00"]); // prettier-ignore
  const two = freeStarts({ ...terms, units: 2 }, openings, [use(at(16, 9), at(16, 12))], now);
  assert.equal(two.length, 5);
  assert.equal(freeStarts(terms, openings, [], at(16, 10, 5)).length, 2);
});

test("free now until somebody has it, else when it next is", () => {
  const seen = (uses: ReturnType<typeof use>[], when = now) =>
    freeNow(terms, working, calendar, uses, when);
  assert.deepEqual(seen([]), { now: at(15, 12) });
  assert.deepEqual(seen([use(at(15, 11), at(15, 12))]), { now: at(15, 11) });
  assert.deepEqual(seen([use(at(15, 9), at(15, 12))]), { next: at(15, 14) });
  assert.deepEqual(seen([], at(15, 12, 30)), { next: at(15, 14) });
  assert.deepEqual(seen([], at(15, 19)), { next: at(16, 9) });
  assert.deepEqual(freeNow(terms, { ...working, rules: [] }, calendar, [], now), undefined);
});

test("somebody who is there may have it until each hour, until it closes, four hours at most", () => {
  const morning = { from: at(15, 9), until: at(15, 12) };
  assert.deepEqual(walkInEnds(terms, morning, [], at(15, 9, 20)).map(clock), ["08:00", "09:00", "10:00"]); // prettier-ignore
  assert.deepEqual(walkInEnds(terms, morning, [use(at(15, 10, 30), at(15, 12))], at(15, 9, 20)).map(clock), ["08:00", "08:30"]); // prettier-ignore
  assert.deepEqual(walkInEnds(terms, undefined, [], now), []);
  assert.deepEqual(walkInEnds(terms, morning, [use(at(15, 9), at(15, 12))], now), []);
});

const always: Timetable = { ...working, publicHolidays: "open", rules: weekdays.map((weekday) => ({ weekday, from: 0, until: 1440, season: "always", weeks: "every", firstDay: null, lastDay: null })) }; // prettier-ignore
const said = (from: string, until: string) =>
  timeWords({ t: wordsOf("fr"), lang: "fr" }, "Europe/Paris", { from: new Date(from), until: new Date(until) }).replaceAll(/\s/g, " "); // prettier-ignore

test("the nights the clocks change, a booking lasts the hours that pass and is said by the clock", () => {
  const night = { from: new Date("2026-10-24T22:00:00Z"), until: new Date("2026-10-25T23:00:00Z") };
  assert.equal(minutesOf(night), 25 * 60);
  assert.equal(why(night.from, night.until, { most: 1440 }), "long");
  const spring = { from: new Date("2027-03-27T23:00:00Z"), until: new Date("2027-03-28T22:00:00Z") }; // prettier-ignore
  assert.equal(minutesOf(spring), 23 * 60);
  const open = { booker: "desk", now, timetable: always, calendar } as const;
  assert.equal(whyNotBooked({ ...terms, most: 1440 }, spring, { ...open, booker: "association", now: new Date("2027-03-20T10:00:00Z") }), undefined); // prettier-ignore
  assert.equal(said("2026-10-24T22:00:00Z", "2026-10-25T02:00:00Z"), "dimanche 25 octobre 2026, de minuit à 3 h"); // prettier-ignore
  assert.equal(said("2027-03-27T23:00:00Z", "2027-03-28T02:00:00Z"), "dimanche 28 mars 2027, de minuit à 4 h"); // prettier-ignore
  assert.match(said("2026-10-25T21:00:00Z", "2026-10-25T23:00:00Z"), /de 22 h à minuit/); // prettier-ignore
});

const holidays = (insee: string, ...years: number[]) => ({ ...calendar, publicDays: new Set(years.flatMap((year) => publicHolidaysOf(year, insee)).map(({ day }) => day)) }); // prettier-ignore
const onHoliday = (day: string, insee: string) =>
  whyNotBooked(terms, { from: new Date(`${day}T09:00:00Z`), until: new Date(`${day}T10:00:00Z`) }, { booker: "desk", now, timetable: working, calendar: holidays(insee, 2027, 2028) }); // prettier-ignore

test("the holidays of Moselle and Alsace close what is booked there, and there only; the leap day is a day as another", () => {
  for (const insee of ["57463", "67482", "68224"])
    for (const day of ["2027-03-26", "2028-12-26"])
      assert.equal(onHoliday(day, insee), "closed", `${insee} ${day}`);
  assert.equal(onHoliday("2027-03-26", "49007"), undefined);
  assert.equal(onHoliday("2028-12-26", "49007"), undefined);
  assert.equal(onHoliday("2028-02-29", "67482"), undefined);
  assert.equal(onHoliday("2028-05-01", "67482"), "closed");
});
