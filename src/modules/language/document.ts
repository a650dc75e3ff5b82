import { acronymKey, keyOf, stemsOf } from "./keys.ts";
import { compoundsOf, fold, wordsOf } from "./fold.ts";
import { nearKeys, soundOf } from "./sound.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** From what names an association (A) to what only mentions it (D). */
export type Weight = "A" | "B" | "C" | "D";

/** A word of the vocabulary; `shown` is how it is written, absent for what nobody should be offered. */
export type VocabularyWord = {
  word: string;
  shown: string | null;
  stem: string;
  sound: string;
  near: string[];
};

export type Indexed = {
  /** A tsvector in text, each lexeme after `~`, which stands for the commune. */
  words: string;
  nameKey: string;
  nameSize: number;
  acronymKey: string | null;
  /** Its words and how they are written; null for what nobody should be offered. */
  spoken: ReadonlyMap<string, string | null>;
};

export type Sayings = {
  name: string;
  acronym: string | null;
  /** Texts by weight, besides the name and the acronym. */
  texts: readonly (readonly [Weight, string])[];
};

/** Turns what a record says into what search compares: each word once, under its best weight. */
export function indexed(sayings: Sayings): Indexed {
  const best = new Map<string, Weight>();
  const spoken = new Map<string, string | null>();
  const add = (lexeme: string, weight: Weight) => {
    const known = best.get(lexeme);
    if (lexeme && (!known || weight < known)) best.set(lexeme, weight);
  };
  const say = (text: string, weight: Weight) => {
    const words = wordsOf(text).filter(({ word }) => !stopWords.has(word));
    for (const { word, written } of words) {
      add(stem(word), weight);
      if (!spoken.has(word)) spoken.set(word, shownOf(written, word));
    }
    if (weight > "B") return;
    for (const compound of compoundsOf(words.map(({ word }) => word))) {
      add(stem(compound), weight);
      if (!spoken.has(compound)) spoken.set(compound, null);
    }
  };
  say(sayings.name, "A");
  if (sayings.acronym) {
    const key = acronymKey(sayings.acronym);
    add(stem(key), "A");
    spoken.set(key, sayings.acronym);
  }
  for (const [weight, text] of sayings.texts) say(text, weight);
  return {
    words: [...best].flatMap(([lexeme, weight]) => lexemes(lexeme, weight)).join(" "),
    nameKey: keyOf(sayings.name),
    nameSize: new Set(stemsOf(sayings.name)).size,
    acronymKey: sayings.acronym ? acronymKey(sayings.acronym) : null,
    spoken,
  };
}

/** A word of the name or the keywords is written twice, once after `_`: an index alone then finds who is about it. */
const lexemes = (lexeme: string, weight: Weight): string[] =>
  weight <= "B" ? [`~${lexeme}:1${weight}`, `~_${lexeme}:1${weight}`] : [`~${lexeme}:1${weight}`];

/** A hyphenated or apostrophised spelling is not what one word looks like: the folded word is shown instead. */
const shownOf = (written: string, word: string): string =>
  fold(written) === word || fold(written).replaceAll("-", "") === word ? written : word;

/** All that is kept of a word to understand typing errors. */
export const vocabularyWord = (word: string, shown: string | null): VocabularyWord => ({
  word,
  shown,
  stem: stem(word),
  sound: soundOf(word),
  near: nearKeys(word).map((key) => `~${key}`),
});
