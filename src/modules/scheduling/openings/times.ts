import { Temporal } from "temporal-polyfill";
import { addDays } from "../../../platform/clock.ts";
import { openingsOn, type Calendar, type Timetable } from "./timetable.ts";

/** From an instant until another. */
export type Opening = { from: Date; until: Date };

/** The day of an instant on the clock of a zone. */
export const dayIn = (zone: string, at: Date): string => local(zone, at).toPlainDate().toString();

/** The minute of the day of an instant on the clock of a zone. */
export function minuteIn(zone: string, at: Date): number {
  const { hour, minute } = local(zone, at);
  return hour * 60 + minute;
}

const local = (zone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const dayMs = 24 * 60 * 60_000;

/** When the clock of a zone first reaches a minute of a day: in a night that jumps an hour, the minutes jumped all come at once. */
export function instantOf(zone: string, day: string, minute: number): Date {
  const { start, lasts } = knownDay(zone, day);
  const within = minute >= 0 && minute * 60_000 < dayMs;
  return lasts === dayMs && within ? new Date(start + minute * 60_000) : clockAt(zone, day, minute);
}

/** The same by the calendar of the zone, for the days that are shorter or longer. */
function clockAt(zone: string, day: string, minute: number): Date {
  const clock = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
  const found = clock.toZonedDateTime(zone, { disambiguation: "compatible" });
  // An instant later: the first minute jumped is found at the very jump, and "previous" is strictly before.
  const reached = found.toPlainDateTime().equals(clock)
    ? found
    : (found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") ?? found);
  return new Date(reached.epochMilliseconds);
}

type Day = { start: number; lasts: number };
const days = new Map<string, Day>();

/** When a day begins and how long it lasts, in milliseconds: the same ones are asked again for everything a place lends. */
function knownDay(zone: string, day: string): Day {
  const known = days.get(`${zone} ${day}`);
  if (known) return known;
  if (days.size >= 5000) days.clear();
  const start = clockAt(zone, day, 0).getTime();
  const made = { start, lasts: clockAt(zone, addDays(day, 1), 0).getTime() - start };
  days.set(`${zone} ${day}`, made);
  return made;
}

/** The first instant of a day, in milliseconds. */
export const dayStart = (zone: string, day: string): number => knownDay(zone, day).start;

/** What is open between two instants, cut at them, in order. */
export function openingsBetween(
  timetable: Timetable,
  from: Date,
  until: Date,
  calendar: Calendar,
): Opening[] {
  const { zone } = timetable;
  const found: Opening[] = [];
  const last = dayIn(zone, until);
  for (let day = dayIn(zone, from); day <= last; day = addDays(day, 1))
    for (const hours of openingsOn(timetable, day, calendar)) {
      const begins = latest(instantOf(zone, day, hours.from), from);
      const ends = earliest(instantOf(zone, day, hours.until), until);
      const before = found.at(-1);
      if (begins >= ends) continue;
      // Until midnight, then from midnight: it did not close.
      if (before && before.until >= begins) before.until = ends;
      else found.push({ from: begins, until: ends });
    }
  return found;
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other);
const earliest = (one: Date, other: Date): Date => (one < other ? one : other);

/** True when it is open at an instant. */
export const isOpenAt = (timetable: Timetable, at: Date, calendar: Calendar): boolean =>
  openingsBetween(timetable, at, new Date(at.getTime() + 1), calendar).length > 0;

/** True when it is open all along. */
export function isOpenDuring(
  timetable: Timetable,
  { from, until }: Opening,
  calendar: Calendar,
): boolean {
  const [only, more] = openingsBetween(timetable, from, until, calendar);
  return !more && only?.from.getTime() === from.getTime() && +only.until === +until;
}

/** Days looked at for what opens next. */
const daysAhead = 120;

/** The opening that is on at an instant or else the next one; nothing when it does not open in four months. */
export function nextOpening(
  timetable: Timetable,
  at: Date,
  calendar: Calendar,
): Opening | undefined {
  const { zone } = timetable;
  const today = dayIn(zone, at);
  for (let after = 0; after <= daysAhead; after += 1) {
    const day = addDays(today, after);
    if (!openingsOn(timetable, day, calendar).length) continue;
    const from = after === 0 ? at : instantOf(zone, day, 0);
    // To the end of the next day, for what goes past midnight.
    const until = instantOf(zone, addDays(day, 2), 0);
    const [found] = openingsBetween(timetable, from, until, calendar);
    if (found) return found;
  }
  return undefined;
}

/** Less than so many minutes before it closes, it closes soon. */
const soonMinutes = 30;

/** `until` is nothing when it does not close in the coming day, `next` when it does not open in four months. */
export type OpenState =
  { open: true; until: Date | undefined; soon: boolean } | { open: false; next: Date | undefined };

/** Whether it is open, until when, or when it opens. */
export function openState(timetable: Timetable, at: Date, calendar: Calendar): OpenState {
  const next = nextOpening(timetable, at, calendar);
  if (!next || next.from > at) return { open: false, next: next?.from };
  const minutes = (next.until.getTime() - at.getTime()) / 60_000;
  return {
    open: true,
    until: minutes > 24 * 60 ? undefined : next.until,
    soon: minutes <= soonMinutes,
  };
}
