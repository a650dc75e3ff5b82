import type { SchoolZone } from "./territory.ts";

/** A stretch of days of a zone, both included. */
export type SchoolHoliday = {
  zone: SchoolZone;
  firstDay: string;
  lastDay: string;
  name: string;
};

/** When these dates were written down, for the page that shows them. */
export const schoolCalendarDate = "2026-11-25";

/**
 * School holidays of 2025-2026 and 2026-2027 in the zones A, B and C. Source: the ministry of education, « Le calendrier
 * scolaire » (education.gouv.fr/calendrier-scolaire-100148; data set fr-en-calendrier-scolaire), as far as it could be read
 * without the network: 2025-2026 was compared with several publications that copy it; for 2026-2027, autumn, Christmas, the
 * dates of zone C and the ends of zone B were compared with two of them. NOT compared: zone A in winter and spring 2027, the
 * beginnings of zone B, the bridge of Ascension 2027 and the first day of summer 2027 in zones A and B. The day school starts
 * again in September 2027 is not known here: 31 August is ours. The administrator's file replaces all of it.
 * Corsica and the overseas territories have their own calendars: only a file brings them.
 */
export const schoolCalendar: readonly SchoolHoliday[] = [
  ...everywhere("Vacances de la Toussaint", "2025-10-18", "2025-11-02"),
  ...everywhere("Vacances de Noël", "2025-12-20", "2026-01-04"),
  of("a", "Vacances d’hiver", "2026-02-07", "2026-02-22"),
  of("b", "Vacances d’hiver", "2026-02-14", "2026-03-01"),
  of("c", "Vacances d’hiver", "2026-02-21", "2026-03-08"),
  of("a", "Vacances de printemps", "2026-04-04", "2026-04-19"),
  of("b", "Vacances de printemps", "2026-04-11", "2026-04-26"),
  of("c", "Vacances de printemps", "2026-04-18", "2026-05-03"),
  ...everywhere("Pont de l’Ascension", "2026-05-14", "2026-05-17"),
  ...everywhere("Vacances d’été", "2026-07-04", "2026-08-31"),
  ...everywhere("Vacances de la Toussaint", "2026-10-17", "2026-11-01"),
  ...everywhere("Vacances de Noël", "2026-12-19", "2027-01-03"),
  of("c", "Vacances d’hiver", "2027-02-06", "2027-02-21"),
  of("a", "Vacances d’hiver", "2027-02-13", "2027-02-28"),
  of("b", "Vacances d’hiver", "2027-02-20", "2027-03-07"),
  of("c", "Vacances de printemps", "2027-04-03", "2027-04-18"),
  of("a", "Vacances de printemps", "2027-04-10", "2027-04-25"),
  of("b", "Vacances de printemps", "2027-04-17", "2027-05-02"),
  ...everywhere("Pont de l’Ascension", "2027-05-06", "2027-05-09"),
  ...everywhere("Vacances d’été", "2027-07-03", "2027-08-31"),
];

function of(zone: SchoolZone, name: string, firstDay: string, lastDay: string): SchoolHoliday {
  return { zone, name, firstDay, lastDay };
}

function everywhere(name: string, firstDay: string, lastDay: string): SchoolHoliday[] {
  return (["a", "b", "c"] as const).map((zone) => of(zone, name, firstDay, lastDay));
}
