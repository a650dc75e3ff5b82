import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { daysOf, eachDay, type Skipped } from "./days.ts";
import { onDay, ranks, rhythmOf, ruleOf, weekdays, type Pattern, type Rhythm } from "./pattern.ts";

const nothing: Skipped = { publicDays: new Set(), schoolDays: new Set() };
const pattern = (rhythm: Rhythm, firstDay: string, more: Partial<Pattern> = {}): Pattern => ({
  rhythm,
  firstDay,
  lastDay: null,
  startMinute: 1080,
  durationMinutes: 90,
  zone: "Europe/Paris",
  skipPublicHolidays: false,
  skipSchoolHolidays: false,
  ...more,
});
const wednesdays: Rhythm = { kind: "weekly", every: 1, days: ["WE"] };
const days = (one: Pattern, from: string, to: string) => daysOf(one, from, to, nothing);

test("29 February is a day like another, only when there is one", () => {
  const daily = pattern({ kind: "daily", every: 1 }, "2027-02-27");
  assert.deepEqual(days(daily, "2027-02-28", "2027-03-01"), ["2027-02-28", "2027-03-01"]);
  assert.deepEqual(days(daily, "2028-02-28", "2028-03-01"), ["2028-02-28", "2028-02-29", "2028-03-01"]); // prettier-ignore
  const lastTuesday: Rhythm = { kind: "monthly", on: [{ rank: -1, day: "TU" }] };
  assert.deepEqual(days(pattern(lastTuesday, "2028-02-01"), "2028-02-01", "2028-02-29"), ["2028-02-29"]); // prettier-ignore
});

test("every two weeks keeps its weeks over New Year, and begins with its first day", () => {
  const everyOther = pattern({ kind: "weekly", every: 2, days: ["WE"] }, "2026-12-10");
  assert.deepEqual(days(everyOther, "2026-12-01", "2027-01-31"), [
    "2026-12-16",
    "2026-12-30",
    "2027-01-13",
    "2027-01-27",
  ]);
});

test("holidays are left out when asked, and only then; a single day is meant", () => {
  const skipped: Skipped = {
    publicDays: new Set(["2026-11-11"]),
    schoolDays: new Set(["2026-10-21", "2026-10-28"]),
  };
  const from = (more: Partial<Pattern>) =>
    daysOf(pattern(wednesdays, "2026-10-14", more), "2026-10-01", "2026-11-18", skipped).length;
  assert.equal(from({}), 6);
  assert.equal(from({ skipSchoolHolidays: true }), 4);
  assert.equal(from({ skipPublicHolidays: true }), 5);
  assert.equal(from({ skipPublicHolidays: true, skipSchoolHolidays: true }), 3);
  const once = pattern({ kind: "once" }, "2026-11-11", { skipPublicHolidays: true });
  assert.deepEqual(daysOf(once, "2026-11-01", "2026-11-30", skipped), ["2026-11-11"]);
});

test("moved to another weekday, only what fell on the old one follows", () => {
  const twice = pattern({ kind: "weekly", every: 1, days: ["MO", "WE"] }, "2026-09-14");
  const moved = onDay(twice, "2026-09-16", "2026-09-18");
  assert.deepEqual(moved.rhythm, { kind: "weekly", every: 1, days: ["MO", "FR"] });
  const merged = onDay(twice, "2026-09-16", "2026-09-21");
  assert.deepEqual(merged.rhythm, { kind: "weekly", every: 1, days: ["MO"] });
  const monthly = pattern({ kind: "monthly", on: [{ rank: 2, day: "TU" }] }, "2026-09-01");
  assert.deepEqual(onDay(monthly, "2026-09-08", "2026-09-10").rhythm, {
    kind: "monthly",
    on: [{ rank: 2, day: "TH" }],
  });
  const once = pattern({ kind: "once" }, "2026-09-16");
  assert.equal(onDay(once, "2026-09-16", "2026-09-20").firstDay, "2026-09-20");
});

const dayFrom = (start: string, most: number) =>
  fc.integer({ min: 0, max: most }).map((after) => {
    const date = new Date(`${start}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + after);
    return date.toISOString().slice(0, 10);
  });
const someDays = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 7 });
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant<Rhythm>({ kind: "once" }),
  fc.record({ kind: fc.constant("daily" as const), every: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant("weekly" as const),
    every: fc.integer({ min: 1, max: 4 }),
    days: someDays,
  }),
  fc.record({
    kind: fc.constant("monthly" as const),
    on: fc.uniqueArray(
      fc.record({ rank: fc.constantFrom(...ranks), day: fc.constantFrom(...weekdays) }),
      { minLength: 1, maxLength: 3, selector: ({ rank, day }) => `${rank}${day}` },
    ),
  }),
);

const serial = (day: string) => Date.parse(day) / 86_400_000;
const weekday = (day: string) => (serial(day) + 3) % 7;
const monday = (day: string) => serial(day) - weekday(day);

/** Counts the days one by one, without the library nor a word of its rule. */
function bruteForce(one: Pattern, from: string, to: string, skipped: Skipped): string[] {
  const { rhythm } = one;
  const fits = (day: string) => {
    if (rhythm.kind === "once") return day === one.firstDay;
    if (rhythm.kind === "daily") return (serial(day) - serial(one.firstDay)) % rhythm.every === 0;
    if (rhythm.kind === "weekly") {
      const wanted = (at: string) => rhythm.days.includes(weekdays[weekday(at)] ?? "MO");
      const week = [0, 1, 2, 3, 4, 5, 6].map((after) =>
        new Date((serial(one.firstDay) + after) * 86_400_000).toISOString().slice(0, 10),
      );
      const begin = week.find(wanted);
      return wanted(day) && ((monday(day) - monday(begin ?? day)) / 7) % rhythm.every === 0;
    }
    const date = new Date(day);
    const length = new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
    ).getUTCDate();
    const rank = Math.ceil(date.getUTCDate() / 7);
    const last = date.getUTCDate() + 7 > length;
    return rhythm.on.some(
      (wish) =>
        weekdays[weekday(day)] === wish.day && (wish.rank === rank || (wish.rank === -1 && last)),
    );
  };
  return eachDay([{ firstDay: from, lastDay: to }]).filter(
    (day) =>
      day >= one.firstDay &&
      (one.lastDay === null || day <= one.lastDay) &&
      fits(day) &&
      (rhythm.kind === "once" ||
        (!(one.skipPublicHolidays && skipped.publicDays.has(day)) &&
          !(one.skipSchoolHolidays && skipped.schoolDays.has(day)))),
  );
}

test("a day is one of the series if, and only if, counting the days one by one says so", () => {
  fc.assert(
    fc.property(
      rhythms,
      dayFrom("2026-01-01", 800),
      fc.option(dayFrom("2028-03-12", 300)),
      dayFrom("2026-06-01", 500),
      fc.integer({ min: 0, max: 550 }),
      fc.boolean(),
      fc.boolean(),
      fc.array(dayFrom("2026-01-01", 1200)),
      fc.array(dayFrom("2026-01-01", 1200)),
      (
        rhythm,
        firstDay,
        lastDay,
        from,
        length,
        skipPublicHolidays,
        skipSchoolHolidays,
        one,
        other,
      ) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
        const skipped = { publicDays: new Set(one), schoolDays: new Set(other) };
        const asked = pattern(rhythm, firstDay, {
          lastDay,
          skipPublicHolidays,
          skipSchoolHolidays,
        });
        assert.deepEqual(daysOf(asked, from, to, skipped), bruteForce(asked, from, to, skipped));
      },
    ),
    { numRuns: 400 },
  );
});

test("a rhythm written as a rule is read as it was", () => {
  fc.assert(
    fc.property(rhythms, (rhythm) => {
      const ordered =
        rhythm.kind === "weekly"
          ? { ...rhythm, days: weekdays.filter((day) => rhythm.days.includes(day)) }
          : rhythm;
      assert.deepEqual(rhythmOf(ruleOf(rhythm)), structuredClone(ordered));
    }),
  );
});
