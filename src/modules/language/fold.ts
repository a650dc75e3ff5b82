/** Lower case, without accents nor ligatures, apostrophes made one: `L'Œuvre d’été` becomes `l'oeuvre d'ete`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ`´]/g, "'");

/** A word as it was written and as it is compared. */
export type Word = { written: string; word: string };

const dotted = /\b\p{L}(?:\.\p{L})+\b\.?/gu;
const elided = /^(?:[ldjmnstc]|qu|lorsqu|puisqu|jusqu|quelqu)'/;

/**
 * Cuts a text into words: elisions are dropped (`l'île` gives `ile`), initials joined (`F.C.V.` gives `fcv`), a hyphen
 * separates. Words of one letter are left out, figures kept.
 */
export function wordsOf(text: string): Word[] {
  const joined = text.replace(dotted, (initials) => initials.replaceAll(".", ""));
  const words: Word[] = [];
  for (const written of joined.split(/[^\p{L}\p{M}\p{N}'’‘ʼ`´]+/u)) {
    const bare = fold(written).replace(/^'+|'+$/g, "");
    const word = bare.replace(elided, "").replace(/[^a-z0-9]/g, "");
    if (word.length > 1 || /^\d$/.test(word))
      words.push({ written: withoutElision(written), word: word.slice(0, 40) });
  }
  return words;
}

const withoutElision = (written: string): string =>
  written.toLowerCase().replace(/^(?:[ldjmnstc]|qu|lorsqu|puisqu|jusqu|quelqu)['’‘ʼ`´]/, "");

/** The two halves of compound words read as one: `Basket-ball`, `hip hop` give `basketball`, `hiphop`. */
export function compoundsOf(words: readonly string[]): string[] {
  const compounds: string[] = [];
  for (let at = 1; at < words.length; at++) {
    const both = `${words[at - 1]}${words[at]}`;
    if (both.length <= 14) compounds.push(both);
  }
  return compounds;
}
