import type { Period } from "../communes/index.ts";

const during = (path: string, period?: Period) =>
  period ? `${path}?du=${period.from}&au=${period.to}` : path;

/** Addresses of the figures. */
export const indicatorUrls = {
  all: "/gestion/pilotage",
  one: (id: string, period?: Period) => during(`/gestion/pilotage/${id}`, period),
  rows: (id: string, period?: Period) => during(`/gestion/pilotage/${id}/lignes.csv`, period),
  declare: (id: string) => `/gestion/pilotage/${id}/declarer`,
};
