/** Addresses of the directory. Those of filters and pages are made in `results/address.ts`. */
export const urls = {
  home: "/",
  list: "/annuaire",
  propose: "/annuaire/proposer",
  rules: "/annuaire/regles",
  meter: "/annuaire/fraicheur",
  join: "/rejoindre",
  contact: "/contact",
  association: (slug: string) => `/associations/${slug}`,
  write: (slug: string) => `/associations/${slug}/ecrire`,
  report: (slug: string) => `/associations/${slug}/signaler`,
  /** Taking the listing in hand: an address of the registry. */
  claim: (slug: string) => `/associations/${slug}/gerer`,
  qr: (slug: string) => `/associations/${slug}/qr.svg`,
  poster: (slug: string) => `/associations/${slug}/affiche`,
  theme: (code: string) => `/annuaire?theme=${code}`,
  district: (slug: string) => `/annuaire?quartier=${slug}`,
  search: (words: string) => `/annuaire?q=${encodeURIComponent(words)}`,
  selection: (slugs: readonly string[], large = false): string => {
    const query = new URLSearchParams(slugs.map((slug) => ["a", slug]));
    if (large) query.set("grand", "1");
    return query.size ? `/selection?${query}` : "/selection";
  },
  synonyms: "/gestion/annuaire/synonymes",
  synonym: (id: string) => `/gestion/annuaire/synonymes/${id}`,
  synonymRemoval: (id: string) => `/gestion/annuaire/synonymes/${id}/retrait`,
  needs: "/gestion/annuaire/besoins",
} as const;
