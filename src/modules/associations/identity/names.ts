/** Names of associations made comparable: what two people write differently and mean alike becomes the same words. */
import { connectives, expansions, institutions, legalNoise } from "./name-words.ts";

export type NameKey = {
  /** Words that tell one association from another, in the order of the name, without numbers. */
  words: string[];
  /** Numbers in the name, roman ones too, so that "section 2" is never "section 3". */
  numbers: string[];
};

const ligatures: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/** Lower-case words, ASCII for our alphabet: accents, ligatures, case and punctuation gone; dotted initials joined (`A.B.C.` → `abc`). */
export function plainWords(text: string): string[] {
  const flat = text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøł]/g, (letter) => ligatures[letter] ?? letter)
    // A letter a bad decoding lost: the rest of the word still reads as one.
    .replace(/(?<=\p{L})[?\uFFFD]+(?=\p{L})/gu, "")
    .replace(/\b(?:[a-z]\.){2,}[a-z]?(?![a-z])/g, (dotted) => dotted.replaceAll(".", ""));
  return flat.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** What remains of a name once the words every association uses are gone. A name made only of them keeps them. */
export function nameKey(name: string): NameKey {
  const all = spelled(plainWords(name.replace(fileReference, "")));
  const numbers = all
    .filter((word) => !legalNoise.has(word))
    .map(numberOf)
    .filter((number) => number !== undefined);
  const words = all.filter((word) => numberOf(word) === undefined && !connectives.has(word));
  const telling = words.filter((word) => !legalNoise.has(word));
  return { words: (telling.length > 0 ? telling : words).map(singular), numbers };
}

/**
 * Acronyms a name states (`Badminton Club (ABC)`, `ABC - Badminton Club`, `A.B.C.`), and those its words would give
 * (`badminton club angers` → `bca`, and `abca` when the name begins with "Association").
 */
export function acronymsOf(name: string, declared = ""): { stated: string[]; initials: string[] } {
  const stated = new Set<string>();
  const state = (text: string): void => {
    const words = plainWords(text.replace(/^\s*(?:sigle|abr[ée]g[ée])\s*:?/i, ""));
    if (words.length === 1 && looksLikeAcronym(words[0] ?? "")) stated.add(words[0] ?? "");
  };
  state(declared);
  for (const found of name.matchAll(/[(["“«']([^()[\]"”»']{2,14})[)\]"”»']/g))
    state(found[1] ?? "");
  for (const part of name.split(/\s[-–—:]\s|[-–—:]\s|\s[-–—:]/)) state(part);
  for (const found of name.matchAll(/\b(?:[A-Z]\.){2,}[A-Z]?/g)) state(found[0]);
  const body = plainWords(name.replace(/[(["“«].*$/s, "")).filter((word) => !connectives.has(word));
  const initials = [body, body.filter((word) => !legalNoise.has(word))]
    .map((words) => words.map((word) => (/^\d/.test(word) ? word : word.slice(0, 1))).join(""))
    .filter((letters) => letters.length >= 3);
  return { stated: [...stated], initials: [...new Set(initials)] };
}

/** Words of a name that follow "école", "paroisse", "quartier"…: they name which one. */
export function institutionWords(words: readonly string[]): string[] {
  const first = words.findIndex((word) => institutions.has(word));
  return first < 0 ? [] : words.slice(first + 1);
}

/** Address of a page: ASCII, words joined by hyphens, at most 60 characters cut between words, never empty. */
export function slugOf(name: string): string {
  const words = plainWords(name).map((word) => word.replace(/[^a-z0-9]/g, ""));
  let slug = "";
  for (const word of words.filter((w) => w !== "")) {
    const longer = slug === "" ? word.slice(0, 60) : `${slug}-${word}`;
    if (longer.length > 60) break;
    slug = longer;
  }
  return slug === "" ? "association" : slug;
}

/** Consonants of a word: what two spellings share when accents were lost with their letter (`diététique`, `dittique`). */
export const skeleton = (word: string): string =>
  word.replace(/[aeiouy?]/g, "").replace(/(.)\1+/g, "$1");

function spelled(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const long = expansions[word];
    if (long === undefined) return [word];
    // "us angers" is a union sportive; "toi et us" is not.
    return long.leadingOnly && at > 0 ? [word] : long.words;
  });
}

/** `16`, `XVI`, `XVIe`, `1er` → arabic digits. One-letter romans stay letters: a C is rarely a hundred. */
function numberOf(word: string): string | undefined {
  const arabic = /^0*(\d+)(?:er|ere|e|eme|nd|nde)?$/.exec(word);
  if (arabic) return arabic[1];
  if (word === "vie") return undefined;
  const roman = /^(x{0,3})(ix|iv|v?i{0,3})(?:e|eme)?$/.exec(word);
  const [tens, units] = [roman?.[1] ?? "", roman?.[2] ?? ""];
  if (tens.length + units.length < 2) return undefined;
  const ones = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9 }[units] ?? 0;
  return String(tens.length * 10 + ones);
}

/** Plural endings off, so that "les jeunes sapeurs" and "jeune sapeur" are one. Applied to short words too it would spoil them. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith("eaux")) return word.slice(0, -1);
  if (word.endsWith("aux") && word.length > 4) return `${word.slice(0, -3)}al`;
  return /[^s]s$|eux$|oux$/.test(word) ? word.slice(0, -1) : word;
}

/** The prefecture's own file number, typed after the title: `… (ABC) 214/99`. */
const fileReference = /\s\d{3}\/\d{2,3}\s*$/;

const looksLikeAcronym = (word: string): boolean =>
  /^[a-z][a-z0-9]{1,9}$/.test(word) && !connectives.has(word) && !legalNoise.has(word);
