import { addDays } from "../../../platform/clock.ts";
import { departmentOf } from "./territory.ts";

/** A public holiday: its day, and which one it is. */
export type PublicHoliday = { day: string; name: PublicHolidayName };

const fixed = {
  new_year: "01-01",
  labour: "05-01",
  victory: "05-08",
  national: "07-14",
  assumption: "08-15",
  all_saints: "11-01",
  armistice: "11-11",
  christmas: "12-25",
} as const;

/** Days after Easter Sunday. */
const moving = { easter_monday: 1, ascension: 39, whit_monday: 50 } as const;

export type PublicHolidayName =
  keyof typeof fixed | keyof typeof moving | "good_friday" | "saint_stephen" | "abolition";

/**
 * The abolition of slavery, by department. Source: code du travail, article L3422-2; décret 83-1003.
 * Other days of the territories of the Pacific are theirs to add among the closed days.
 */
const abolition: Record<string, string> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
  "977": "10-09",
  "978": "05-28",
};

/**
 * Two more days in Moselle, Bas-Rhin and Haut-Rhin. Source: code du travail, article L3134-13, which keeps Good Friday for
 * communes with a Protestant church or a shared one: a commune without one sees it all the same.
 */
const localLaw = new Set(["57", "67", "68"]);

/** Easter Sunday of a year (anonymous Gregorian algorithm, Meeus 1991). */
export function easterOf(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Source: code du travail, article L3133-1. Without an INSEE code, only the days of the whole country. */
export function publicHolidaysOf(year: number, insee: string | undefined): PublicHoliday[] {
  const easter = easterOf(year);
  const department = insee ? departmentOf(insee) : "";
  const own = abolition[department];
  const days: PublicHoliday[] = [
    ...Object.entries(fixed).map(([name, day]) => ({
      day: `${year}-${day}`,
      name: name as keyof typeof fixed,
    })),
    ...Object.entries(moving).map(([name, after]) => ({
      day: addDays(easter, after),
      name: name as keyof typeof moving,
    })),
    ...(own ? [{ day: `${year}-${own}`, name: "abolition" as const }] : []),
    ...(localLaw.has(department)
      ? [
          { day: addDays(easter, -2), name: "good_friday" as const },
          { day: `${year}-12-26`, name: "saint_stephen" as const },
        ]
      : []),
  ];
  return days.sort((one, other) => one.day.localeCompare(other.day));
}

/** The public holidays from a day to a day, both included. */
export function publicHolidaysBetween(
  from: string,
  to: string,
  insee: string | undefined,
): PublicHoliday[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    publicHolidaysOf(first + at, insee),
  )
    .flat()
    .filter(({ day }) => from <= day && day <= to);
}
