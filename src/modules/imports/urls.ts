/** Addresses of the import doctor. */
const desk = "/gestion/imports";

export const urls = {
  list: desk,
  newOne: `${desk}/nouveau`,
  one: (id: string) => `${desk}/${id}`,
  columns: (id: string) => `${desk}/${id}/colonnes`,
  rehearsal: (id: string) => `${desk}/${id}/essai`,
  application: (id: string) => `${desk}/${id}/application`,
  undo: (id: string) => `${desk}/${id}/annulation`,
  toCorrect: (id: string) => `${desk}/${id}/a-corriger.csv`,
  activities: (id: string, shown: string, page = 1) =>
    `${desk}/${id}?activites=${shown}${page > 1 ? `&page-activites=${page}` : ""}#activites`,
  lines: (id: string, shown: string, page = 1) =>
    `${desk}/${id}?lignes=${shown}${page > 1 ? `&page=${page}` : ""}#lignes`,
} as const;
