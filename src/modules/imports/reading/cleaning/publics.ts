import type { Public, Theme } from "../../../associations/index.ts";
import { cleanText } from "./text.ts";

const publicWords: readonly (readonly [RegExp, Public])[] = [
  [/tou[ts]s? public|tout public|^tous$|everyone/, "everyone"],
  [/enfan|bebe|petite enfance|0-3|3-6|6-12/, "children"],
  [/\bado|jeune|junior|lyceen|collegien/, "teens"],
  [/adulte/, "adults"],
  [/senior|\baines?\b|personnes? agees?|retraite/, "seniors"],
  [/famil|parent/, "families"],
  [/handicap|deficien/, "disability"],
  [/illett|illectro/, "low_literacy"],
  [/etranger|primo|migrant|refugi|allophone/, "newcomers"],
  [/emploi|chomeu|insertion/, "job_seekers"],
  [/precari|minima|rsa\b|difficulte/, "hardship"],
  [/eloigne.*numerique/, "far_from_digital"],
];

const themeWords: readonly (readonly [RegExp, Theme])[] = [
  [/sport|gym|danse sportive|foot|judo|tennis/, "sport"],
  [/art|cultur|music|musique|theatre|danse|cinema|chant/, "arts"],
  [/patrimoine|histoire|memoire|ancien combattant/, "heritage"],
  [/loisir|jeu|fete|animation/, "leisure"],
  [/educat|scolair|enseign|formation|ecole/, "education"],
  [/famil|parent|enfan|jeunesse/, "family"],
  [/senior|retraite|aine|troisieme age/, "seniors"],
  [/solidarit|social|humanitaire|entraide|caritati/, "solidarity"],
  [/sante|handicap|medic/, "health"],
  [/environnement|nature|ecolog|animal|jardin|peche|chasse/, "nature"],
  [/citoyen|droit|politique|civi/, "citizenship"],
  [/emploi|econom|insertion|profession|syndic/, "work"],
  [/quartier|habitant|logement|cadre de vie/, "neighbourhood"],
  [/international|jumelage|europe/, "international"],
  [/numeri|informati/, "digital"],
  [/culte|religi|spirit|philosoph/, "beliefs"],
];

/** Publics named in a cell of words. */
export function publicsIn(cell: string | undefined): Public[] {
  return matches(cell, publicWords);
}

/** Plain themes named in a cell of words (`Sport`, `Culture et patrimoine`). */
export function themesIn(cell: string | undefined): Theme[] {
  return matches(cell, themeWords);
}

function matches<T>(cell: string | undefined, words: readonly (readonly [RegExp, T])[]): T[] {
  const text = cleanText(cell)
    ?.normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  if (text === undefined) return [];
  return words.filter(([word]) => word.test(text)).map(([, value]) => value);
}
