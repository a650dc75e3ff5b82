import {
  dayIn,
  instantOf,
  isOpenDuring,
  openingsBetween,
  peakOf,
  type Opening,
  type OpeningCalendar,
  type Timetable,
  type Use,
} from "../../scheduling/index.ts";
import type { BookableKind, Bookers } from "../codes.ts";

/** Something one may have by the hour, and on what terms. */
export type Bookable = {
  id: string;
  placeId: string;
  kind: BookableKind;
  name: string;
  holds: string | null;
  people: number;
  counterId: string;
  /** How many there are alike. */
  units: number;
  least: number;
  most: number;
  aheadDays: number;
  dailyMinutes: number | null;
  who: Bookers;
  open: boolean;
  /** What an hour of it is worth, for support in kind. */
  hourValueCents: number | null;
};

/** Who books: a resident, somebody for an association they belong to, the welcomer. */
export type Booker = "resident" | "association" | "desk";

export type BookingRefusal =
  | "stopped"
  | "associations_only"
  | "desk_only"
  | "past"
  | "short"
  | "long"
  | "far"
  | "closed"
  | "quota"
  | "full"
  | "waits";

export type Asked = { from: Date; until: Date };

const minute = 60_000;
export const minutesOf = ({ from, until }: Asked): number =>
  (until.getTime() - from.getTime()) / minute;

/** A form takes some time to fill in: what began less than so long ago is still to come. */
const lateness = 10 * minute;

/**
 * Why something cannot be had for a time, before the counter is asked whether it is free. The welcomer, who sees who is there,
 * keeps to the hours and to what is free, and to nothing else.
 */
export function whyNotBooked(
  bookable: Pick<Bookable, "open" | "who" | "least" | "most" | "aheadDays">,
  asked: Asked,
  about: { booker: Booker; now: Date; timetable: Timetable; calendar: OpeningCalendar },
): BookingRefusal | undefined {
  const { booker, now } = about;
  if (!bookable.open) return "stopped";
  if (asked.from.getTime() < now.getTime() - lateness || asked.until <= now) return "past";
  if (booker !== "desk") {
    if (bookable.who === "desk") return "desk_only";
    if (bookable.who === "associations" && booker === "resident") return "associations_only";
    const minutes = minutesOf(asked);
    if (minutes < bookable.least) return "short";
    if (minutes > bookable.most) return "long";
    if (asked.from.getTime() - now.getTime() > bookable.aheadDays * 1440 * minute) return "far";
  }
  return isOpenDuring(about.timetable, asked, about.calendar) ? undefined : "closed";
}

/** True when a resident would have more of it in a day than they may. */
export const overQuota = (
  { dailyMinutes }: Pick<Bookable, "dailyMinutes">,
  had: number,
  asked: Asked,
): boolean => dailyMinutes !== null && had + minutesOf(asked) > dailyMinutes;

/** Beginnings are proposed by so many minutes from the opening. */
export const step = 30;

/** What may begin at an instant, and until when it is free. */
export type FreeStart = { from: Date; until: Date };

/** When something may begin in some openings, for its shortest time at least. */
export function freeStarts(
  bookable: Pick<Bookable, "units" | "least" | "most">,
  openings: readonly Opening[],
  uses: readonly Use[],
  now: Date,
): FreeStart[] {
  return openings.flatMap((opening) => {
    const found: FreeStart[] = [];
    for (let at = opening.from.getTime(); at < opening.until.getTime(); at += step * minute) {
      const until = freeUntil(bookable, at, opening.until.getTime(), uses);
      if (at >= now.getTime() && until - at >= bookable.least * minute)
        found.push({ from: new Date(at), until: new Date(until) });
    }
    return found;
  });
}

/** Until when one of them is free from an instant: it closes, it is had, or it has lasted as long as it may. */
function freeUntil(
  { units, most }: Pick<Bookable, "units" | "most">,
  from: number,
  closes: number,
  uses: readonly Use[],
): number {
  const end = Math.min(closes, from + most * minute);
  const edges = uses.map((use) => use.from).filter((at) => at > from && at < end);
  let free = from;
  for (const next of [...edges.toSorted((one, other) => one - other), end]) {
    if (peakOf(uses, { from, until: next }) >= units) break;
    free = next;
  }
  return free;
}

/** Days looked at for what is free next. */
export const daysSeen = 8;

/** The openings of today and of the days after, whole. */
export const comingOpenings = (
  timetable: Timetable,
  calendar: OpeningCalendar,
  now: Date,
): Opening[] =>
  openingsBetween(
    timetable,
    instantOf(timetable.zone, dayIn(timetable.zone, now), 0),
    new Date(now.getTime() + daysSeen * 1440 * minute),
    calendar,
  );

/** Whether one is free now and until when, else when one next is. */
export type FreeNow = { now: Date } | { next: Date } | undefined;

/** What is free now, or next, from the openings of the coming days. */
export function freeNow(
  bookable: Pick<Bookable, "units" | "least" | "most">,
  timetable: Timetable,
  calendar: OpeningCalendar,
  uses: readonly Use[],
  now: Date,
): FreeNow {
  const openings = comingOpenings(timetable, calendar, now);
  const opening = openings.find(({ from, until }) => from <= now && now < until);
  const until = opening && freeUntil({ ...bookable, most: 1440 }, +now, +opening.until, uses);
  if (until && until > now.getTime()) return { now: new Date(until) };
  const [next] = freeStarts(bookable, openings, uses, now);
  return next && { next: next.from };
}

/** The ends a welcomer may give to somebody who is there: each hour of the clock until it closes, is had, or four hours on. */
export function walkInEnds(
  bookable: Pick<Bookable, "units">,
  opening: Opening | undefined,
  uses: readonly Use[],
  now: Date,
): Date[] {
  if (!opening) return [];
  const until = freeUntil({ ...bookable, most: 240 }, +now, +opening.until, uses);
  const ends: Date[] = [];
  const hour = 60 * minute;
  for (let at = Math.ceil((+now + 10 * minute) / hour) * hour; at < until; at += hour)
    ends.push(new Date(at));
  if (until > +now) ends.push(new Date(until));
  return ends;
}
