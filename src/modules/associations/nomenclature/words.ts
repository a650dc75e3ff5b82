import { themes, type Theme } from "../codes.ts";
import { vocabulary } from "./vocabulary.ts";

/** Lower case without accents, every run of other characters a single space: `L'École` becomes `l ecole`. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

type Lexicon = { theme: Theme; strong: RegExp; weak: RegExp };

const anyOf = (words: readonly string[]) => {
  const alternatives = words
    .map((word) => word.replace("?", "").replaceAll("-", " ").replaceAll("*", "[a-z]*"))
    .sort((a, b) => b.length - a.length);
  return alternatives.length ? new RegExp(`\\b(?:${alternatives.join("|")})\\b`, "g") : /(?!)/g;
};

const isWeak = (word: string) => word.startsWith("?");

const lexicons: readonly Lexicon[] = themes.map((theme) => {
  const words = vocabulary[theme].split(/\s+/).filter((word) => word !== "");
  return {
    theme,
    strong: anyOf(words.filter((word) => !isWeak(word))),
    weak: anyOf(words.filter(isWeak)),
  };
});

const distinct = (text: string, pattern: RegExp) => new Set(text.match(pattern)).size;

/** Most themes a guess may give: beyond, the text speaks of everything and the guess helps nobody. */
const most = 3;

/**
 * Guesses plain themes from a name, aims or discipline in French, the likeliest first; answers nothing rather than
 * anything when no word is known. Each distinct word counts once, a common one half; a theme said less than half as much
 * as the first is dropped.
 */
export function themesOfWords(text: string): Theme[] {
  const words = plain(text);
  const scores = lexicons.map(({ theme, strong, weak }) => ({
    theme,
    score: distinct(words, strong) + distinct(words, weak) / 2,
  }));
  const best = Math.max(...scores.map(({ score }) => score));
  return scores
    .filter(({ score }) => score > 0 && score * 2 >= best)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ theme }) => theme);
}
