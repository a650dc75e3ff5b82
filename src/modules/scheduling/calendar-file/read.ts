import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

/** An event of somebody else's calendar file, once for each time it happens. */
export type PlainEvent = {
  uid: string;
  /** `YYYY-MM-DD`: the day of this time in its series, on the clock of the file. */
  originalDay: string;
  startsAt: Date;
  endsAt: Date;
  /** Whole days: the last one is the day before `endsAt`. */
  allDay: boolean;
  title: string;
  description: string | undefined;
  location: string | undefined;
  url: string | undefined;
  cancelled: boolean;
};

export type CalendarRefusal = "too_big" | "not_calendar" | "too_many";

/** Beyond, a file is refused whole: never half of it. */
export const calendarLimits = { bytes: 2_000_000, events: 5000, times: 10_000, steps: 200_000 };

type About = {
  /** Days between which what repeats is written out, both included. */
  from: string;
  to: string;
  /** The zone of hours that say none. */
  zone: string;
};

/** Reads a calendar file; what repeats is written out between two days, and no further. */
export function readCalendar(
  file: string,
  about: About,
): { events: PlainEvent[] } | { refused: CalendarRefusal } {
  if (Buffer.byteLength(file) > calendarLimits.bytes) return { refused: "too_big" };
  const found = parsed(file);
  if (!found) return { refused: "not_calendar" };
  if (found.length > calendarLimits.events) return { refused: "too_many" };
  const budget = { times: calendarLimits.times, steps: calendarLimits.steps };
  try {
    const events = seriesIn(found).flatMap((event) => timesOf(event, about, budget));
    events.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    return { events };
  } catch (fault) {
    return { refused: fault instanceof OverBudget ? "too_many" : "not_calendar" };
  }
}

class OverBudget extends Error {}

function parsed(file: string): ICAL.Component[] | undefined {
  try {
    const read: unknown = ICAL.parse(file.replace(/^\uFEFF/, ""));
    const calendars = Array.isArray((read as unknown[])[0]) ? (read as unknown[]) : [read];
    const components = calendars.map(
      (one) => new ICAL.Component(one as [string, unknown[], unknown[]]),
    );
    if (components.some(({ name }) => name !== "vcalendar")) return undefined;
    return components.flatMap((one) => one.getAllSubcomponents("vevent"));
  } catch {
    return undefined;
  }
}

/** The events, those changed one by one put back under the series they belong to. */
function seriesIn(components: readonly ICAL.Component[]): ICAL.Event[] {
  const events = components
    .filter((one) => one.hasProperty("dtstart"))
    // Left to itself, an event claims the exceptions of all the others, and fails.
    .map((one) => new ICAL.Event(one, { strictExceptions: true, exceptions: [] }));
  const whole = events.filter((one) => !one.isRecurrenceException());
  const alone = events.filter((one) => one.isRecurrenceException());
  const byUid = new Map(whole.map((one) => [one.uid, one]));
  const orphans = alone.filter((one) => {
    const series = byUid.get(one.uid);
    if (series) series.relateException(one);
    return !series;
  });
  return [...whole, ...orphans];
}

type Budget = { times: number; steps: number };

function timesOf(event: ICAL.Event, about: About, budget: Budget): PlainEvent[] {
  if (!event.isRecurring())
    return kept([plain(event, event, event.startDate, about)], about, budget);
  const found: PlainEvent[] = [];
  const iterator = event.iterator();
  const end = instantOf(ICAL.Time.fromDateString(about.to), about.zone).getTime() + 86_400_000;
  // A time moved from after the end to before it is looked for a while further.
  const farthest = end + 31 * 86_400_000;
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (--budget.steps < 0) throw new OverBudget();
    if (instantOf(next, about.zone).getTime() >= farthest) break;
    const detail = event.getOccurrenceDetails(next);
    const time = plain(detail.item, detail, detail.recurrenceId, about);
    found.push(...kept([time], about, budget));
  }
  return found;
}

/** Only what meets the days asked for. */
function kept(events: PlainEvent[], { from, to, zone }: About, budget: Budget): PlainEvent[] {
  const start = instantOf(ICAL.Time.fromDateString(from), zone);
  const end = instantOf(ICAL.Time.fromDateString(to), zone).getTime() + 86_400_000;
  const inside = events.filter(
    (one) => one.endsAt >= start && one.startsAt.getTime() < end && one.startsAt <= one.endsAt,
  );
  if ((budget.times -= inside.length) < 0) throw new OverBudget();
  return inside;
}

function plain(
  item: ICAL.Event,
  when: { startDate: ICAL.Time; endDate: ICAL.Time },
  original: ICAL.Time,
  { zone }: About,
): PlainEvent {
  const words = (name: string) => {
    const value: unknown = item.component.getFirstPropertyValue(name);
    return value === null || value === undefined ? undefined : String(value).trim() || undefined;
  };
  return {
    uid: item.uid ?? "",
    originalDay: original.toString().slice(0, 10),
    startsAt: instantOf(when.startDate, zone),
    endsAt: instantOf(when.endDate, zone),
    allDay: when.startDate.isDate,
    title: words("summary") ?? "",
    description: words("description"),
    location: words("location"),
    url: words("url"),
    cancelled: words("status")?.toUpperCase() === "CANCELLED",
  };
}

/** The instant of a time: in UTC, in a zone the file describes, in one it only names, else in the zone we were told. */
function instantOf(time: ICAL.Time, zone: string): Date {
  const described = time.zone && time.zone !== ICAL.Timezone.localTimezone;
  if (described && !time.isDate) return new Date(time.toUnixTime() * 1000);
  const wall = Temporal.PlainDateTime.from({
    year: time.year,
    month: time.month,
    day: time.day,
    ...(time.isDate ? {} : { hour: time.hour, minute: time.minute, second: time.second }),
  });
  const named = (time as { timezone?: string }).timezone;
  return new Date(inZone(wall, !time.isDate && named ? named : zone, zone).epochMilliseconds);
}

function inZone(wall: Temporal.PlainDateTime, zone: string, otherwise: string) {
  try {
    return wall.toZonedDateTime(zone);
  } catch {
    // A name no other program knows: "Romance Standard Time".
    return wall.toZonedDateTime(otherwise);
  }
}
