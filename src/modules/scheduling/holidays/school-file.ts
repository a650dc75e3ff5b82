import { parse } from "csv-parse/sync";
import { Temporal } from "temporal-polyfill";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { readCalendar } from "../calendar-file/read.ts";
import { weekdayOf } from "../series/pattern.ts";
import type { SchoolHoliday } from "./school-calendar.ts";
import { zoneNamed, type SchoolZone } from "./territory.ts";

export type SchoolFileRefusal =
  "empty" | "unreadable" | "columns" | "dates" | "zones" | "nothing" | "too_many";

/** Beyond, it is no calendar of a few school years. */
const mostHolidays = 5000;
const longestDays = 119;

/** A line of the ministry: the day pupils leave after class, the morning they come back. */
type Line = { name: string; population: string; start: string; end: string; zones: SchoolZone[] };

/**
 * Reads the ministry's school calendar: its CSV (fr-en-calendrier-scolaire, with `;` or `,`) or an ICS. An ICS that names no
 * zone is that of the commune's.
 */
export function readSchoolFile(
  file: string,
  zone: SchoolZone | undefined,
): { holidays: SchoolHoliday[] } | { refused: SchoolFileRefusal } {
  const text = file.replace(/^\uFEFF/, "");
  if (!text.trim()) return { refused: "empty" };
  const read = /^\s*BEGIN:VCALENDAR/i.test(text) ? icsLines(text, zone) : csvLines(text);
  if ("refused" in read) return read;
  if (read.lines.length > mostHolidays) return { refused: "too_many" };
  const byKey = new Map<string, SchoolHoliday>();
  for (const line of read.lines.filter(({ population }) => !/enseignant/i.test(population)))
    for (const holiday of holidaysOf(line)) {
      // One line for each academy, and two calendars for some places: the longest is kept.
      const key = `${holiday.zone} ${holiday.firstDay}`;
      const known = byKey.get(key);
      if (!known || known.lastDay < holiday.lastDay) byKey.set(key, holiday);
    }
  const holidays = [...byKey.values()].sort((one, other) =>
    `${one.firstDay}${one.zone}`.localeCompare(`${other.firstDay}${other.zone}`),
  );
  if (!holidays.length) return { refused: "nothing" };
  return holidays.some(({ firstDay, lastDay }) => lastDay > addDays(firstDay, longestDays))
    ? { refused: "dates" }
    : { holidays };
}

/** The days without class. Who leaves on a Saturday or a Wednesday is off that day already. */
function holidaysOf({ name, start, end, zones }: Line): SchoolHoliday[] {
  const leaves = weekdayOf(start);
  const ascension = /^pont/i.test(name);
  // The bridge of Ascension is given from the Wednesday after class, or from its first day off.
  const first = (leaves === 2 && !ascension) || leaves === 5 || (ascension && leaves !== 2);
  const firstDay = first ? start : addDays(start, 1);
  // "Début des vacances d’été" has no end: August is.
  const summer = /été|ete/i.test(name) && end <= addDays(start, 7);
  const lastDay = summer ? `${start.slice(0, 4)}-08-31` : addDays(end, -1);
  if (lastDay < firstDay) return [];
  const called = name.replace(/^début des\s+/i, "").replace(/^./, (letter) => letter.toUpperCase());
  return zones.map((zone) => ({ zone, firstDay, lastDay, name: called.slice(0, 120) }));
}

type Lines = { lines: Line[] } | { refused: SchoolFileRefusal };

const columns = {
  name: /^description/,
  population: /^population/,
  start: /^date de debut|^start/,
  end: /^date de fin|^end/,
  zones: /^zones?$/,
};

function csvLines(text: string): Lines {
  const [header = ""] = text.split(/\r?\n/, 1);
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter: header.split(";").length > header.split(",").length ? ";" : ",",
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    return { refused: "unreadable" };
  }
  const heads = (rows[0] ?? []).map(plain);
  const at = (name: keyof typeof columns) => heads.findIndex((head) => columns[name].test(head));
  if ((["name", "start", "end", "zones"] as const).some((name) => at(name) < 0))
    return { refused: "columns" };
  const lines: Line[] = [];
  for (const row of rows.slice(1)) {
    const cell = (name: keyof typeof columns) => row[at(name)] ?? "";
    const [start, end] = [dayIn(cell("start")), dayIn(cell("end") || cell("start"))];
    if (!start || !end) return { refused: "dates" };
    // The territories the site does not know, and lines that name no zone, are left out.
    const zones = cell("zones")
      .split(/[|/]/)
      .map(zoneNamed)
      .filter((zone) => zone !== undefined);
    lines.push({ name: cell("name"), population: cell("population"), start, end, zones });
  }
  return lines.length && lines.every(({ zones }) => !zones.length)
    ? { refused: "zones" }
    : { lines };
}

function icsLines(text: string, zone: SchoolZone | undefined): Lines {
  const read = readCalendar(text, { from: "2000-01-01", to: "2100-12-31", zone: "Europe/Paris" });
  if ("refused" in read)
    return { refused: read.refused === "not_calendar" ? "unreadable" : "too_many" };
  const lines: Line[] = read.events.map((event) => {
    const named = [...`${event.title} ${event.location ?? ""}`.matchAll(/zones?\s+([abc])\b/gi)]
      .map(([, letter]) => zoneNamed(letter ?? ""))
      .filter((one) => one !== undefined);
    return {
      name: event.title.replace(/\s*[-–(]?\s*zones?\s+[abc]\b\)?.*$/i, "").trim(),
      population: `${event.title} ${event.description ?? ""}`,
      start: dayOf(event.startsAt),
      end: dayOf(event.endsAt),
      zones: named.length ? [...new Set(named)] : zone ? [zone] : [],
    };
  });
  return lines.length && lines.every(({ zones }) => !zones.length)
    ? { refused: "zones" }
    : { lines };
}

const plain = (words: string): string =>
  words
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("_", " ")
    .toLowerCase()
    .trim();

/** A day as the ministry's files write it: `2026-12-19`, `19/12/2026`, or midnight in Paris as an instant in UTC. */
function dayIn(cell: string): string | undefined {
  const french = cell.match(/^(\d{2})\/(\d{2})\/(\d{4})$/);
  const day = french ? `${french[3]}-${french[2]}-${french[1]}` : cell;
  try {
    if (/T.*(Z|[+-]\d{2}:?\d{2})$/.test(day)) {
      const at = new Date(day);
      return Number.isNaN(at.getTime()) ? undefined : dayOf(at);
    }
    return Temporal.PlainDate.from(day.slice(0, 10)).toString();
  } catch {
    return undefined;
  }
}
