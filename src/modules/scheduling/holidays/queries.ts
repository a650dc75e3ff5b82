import type { Tx } from "../../../platform/db/database.ts";
import { addDays } from "../../../platform/clock.ts";
import type { DaysOff } from "../series/expand.ts";
import { publicHolidays } from "./public.ts";
import { schoolHolidaysOf, schoolZones, zoneOf, type SchoolZone } from "./school.ts";

/** Days of a period, first and last included. */
type Span = { from: string; to: string };

export type KnownDays = Span & { id: string; name: string };

/** What the commune knows of days off: its zone, whether its school holidays come from a file of its own, its closed days. */
export type Calendar = {
  insee: string | null;
  zone: SchoolZone | undefined;
  /** Name of its own file, when it gave one. */
  ownFile: string | null;
  own: KnownDays[];
  closed: KnownDays[];
};

export async function calendarOf(tx: Tx): Promise<Calendar> {
  const commune = await tx.selectFrom("commune").select("insee").executeTakeFirst();
  const chosen = await tx.selectFrom("school_zone").selectAll().executeTakeFirst();
  const rows = await tx.selectFrom("days_off").selectAll().orderBy("from_day").execute();
  const ofKind = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ id: row.days_off_id, name: row.name, from: row.from_day, to: row.to_day }));
  const insee = commune?.insee ?? null;
  return {
    insee,
    zone: schoolZones.find((zone) => zone === chosen?.zone) ?? zoneOf(insee),
    ownFile: chosen?.own_file ?? null,
    own: ofKind("school"),
    closed: ofKind("closed"),
  };
}

/** School holidays in force: the commune's own file, or our calendar of its zone. */
export const schoolSpans = (calendar: Calendar): readonly Span[] =>
  calendar.ownFile === null ? schoolHolidaysOf(calendar.zone) : calendar.own;

/** The days off of a period, as sets of days; the commune's closed days count as public holidays do. */
export async function daysOffBetween(tx: Tx, from: string, to: string): Promise<DaysOff> {
  const calendar = await calendarOf(tx);
  const open = new Set<string>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const day of publicHolidays(year, calendar.insee).keys()) open.add(day);
  addSpans(open, calendar.closed, { from, to });
  const school = new Set<string>();
  addSpans(school, schoolSpans(calendar), { from, to });
  return { public: open, school };
}

function addSpans(days: Set<string>, spans: readonly Span[], within: Span): void {
  for (const span of spans) {
    const last = span.to < within.to ? span.to : within.to;
    for (let day = span.from > within.from ? span.from : within.from; day <= last;)
      day = (days.add(day), addDays(day, 1));
  }
}
