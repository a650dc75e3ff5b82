import { wordsOf } from "./fold.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** Stems of a text in order, without the words that say nothing: `Aide aux devoirs` gives `["aid", "devoir"]`. */
export const stemsOf = (text: string): string[] =>
  wordsOf(text)
    .filter(({ word }) => !stopWords.has(word))
    .map(({ word }) => stem(word));

/** One comparable key for a text, to recognise a name or an expression as a whole: `aid devoir`. */
export const keyOf = (text: string): string => stemsOf(text).join(" ");

/** Key of an acronym: letters and figures only, `A.C.P.V` gives `acpv`. */
export const acronymKey = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join("");
