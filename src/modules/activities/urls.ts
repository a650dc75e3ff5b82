/** Addresses of activities. Under `base`, the programme of an association, in its space or at the desk. */
export const urls = {
  space: (association: string) => `/espace/fiches/${association}/activites`,
  desk: (association: string) => `/gestion/associations/${association}/activites`,
  season: (base: string, year: number) => `${base}?saison=${year}`,
  add: (base: string) => `${base}/nouvelle`,
  addKind: (base: string, kind: string) => `${base}/nouvelle?genre=${kind}`,
  calendars: (base: string) => `${base}/agendas`,
  broughtCalendar: (base: string, calendar: string) => `${base}/agendas/${calendar}`,
  calendarApplication: (base: string, calendar: string) =>
    `${base}/agendas/${calendar}/application`,
  calendarUndo: (base: string, calendar: string) => `${base}/agendas/${calendar}/annulation`,
  followed: (base: string) => `${base}/agendas/adresses`,
  followedNow: (base: string, followed: string) => `${base}/agendas/adresses/${followed}/lecture`,
  followedPause: (base: string, followed: string) => `${base}/agendas/adresses/${followed}/pause`,
  followedStop: (base: string, followed: string) => `${base}/agendas/adresses/${followed}/arret`,
  one: (base: string, activity: string) => `${base}/${activity}`,
  part: (base: string, activity: string, part: string) => `${base}/${activity}/modifier/${part}`,
  photo: (base: string, activity: string) => `${base}/${activity}/photo`,
  photoRemoval: (base: string, activity: string) => `${base}/${activity}/photo/retrait`,
  photoBack: (base: string, activity: string) => `${base}/${activity}/photo/avant`,
  publication: (base: string, activity: string) => `${base}/${activity}/publication`,
  confirmation: (base: string, activity: string) => `${base}/${activity}/confirmation`,
  stop: (base: string, activity: string) => `${base}/${activity}/arret`,
  draftRemoval: (base: string, activity: string) => `${base}/${activity}/retrait`,
  newHours: (base: string, activity: string) => `${base}/${activity}/horaires/nouveau`,
  hours: (base: string, activity: string, series: string) =>
    `${base}/${activity}/horaires/${series}`,
  hoursEnd: (base: string, activity: string, series: string) =>
    `${base}/${activity}/horaires/${series}/fin`,
  date: (base: string, activity: string, occurrence: string) =>
    `${base}/${activity}/dates/${occurrence}`,
  dateBack: (base: string, activity: string, occurrence: string) =>
    `${base}/${activity}/dates/${occurrence}/retablissement`,
  renewal: (base: string) => `${base}/reprise`,
  /** What residents read. */
  search: "/activites",
  searchCalendar: "/activites.ics",
  agenda: "/agenda",
  activity: (slug: string) => `/activites/${slug}`,
  calendar: (slug: string) => `/activites/${slug}/agenda.ics`,
  associationCalendar: (slug: string) => `/associations/${slug}/agenda.ics`,
} as const;
