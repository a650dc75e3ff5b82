import { departmentOf } from "./public.ts";

/** Zones of the school calendar. Corsica and overseas decide theirs: a file of the commune's own gives them. */
export const schoolZones = ["A", "B", "C", "corse"] as const;
export type SchoolZone = (typeof schoolZones)[number];

export type SchoolHolidays = { name: HolidayName; from: string; to: string };
type HolidayName = "autumn" | "christmas" | "winter" | "spring" | "ascension" | "summer";

/**
 * School holidays by zone, first and last day without class. Source: the ministry's calendar (education.gouv.fr/calendrier-scolaire);
 * 2025-2026 was checked against two published calendars, 2026-2027 was not: an administrator may replace it with the ministry's file.
 */
const shared: readonly SchoolHolidays[] = [
  { name: "autumn", from: "2025-10-18", to: "2025-11-02" },
  { name: "christmas", from: "2025-12-20", to: "2026-01-04" },
  { name: "ascension", from: "2026-05-15", to: "2026-05-16" },
  { name: "summer", from: "2026-07-04", to: "2026-08-31" },
  { name: "autumn", from: "2026-10-17", to: "2026-11-01" },
  { name: "christmas", from: "2026-12-19", to: "2027-01-03" },
  { name: "ascension", from: "2027-05-07", to: "2027-05-08" },
  { name: "summer", from: "2027-07-03", to: "2027-08-31" },
];
const byZone: Record<"A" | "B" | "C", readonly SchoolHolidays[]> = {
  A: [
    { name: "winter", from: "2026-02-07", to: "2026-02-22" },
    { name: "spring", from: "2026-04-04", to: "2026-04-19" },
    { name: "winter", from: "2027-02-13", to: "2027-02-28" },
    { name: "spring", from: "2027-04-10", to: "2027-04-25" },
  ],
  B: [
    { name: "winter", from: "2026-02-14", to: "2026-03-01" },
    { name: "spring", from: "2026-04-11", to: "2026-04-26" },
    { name: "winter", from: "2027-02-20", to: "2027-03-07" },
    { name: "spring", from: "2027-04-17", to: "2027-05-02" },
  ],
  C: [
    { name: "winter", from: "2026-02-21", to: "2026-03-08" },
    { name: "spring", from: "2026-04-18", to: "2026-05-03" },
    { name: "winter", from: "2027-02-06", to: "2027-02-21" },
    { name: "spring", from: "2027-04-03", to: "2027-04-18" },
  ],
};

/** The last day our own calendar knows. */
export const knownUntil = "2027-08-31";

/** What our calendar says of a zone, in order; nothing for Corsica nor overseas. */
export const schoolHolidaysOf = (zone: SchoolZone | undefined): readonly SchoolHolidays[] =>
  zone === undefined || zone === "corse"
    ? []
    : [...shared, ...byZone[zone]].sort((one, other) => (one.from < other.from ? -1 : 1));

/** Departments of each zone, by its academies (decree of 2015, article D521-1 of the Code de l’éducation). */
const departments: Record<SchoolZone, string> = {
  A: "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90",
  B: "02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88",
  C: "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95",
  corse: "2A 2B",
};

/** The zone of a commune, from its INSEE code; none overseas or when the code is not known. */
export function zoneOf(insee: string | null): SchoolZone | undefined {
  const department = departmentOf(insee ?? "");
  return schoolZones.find((zone) => departments[zone].split(" ").includes(department));
}
