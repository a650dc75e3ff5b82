import type { Weekday } from "../../scheduling/index.ts";
import { fold } from "../../language/index.ts";
import type { Moment } from "./moments.ts";

/** Days people name by where they stand from today. */
export const windows = ["today", "tomorrow", "week", "weekend"] as const;
export type Window = (typeof windows)[number];

/** What a question says of when, for whom and at what price; `rest` is what is left to look for. */
export type Understood = {
  days: Weekday[];
  moment: Moment | undefined;
  window: Window | undefined;
  age: number | undefined;
  free: boolean;
  rest: string;
};

const days: Record<string, readonly Weekday[]> = {
  lundi: ["MO"],
  mardi: ["TU"],
  mercredi: ["WE"],
  jeudi: ["TH"],
  vendredi: ["FR"],
  samedi: ["SA"],
  dimanche: ["SU"],
};

const times: Record<string, Moment> = {
  matin: "morning",
  matinee: "morning",
  midi: "midday",
  "apres-midi": "afternoon",
  "apres midi": "afternoon",
  aprem: "afternoon",
  soir: "evening",
  soiree: "evening",
};

/** The words of `phrases`, longest first, each standing alone and with its small words before it. */
const said = (phrases: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:(?:le|les|la|l'|de|du|des|ce|cet|cette|en|a|au|pour|tous|toutes) ?)*(?:${phrases})(?![\\p{L}\\d])`, "gu"); // prettier-ignore

const windowsSaid: readonly (readonly [RegExp, Window])[] = [
  [said("aujourd'?hui"), "today"],
  [said("demain"), "tomorrow"],
  [said("cette semaine|semaine en cours"), "week"],
  [said("ce (?:week-?end|weekend)|week-?end prochain"), "weekend"],
];
const everyWeekend = said("week-?ends?|fins? de semaine");
const dayNames = said(Object.keys(days).map((day) => `${day}s?`).join("|")); // prettier-ignore
const timeNames = said(Object.keys(times).sort((a, b) => b.length - a.length).map((time) => `${time}s?`).join("|")); // prettier-ignore
const hour = said("(?:apres|vers|avant|partir de|des)? ?(\\d{1,2}) ?(?:h|heures?)(?:\\d{2})?");
const ages =
  /(?<![\p{L}\d])(?:(?:a partir de|des|pour|de|mon|ma|fils|fille|un|une|enfant|age|agee?) )*(\d{1,2}) ?ans(?![\p{L}\d])/gu;
const free = said("gratuite?s?|gratuitement|sans payer");

/** Reads when, for whom and at what price in what somebody typed: "yoga mercredi soir 60 ans". */
export function understoodOf(text: string): Understood {
  let rest = fold(text).replaceAll("’", "'");
  const take = (pattern: RegExp): RegExpExecArray[] => {
    const found = [...rest.matchAll(pattern)];
    rest = rest.replace(pattern, " ");
    return found;
  };
  const tonight = /(?<![\p{L}\d])ce soir(?![\p{L}\d])/u.test(rest);
  const window = windowsSaid.find(([pattern]) => take(pattern).length)?.[1];
  const age = Number(take(ages).at(0)?.[1] ?? NaN);
  const weekend = take(everyWeekend).length > 0;
  const named = take(dayNames).flatMap(([words]) => days[lastWord(words)] ?? []);
  const time = take(timeNames).map(([words]) => momentSaid(words)).at(0); // prettier-ignore
  const at = Number(take(hour).at(0)?.[1] ?? NaN);
  return {
    days: [...new Set([...named, ...(weekend ? (["SA", "SU"] as const) : [])])],
    moment: time ?? (at >= 6 && at < 24 ? momentAt(at) : undefined),
    window: tonight ? "today" : window,
    age: age > 0 ? age : undefined,
    free: take(free).length > 0,
    rest: rest.replaceAll(/\s+/g, " ").trim(),
  };
}

const lastWord = (words: string): string => (words.split(/[ ']/).at(-1) ?? "").replace(/s$/, "");

const momentSaid = (words: string): Moment | undefined =>
  Object.entries(times).find(([time]) => words.replace(/s$/, "").endsWith(time))?.[1];

const momentAt = (at: number): Moment => {
  if (at < 12) return "morning";
  if (at < 14) return "midday";
  return at < 18 ? "afternoon" : "evening";
};

/** True when something of when, for whom or at what price was said. */
export const saysMore = ({
  days: named,
  moment,
  window,
  age,
  free: forFree,
}: Understood): boolean =>
  named.length > 0 || moment !== undefined || window !== undefined || age !== undefined || forFree;
