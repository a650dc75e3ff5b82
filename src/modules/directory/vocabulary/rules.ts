import { synonymKeys } from "../../language/index.ts";

export type GroupRefusal = "too_few" | "too_many" | "too_long";

/** Reads the words of a group as an agent writes them, on one line or several. */
export const wordsIn = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,;\n]/)
      .map((word) => word.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  ),
];

/** Why a group cannot be kept, if it cannot: it takes at least two words that differ once accents and plurals are gone. */
export function whyNotGroup(words: readonly string[]): GroupRefusal | undefined {
  if (words.length > 30) return "too_many";
  if (words.some((word) => word.length > 60)) return "too_long";
  return synonymKeys(words).length < 2 ? "too_few" : undefined;
}
