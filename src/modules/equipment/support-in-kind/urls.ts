import type { Period } from "../../communes/index.ts";
import { urls as equipment } from "../urls.ts";

const space = "/espace/soutien";
const desk = `${equipment.desk}/soutien`;

const asked = (path: string, period?: Period, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({
    ...more,
    ...(period ? { du: period.from, au: period.to } : {}),
  });
  return query.size ? `${path}?${query.toString()}` : path;
};

/** Addresses of support in kind: an association's statement, the annex of the commune and its statements. */
export const urls = {
  mine: (association?: string, period?: Period) =>
    asked(space, period, association ? { association } : {}),
  mineFile: (format: string, association: string, period: Period) =>
    asked(`${space}/${format}`, period, { association }),
  annex: (period?: Period) => asked(desk, period),
  annexFile: (format: string, period?: Period) => asked(`${desk}/fichier/${format}`, period),
  one: (association: string, period?: Period) =>
    asked(`${desk}/associations/${association}`, period),
  oneFile: (association: string, format: string, period?: Period) =>
    asked(`${desk}/associations/${association}/${format}`, period),
} as const;
