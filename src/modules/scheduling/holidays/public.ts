import { addDays } from "../../../platform/clock.ts";

/** Names of public holidays, as keys of the catalogue. Source: article L3133-1 of the Code du travail. */
export type PublicHoliday =
  | "new_year"
  | "good_friday"
  | "easter_monday"
  | "labour_day"
  | "victory_1945"
  | "ascension"
  | "whit_monday"
  | "abolition"
  | "bastille_day"
  | "assumption"
  | "all_saints"
  | "armistice_1918"
  | "christmas"
  | "second_christmas";

/** Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December too (article L3134-13). */
const localLaw: ReadonlySet<string> = new Set(["57", "67", "68"]);

/** Overseas, the day slavery was abolished (article L3422-2): Guadeloupe, Martinique, Guyane, Réunion, Mayotte. */
const abolition: Readonly<Record<string, string>> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
};

/** The department of a commune, from its INSEE code: `49007` is in `49`, `97105` in `971`, `2A004` in `2A`. */
export const departmentOf = (insee: string): string =>
  insee.startsWith("97") ? insee.slice(0, 3) : insee.slice(0, 2);

/** Public holidays of a year in a commune, by day `YYYY-MM-DD`. */
export function publicHolidays(
  year: number,
  insee: string | null,
): ReadonlyMap<string, PublicHoliday> {
  const easter = easterOf(year);
  const department = departmentOf(insee ?? "");
  const days: [string, PublicHoliday][] = [
    [`${year}-01-01`, "new_year"],
    [addDays(easter, 1), "easter_monday"],
    [`${year}-05-01`, "labour_day"],
    [`${year}-05-08`, "victory_1945"],
    [addDays(easter, 39), "ascension"],
    [addDays(easter, 50), "whit_monday"],
    [`${year}-07-14`, "bastille_day"],
    [`${year}-08-15`, "assumption"],
    [`${year}-11-01`, "all_saints"],
    [`${year}-11-11`, "armistice_1918"],
    [`${year}-12-25`, "christmas"],
  ];
  if (localLaw.has(department))
    days.push([addDays(easter, -2), "good_friday"], [`${year}-12-26`, "second_christmas"]);
  const freed = abolition[department];
  if (freed) days.push([`${year}-${freed}`, "abolition"]);
  return new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Easter Sunday of the Gregorian calendar: the anonymous method of 1876 (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const moon = Math.floor((century - correction + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const month = Math.floor((epact + weekday - 7 * late + 114) / 31);
  const day = ((epact + weekday - 7 * late + 114) % 31) + 1;
  return `${year}-0${month}-${String(day).padStart(2, "0")}`;
}
