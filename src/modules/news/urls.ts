const desk = "/gestion/actualites";

/** Addresses of news: residents', the town hall's, an association's. */
export const urls = {
  list: "/actualites",
  kind: (kind: string) => `/actualites?genre=${kind}`,
  item: (slug: string) => `/actualites/${slug}`,
  desk,
  add: `${desk}/nouvelle`,
  one: (id: string) => `${desk}/${id}`,
  texts: (id: string) => `${desk}/${id}/textes`,
  before: (id: string) => `${desk}/${id}/textes/avant`,
  photo: (id: string) => `${desk}/${id}/photo`,
  photoRemoval: (id: string) => `${desk}/${id}/photo/retrait`,
  photoBack: (id: string) => `${desk}/${id}/photo/avant`,
  associations: (id: string) => `${desk}/${id}/associations`,
  without: (id: string) => `${desk}/${id}/associations/retrait`,
  publication: (id: string) => `${desk}/${id}/publication`,
  withdrawal: (id: string) => `${desk}/${id}/retrait`,
  removal: (id: string) => `${desk}/${id}/suppression`,
  refusal: (id: string) => `${desk}/${id}/refus`,
  space: (association: string) => `/espace/fiches/${association}/initiatives`,
} as const;
