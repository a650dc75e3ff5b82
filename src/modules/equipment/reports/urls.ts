import type { Period } from "../../communes/index.ts";
import { urls as equipment } from "../urls.ts";
import type { Which } from "./report.ts";

const all = `${equipment.desk}/bilan`;

const asked = (path: string, period?: Period, which: Which = {}): string => {
  const query = new URLSearchParams({
    ...which,
    ...(period ? { du: period.from, au: period.to } : {}),
  });
  return query.size ? `${path}?${query.toString()}` : path;
};

/** Addresses of the reports of equipment. */
export const urls = {
  all: (period?: Period) => asked(all, period),
  one: (id: string, period?: Period) => asked(`${all}/${id}`, period),
  rows: (id: string, period?: Period, which?: Which) => asked(`${all}/${id}/lignes`, period, which),
  rowsFile: (id: string, format: string, period?: Period, which?: Which) =>
    asked(`${all}/${id}/lignes/${format}`, period, which),
  file: (id: string, table: string, format: string, period?: Period) =>
    asked(`${all}/${id}/tableaux/${table}/${format}`, period),
  review: (pool: string, period?: Period) => asked(`${all}/jamais-sorti/revue/${pool}`, period),
} as const;
