const desk = "/gestion/voisins";

/** Addresses of the exchange between communes: residents', the town hall's. */
export const urls = {
  list: "/annuaire/voisins",
  search: (words: string): string => listed({ text: words }),
  listed,
  settings: "/gestion/reglages/services-exterieurs",
  desk,
  again: (address: string) => `${desk}?adresse=${encodeURIComponent(address)}`,
  one: (id: string) => `${desk}/${id}`,
  following: (id: string) => `${desk}/${id}/suivi`,
  naming: (id: string) => `${desk}/${id}/nom`,
  now: (id: string) => `${desk}/${id}/lecture`,
  belief: (id: string) => `${desk}/${id}/baisse`,
  pause: (id: string) => `${desk}/${id}/pause`,
  stop: (id: string) => `${desk}/${id}/arret`,
} as const;

/** A page of the list of neighbours' associations. */
function listed(asked: { text?: string; neighbour?: string; page?: number }): string {
  const query = new URLSearchParams();
  if (asked.text) query.set("q", asked.text);
  if (asked.neighbour) query.set("voisin", asked.neighbour);
  if ((asked.page ?? 1) > 1) query.set("page", String(asked.page));
  return query.size ? `/annuaire/voisins?${query}` : "/annuaire/voisins";
}
