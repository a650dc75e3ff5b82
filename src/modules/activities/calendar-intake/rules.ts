import { createHash } from "node:crypto";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { seasonOf, seasonYear } from "../../communes/index.ts";
import { weekdayOf, weekdays, type Pattern, type PlainEvent } from "../../scheduling/index.ts";
import type { Kind } from "../codes.ts";

export const eventRefusals = ["no_title", "too_long", "too_many_dates"] as const;
export type EventRefusal = (typeof eventRefusals)[number];

export type CancelledDate = { day: string; startMinute: number };

/** What one event of a calendar would be here: an event with its dates, or something of every week with its hours. */
export type Proposed = {
  uid: string;
  title: string;
  what: string | null;
  where: string | null;
  kind: Kind;
  season: number | null;
  patterns: Pattern[];
  /** Dates that the calendar cancels; `allCancelled` when none is left. */
  cancelled: CancelledDate[];
  allCancelled: boolean;
  /** The same event said the same way has the same. */
  digest: string;
};
export type Read = Proposed | { uid: string; title: string; refused: EventRefusal };

/** Days a calendar is read between: the season, and the next one when it is being prepared. */
export function daysRead(today: string): { from: string; to: string } {
  const year = seasonYear(today);
  const next = today.slice(5) >= "05-01" && today.slice(5) < "09-01" ? 1 : 0;
  return { from: seasonOf(year).from, to: seasonOf(year + next).to };
}

const mostDates = 60;

/** The events of a calendar file, one for each UID; what is over is left out. */
export function proposedFrom(times: readonly PlainEvent[], now: Date): Read[] {
  const byUid = new Map<string, PlainEvent[]>();
  for (const one of times) byUid.set(one.uid, [...(byUid.get(one.uid) ?? []), one]);
  return [...byUid.values()]
    .filter((all) => all.some(({ endsAt }) => endsAt > now))
    .map((all) => proposed(all, now));
}

function proposed(all: readonly PlainEvent[], now: Date): Read {
  const kept = all.filter(({ cancelled }) => !cancelled);
  const first = kept[0] ?? all[0];
  const title = (first?.title ?? "").replace(/\s+/g, " ").slice(0, 120);
  const uid = first?.uid ?? "";
  const refuse = (refused: EventRefusal): Read => ({ uid, title, refused });
  if (title.length < 2) return refuse("no_title");
  if (!first) return refuse("no_title");
  // A cancelled date is one of its rhythm all the same: without it, what is weekly would have a hole.
  const days = all.map(daysOf);
  if (days.some((one) => one === undefined)) return refuse("too_long");
  const dates = days.flatMap((one) => one ?? []);
  const weekly = weeklyIn(dates, dayOf(now));
  if (!weekly && dates.length > mostDates) return refuse("too_many_dates");
  const said = {
    title,
    what: first.description?.slice(0, 3000) ?? null,
    where: first.location?.replace(/\s+/g, " ").slice(0, 300) ?? null,
    kind: weekly ? ("regular" as const) : ("event" as const),
    season: weekly ? seasonYear(weekly[0]?.firstDay ?? dayOf(now)) : null,
    patterns: weekly ?? dates.map((date) => patternOf(date)),
  };
  const cancelled = all
    .flatMap((one) => (one.cancelled ? (daysOf(one) ?? []) : []))
    .map(({ day, startMinute }) => ({ day, startMinute }));
  // What cancels nothing keeps the digest it had before dates could be cancelled.
  const whole = cancelled.length ? { ...said, cancelled } : said;
  const digest = createHash("sha256").update(JSON.stringify(whole)).digest("hex").slice(0, 24);
  return { uid, ...said, cancelled, allCancelled: kept.length === 0, digest };
}

type Timed = { day: string; startMinute: number; durationMinutes: number };

const wholeDay = 1440;
const longestDays = 31;
const clock = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The days of one time: several when it lasts whole days; nothing when it lasts longer than a day is told. */
function daysOf({ startsAt, endsAt, allDay }: PlainEvent): Timed[] | undefined {
  const day = dayOf(startsAt);
  if (allDay) {
    const last = addDays(dayOf(endsAt), -1);
    const days: Timed[] = [];
    for (let one = day; one <= last || one === day; one = addDays(one, 1))
      days.push({ day: one, startMinute: 0, durationMinutes: wholeDay });
    return days.length > longestDays ? undefined : days;
  }
  const [hours = 0, minutes = 0] = clock.format(startsAt).split(":").map(Number);
  const durationMinutes = Math.max(1, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
  return durationMinutes > wholeDay
    ? undefined
    : [{ day, startMinute: hours * 60 + minutes, durationMinutes }];
}

const patternOf = (
  date: Timed,
  weekly?: { days: Extract<Pattern["rhythm"], { kind: "weekly" }>["days"]; lastDay: string },
): Pattern => ({
  rhythm: weekly ? { kind: "weekly", every: 1, days: weekly.days } : { kind: "once" },
  firstDay: date.day,
  lastDay: weekly ? weekly.lastDay : null,
  startMinute: date.startMinute,
  durationMinutes: date.durationMinutes,
  zone: "Europe/Paris",
  skipPublicHolidays: false,
  skipSchoolHolidays: false,
});

/** Dates of every week, without a hole and at the same hour, in the season of the next one; nothing when they are no such rule. */
function weeklyIn(all: readonly Timed[], today: string): Pattern[] | undefined {
  const next = all.find(({ day }) => day >= today) ?? all[0];
  if (!next) return undefined;
  const { to } = seasonOf(seasonYear(next.day));
  const { from } = seasonOf(seasonYear(next.day));
  const dates = all.filter(({ day }) => day >= from && day <= to);
  const byHour = new Map<string, Timed[]>();
  for (const date of dates) {
    const key = `${weekdayOf(date.day)} ${date.startMinute} ${date.durationMinutes}`;
    byHour.set(key, [...(byHour.get(key) ?? []), date]);
  }
  const groups = [...byHour.values()];
  const every = groups.every(
    (group) =>
      group.length >= 3 &&
      group.every(({ day }, at) => at === 0 || day === addDays(group[at - 1]?.day ?? "", 7)),
  );
  if (!every) return undefined;
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const day = first && weekdays[weekdayOf(first.day)];
    return first && last && day ? [patternOf(first, { days: [day], lastDay: last.day })] : [];
  });
}
