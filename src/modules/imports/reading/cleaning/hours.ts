import { weekdays, type HourFacts } from "../../activities/facts.ts";
import { plainWords } from "../header.ts";

const names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
/** `lundi`, `lun`, `lun.`; a comma, a slash, `et` between several. */
const dayWord =
  /\b(lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)s?\b/g;
const clock = /(\d{1,2})\s*(?:h|:)\s*(\d{2})?/g;

/** Days named by a cell, in the order of the week. */
export function daysIn(cell: string): HourFacts["day"][] {
  const found = new Set(
    [...plainWords(cell).matchAll(dayWord)].map(([, word = ""]) =>
      names.findIndex((name) => name.startsWith(word)),
    ),
  );
  return weekdays.filter((_, at) => found.has(at));
}

/** Minutes since midnight of each hour of the clock a cell holds: `18h30`, `18:30:00`, `9 h`; a workbook writes part of a day. */
export function minutesIn(cell: string): number[] {
  if (/^\s*0[.,]\d+\s*$/.test(cell)) return [Math.round(Number(cell.replace(",", ".")) * 1440)];
  return [
    ...cell
      .replaceAll(/(:\d{2}):\d{2}/g, "$1")
      .toLowerCase()
      .matchAll(clock),
  ]
    .map(([, hours, minutes]) => [Number(hours), Number(minutes ?? 0)] as const)
    .filter(([hours, minutes]) => hours <= 24 && minutes < 60)
    .map(([hours, minutes]) => hours * 60 + minutes);
}

/** Hours of a text with their days: `mardi 18h-19h30, jeudi 9h-10h`. Undefined when a part of it is not understood. */
export function hoursIn(text: string): HourFacts[] | undefined {
  const parts = text
    .split(/[;,\n]| puis /)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const read = parts.map((part) => hoursOf(daysIn(part), minutesIn(part)));
  return read.length > 0 && read.every((one) => one !== undefined) ? read.flat() : undefined;
}

/** Each day from the first hour to the second, which must come later. */
export function hoursOf(
  days: readonly HourFacts["day"][],
  [from, to, ...more]: readonly number[],
): HourFacts[] | undefined {
  if (days.length === 0 || from === undefined || to === undefined || more.length > 0)
    return undefined;
  return from < to && to <= 1440 ? days.map((day) => ({ day, from, to })) : undefined;
}
