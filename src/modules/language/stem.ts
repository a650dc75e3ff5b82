import { fold } from "./fold.ts";

/** An ending, what takes its place, and how many letters must stay before it. The first that fits is applied. */
type Rule = readonly [ending: string, instead: string, least: number];

const plurals: readonly Rule[] = [
  ["eaux", "eau", 1],
  ["oux", "ou", 1],
  ["eux", "eu", 1],
  ["aux", "al", 2],
  ["x", "", 3],
  ["ss", "ss", 1],
  ["s", "", 2],
];

const families: readonly Rule[] = [
  ["trice", "teur", 3],
  ["euse", "eur", 3],
  ["eresse", "eur", 3],
  ["iere", "ier", 2],
  ["isme", "ist", 3],
  ["iste", "ist", 3],
  ["tive", "t", 4],
  ["tif", "t", 4],
  ["ive", "", 4],
  ["if", "", 4],
  ["elle", "el", 2],
  ["enne", "en", 2],
  ["onne", "on", 2],
  ["ee", "", 3],
];

const agents: readonly Rule[] = [
  ["eur", "", 4],
  ["er", "", 3],
  ["ant", "", 4],
  ["e", "", 3],
];

/**
 * Brings the forms of one word together: plurals, feminines, infinitives, who does it (`randonneuses`, `randonnée`,
 * `randonner` all give `randon`). Light on purpose: `formation` stays apart from `forme`.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word.replace(/^(\D{2,})s$/, "$1");
  const singular = apply(plurals, word);
  const family = apply(families, singular);
  const root = apply(agents, family).replace(/ier$/, "ier");
  return root.length > 3 ? root.replace(/([bcdfglmnprst])\1$/, "$1") : root;
}

function apply(rules: readonly Rule[], word: string): string {
  for (const [ending, instead, least] of rules) {
    if (!word.endsWith(ending) || word.length - ending.length < least) continue;
    // `papier`, `cahier`, `quartier`: the ending is part of the word.
    if (ending === "er" && word.endsWith("ier")) continue;
    return word.slice(0, word.length - ending.length) + instead;
  }
  return word;
}

/** Stem of a word as written. */
export const stemOf = (written: string): string => stem(fold(written).replace(/[^a-z0-9]/g, ""));
