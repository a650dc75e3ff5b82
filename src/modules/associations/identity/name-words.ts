/** Word lists behind the comparison of names. Plain data: add a word when a real file shows it is needed. */

type Expansion = { words: string[]; leadingOnly?: true };

/** Articles, prepositions and elided letters: never what tells two names apart. */
export const connectives: ReadonlySet<string> = new Set(
  "l d j n s c qu le la les un une de du des et en au aux a pour par sur sous dans avec sans chez ou the of and".split(
    " ",
  ),
);

/** Words that say "this is an association" and nothing more, and the law's own words. */
export const legalNoise: ReadonlySet<string> = new Set(
  (
    "association associations amicale amicales amical comite comites club clubs groupement " +
    "groupe section loi 1901 type declaree sigle dite dit dite denomme nouvelle siege"
  ).split(" "),
);

/** Words followed by the name of one school, one parish, one village: the name after them decides. */
export const institutions: ReadonlySet<string> = new Set(
  (
    "ecole college lycee maternelle primaire creche paroisse eglise saint quartier village hameau residence " +
    "foyer canton commune section promotion caserne hopital ehpad rue"
  ).split(" "),
);

/** Abbreviations as the registry and municipal files write them. */
export const expansions: Readonly<Record<string, Expansion | undefined>> = {
  asso: { words: ["association"] },
  assoc: { words: ["association"] },
  ass: { words: ["association"] },
  assos: { words: ["association"] },
  st: { words: ["saint"] },
  ste: { words: ["saint"] },
  sts: { words: ["saint"] },
  stes: { words: ["saint"] },
  sainte: { words: ["saint"] },
  saints: { words: ["saint"] },
  saintes: { words: ["saint"] },
  ets: { words: ["etablissement"] },
  etabl: { words: ["etablissement"] },
  athl: { words: ["athletique"] },
  athletic: { words: ["athletique"] },
  athletisme: { words: ["athletique"] },
  sport: { words: ["sportive"] },
  sports: { words: ["sportive"] },
  sportif: { words: ["sportive"] },
  sportifs: { words: ["sportive"] },
  sporting: { words: ["sportive"] },
  foot: { words: ["football"] },
  basketball: { words: ["basket"] },
  basketteur: { words: ["basket"] },
  handball: { words: ["hand"] },
  volleyball: { words: ["volley"] },
  tt: { words: ["tennis", "table"] },
  // "foot ball", "hand-ball": the half that names the sport is enough.
  ball: { words: [] },
  gym: { words: ["gymnastique"] },
  fed: { words: ["federation"] },
  cie: { words: ["compagnie"] },
  ctre: { words: ["centre"] },
  gpt: { words: ["groupement"] },
  grpt: { words: ["groupement"] },
  dept: { words: ["departement"] },
  depart: { words: ["departement"] },
  mjc: { words: ["maison", "jeunes", "culture"] },
  ape: { words: ["association", "parents", "eleves"], leadingOnly: true },
  cdf: { words: ["comite", "fetes"], leadingOnly: true },
  fc: { words: ["football", "club"] },
  us: { words: ["union", "sportive"], leadingOnly: true },
  as: { words: ["association", "sportive"], leadingOnly: true },
  es: { words: ["entente", "sportive"], leadingOnly: true },
  js: { words: ["jeunesse", "sportive"], leadingOnly: true },
  sc: { words: ["sportive", "club"], leadingOnly: true },
  cs: { words: ["club", "sportive"], leadingOnly: true },
};
