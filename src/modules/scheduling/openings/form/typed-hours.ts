import { clockTyped } from "../../form/rhythms.ts";
import { minuteTyped } from "../../form/reading.ts";
import { joined, type Hours } from "../timetable.ts";

/** Ranges of one day, at most. */
const mostRanges = 3;

export type HoursFault =
  | { fault: "unreadable" | "many" | "overlap" }
  | { fault: "hour"; typed: string }
  | { fault: "order"; from: string; until: string };

/** The hours of a day as people write them: `9:00-12:00, 14:00-18:30`, `9h-12h et 14h-18h30`, `de 9 à 12`; blank or « fermé »: none. */
export function hoursTyped(text: string): { hours: Hours[] } | HoursFault {
  const plain = text.trim().toLowerCase();
  if (plain === "" || /^ferm[ée]e?$/.test(plain)) return { hours: [] };
  const hours: Hours[] = [];
  for (const range of plain.split(/\s*(?:[,;/]|\bet\b)\s*/).filter(Boolean)) {
    const [first = "", last, more] = range.replace(/^de\s+/, "").split(/\s*(?:[-–—]|à|\ba\b)\s*/);
    if (last === undefined || more !== undefined) return { fault: "unreadable" };
    const from = minuteSaid(first, 0);
    const until = minuteSaid(last, 1440);
    if (from === undefined) return { fault: "hour", typed: first };
    if (until === undefined) return { fault: "hour", typed: last };
    if (until <= from) return { fault: "order", from: first, until: last };
    hours.push({ from, until });
  }
  if (hours.length > mostRanges) return { fault: "many" };
  const together = joined(hours);
  return minutesOf(together) < minutesOf(hours) ? { fault: "overlap" } : { hours: together };
}

const minutesOf = (hours: readonly Hours[]): number =>
  hours.reduce((total, { from, until }) => total + until - from, 0);

/** Midnight begins a day or ends it. */
function minuteSaid(word: string, midnight: 0 | 1440): number | undefined {
  if (word === "midi") return 720;
  if (word === "minuit" || (midnight && /^(24|0)\s*(h|:)?\s*(00)?$/.test(word))) return midnight;
  return minuteTyped(/^\d{1,2}$/.test(word) ? `${word}h` : word);
}

/** The same, as the field shows it. */
export const hoursShown = (hours: readonly Hours[]): string =>
  hours.map(({ from, until }) => `${clockTyped(from)}-${untilShown(until)}`).join(", ");

const untilShown = (minute: number): string => (minute === 1440 ? "24:00" : clockTyped(minute));
