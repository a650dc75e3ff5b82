import { dayOf } from "../platform/clock.ts";
import { commaList, localeOf } from "../platform/i18n/index.ts";

// Making a formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string, kind: string, options: Intl.DateTimeFormatOptions) {
  const key = `${lang} ${kind}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), options);
  formatters.set(key, known);
  return known;
}

/**
 * A day in full, in the language of the page: `2026-11-03` is "mardi 3 novembre 2026" with `weekday`, "3 novembre 2026"
 * without. A moment is the day it is in France.
 */
export function longDay(lang: string, day: string | Date, weekday = false): string {
  const words = formatter(lang, weekday ? "weekday" : "day", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    ...(weekday ? { weekday: "long" } : {}),
  }).format(new Date(`${typeof day === "string" ? day : dayOf(day)}T12:00:00Z`));
  // French says "1er août"; the list of the runtime says "1 août".
  if (lang === "fr") return words.replace(/(^|\s)1 /, "$11er ");
  return lang === "uk" ? wholeYear(words) : words;
}

/** The runtime shortens the Ukrainian word for "year", with a point that reads as the end of a sentence. */
const wholeYear = (words: string): string => words.replace(/р\.$/, "року");

/** A day that begins a line: "Mardi 3 novembre 2026". */
export const dayWords = (lang: string, day: string): string => capital(longDay(lang, day, true));

/** A day in figures, for tables: "03/11/2026". */
export const shortDay = (lang: string, at: Date): string =>
  formatter(lang, "short", { dateStyle: "short", timeZone: "Europe/Paris" }).format(at);

/** The moment as people say it, in France: "mardi 3 novembre 2026 à 18 h 05" with `weekday`, "3 novembre 2026 à 18 h" without. */
export function momentWords(lang: string, at: Date, weekday = false): string {
  const day = longDay(lang, at, weekday);
  const clock = formatter(lang, "clock", {
    timeZone: "Europe/Paris",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  if (lang !== "fr") return commaList(lang, [day, clock]);
  const [hour = "", minute = ""] = clock.split(":");
  return `${day} à ${Number(hour)}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}`;
}

/** A month of the year by its name: 6 is "juin". */
export const monthName = (lang: string, month: number): string =>
  formatter(lang, "month name", { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2026, month - 1, 15),
  );

/** A month of a year, as the title of a page: `2026-11-03` is "Novembre 2026". */
export function monthWords(lang: string, day: string): string {
  const words = formatter(lang, "month", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));
  return capital(lang === "uk" ? wholeYear(words) : words);
}

/** Words that begin a line. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A month in few letters, for charts: `2026-09` is "sept. 26". */
export const shortMonth = (lang: string, month: string): string =>
  formatter(lang, "short month", { month: "short", year: "2-digit", timeZone: "UTC" }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
