import assert from "node:assert/strict";
import test from "node:test";
import type { Occurrence } from "../series/queries.ts";
import { knownFrom, newsOf, type Known, type Seen } from "./rules.ts";

const now = new Date("2026-09-15T08:00:00Z");
const date = (id: string, day: string, more: Partial<Occurrence> = {}): Occurrence => ({
  id,
  seriesId: "s",
  originalDay: day,
  day,
  startMinute: 1080,
  durationMinutes: 90,
  startsAt: new Date(`${more.day ?? day}T16:00:00Z`),
  endsAt: new Date(`${more.day ?? day}T17:30:00Z`),
  state: "planned",
  notice: null,
  sequence: 0,
  changedAt: now,
  ...more,
});
const seen = (...dates: Occurrence[]): Seen => ({
  pattern: "thursdays",
  dates,
  untilDay: "2026-11-14",
});
const all = [date("a", "2026-09-17"), date("b", "2026-10-01"), date("c", "2026-11-05")];
const known = knownFrom(seen(...all), undefined);
const told = (was: Known, is: Seen, at = now) =>
  newsOf(was, is, at).tidings.map(({ what, at: when }) => `${what} ${when.day}`);

test("nothing new is nothing to tell, and dates that come near as days pass are not news", () => {
  assert.deepEqual(told(known, seen(...all)), []);
  const later = { ...seen(...all, date("d", "2026-11-19")), untilDay: "2026-11-30" };
  assert.deepEqual(told(known, later), []);
  assert.deepEqual(told(knownFrom(later, known), later), []);
});

test("a date cancelled, moved, added or put back is told once, in the order they come", () => {
  const changed = seen(
    date("a", "2026-09-17", { state: "cancelled" }),
    date("b", "2026-10-01", { state: "moved", day: "2026-10-02", notice: "Salle prise" }),
    date("new", "2026-09-24"),
    all[2] as Occurrence,
  );
  const news = newsOf(known, changed, now);
  assert.deepEqual(
    news.tidings.map(({ what, at, before, notice }) => [what, at.day, before?.day, notice]),
    [
      ["cancelled", "2026-09-17", undefined, null],
      ["added", "2026-09-24", undefined, null],
      ["moved", "2026-10-02", "2026-10-01", "Salle prise"],
    ],
  );
  const after = knownFrom(changed, known);
  assert.deepEqual(told(after, changed), []);
  assert.deepEqual(told(after, seen(...all, date("new", "2026-09-24"))), ["back 2026-09-17", "moved 2026-10-01"]); // prettier-ignore
});

test("another hour the same day is a date moved; a date that is no more is cancelled, once", () => {
  const hour = seen(
    date("a", "2026-09-17", { state: "moved", startMinute: 1140 }),
    ...all.slice(1),
  );
  assert.deepEqual(told(known, hour), ["moved 2026-09-17"]);
  const less = seen(...all.slice(0, 2));
  assert.deepEqual(told(known, less), ["cancelled 2026-11-05"]);
  assert.deepEqual(told(knownFrom(less, known), less), []);
});

test("a date moved further than people are told of is told, and not told again when it comes near", () => {
  const far = seen(...all.slice(0, 2), date("c", "2026-11-05", { state: "moved", day: "2026-12-20" })); // prettier-ignore
  assert.deepEqual(told(known, far), ["moved 2026-12-20"]);
  const after = knownFrom(far, known);
  assert.deepEqual(told(after, { ...far, untilDay: "2026-12-25" }), []);
});

test("one cancelled far ahead is told when it comes near; what is past is told no more", () => {
  const ahead = seen(...all, date("z", "2027-01-07", { state: "cancelled" }));
  assert.deepEqual(told(known, ahead), []);
  assert.deepEqual(told(known, { ...ahead, untilDay: "2027-01-10" }), ["cancelled 2027-01-07"]);
  const over = new Date("2026-09-18T08:00:00Z");
  assert.deepEqual(told(known, seen(...all.slice(1)), over), []);
  const past = seen(date("a", "2026-09-17", { state: "cancelled" }), ...all.slice(1));
  assert.deepEqual(told(known, past, over), []);
});

test("other days and hours are told as such, in place of each date", () => {
  const other = { ...seen(date("n", "2026-09-18")), pattern: "fridays" };
  assert.deepEqual(newsOf(known, other, now), { hours: true, tidings: [] });
  assert.deepEqual(newsOf(knownFrom(other, known), other, now), { hours: false, tidings: [] });
});
