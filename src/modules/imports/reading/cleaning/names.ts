import { knownAcronyms, shortenedWords, shortWords } from "./acronyms.ts";
import { cleanText } from "./text.ts";

/** A name as a resident would write it: as the file says, but capitals shouted all along are put in ordinary case. */
export function cleanName(cell: string | undefined): string | undefined {
  const text = cleanText(cell)
    ?.replace(/^["'`\s]+(?=.*$)/, "")
    .replace(/["`\s]+$/, "")
    .replace(/""/g, '"');
  if (text === undefined || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  return isShouted(text) ? readable(text) : text;
}

/** The first words of a name cut over two columns, with their end. */
export function joinCutName(first: string, rest: string): string {
  const start = /^(\p{L}{1,3})(?=\s)/u.exec(rest)?.[1]?.toUpperCase();
  const cutInsideWord =
    first.length === cutWidth &&
    start !== undefined &&
    !smallWords.has(start) &&
    !shortWords.has(start);
  return cutInsideWord ? first + rest : `${first} ${rest}`;
}

/** Width of the name column of the accounting program whose exports cut words. */
const cutWidth = 38;

export const smallWords: ReadonlySet<string> = new Set(
  "À A AU AUX AVEC CHEZ CONTRE D DANS DE DES DU EN ENTRE ET L LA LE LES LÈS OU PAR POUR S SANS SOUS SUR UN UNE VERS".split(
    " ",
  ),
);

/** True for capitals all along, or for the words of a name written in capitals beside a few small ones. */
export function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > 3 && capitals * 2 >= small && /\p{Lu}{3}/u.test(text);
}

function readable(text: string): string {
  return elided(text).replace(
    /(?:\p{Lu}\.){2,}\p{Lu}?|[\p{L}\p{N}]+/gu,
    (word, at: number, whole: string) =>
      readableWord(word, whole.slice(0, at), whole.slice(at + word.length)),
  );
}

/** `SCEAUX D ANJOU`: programs that lose the apostrophe leave a lone D or L before a vowel. */
export function elided(text: string): string {
  return text.replace(/(^|[\s-])([DL]) (?=[AEIOUYHÀÂÉÈÊËÎÏÔÛ]\p{L}{2})/gu, "$1$2'");
}

function readableWord(word: string, before: string, after: string): string {
  if (/\p{Ll}/u.test(word)) return word;
  if (/^\d+(?:ER|ERE|ÈRE|EME|ÈME|E)$/.test(word)) return word.toLowerCase();
  if (/\d/.test(word) || /^\p{Lu}(?:\.\p{Lu})+\.?$/u.test(word)) return word;
  const first = before.trim() === "" || /(?:[-–:(«"]\s+|[(«"])$/.test(before);
  if (/^['’]/.test(after) && word.length <= 2)
    return first ? capitalised(word) : word.toLowerCase();
  if (/\p{L}{3}['’]$/u.test(before)) return word.toLowerCase();
  if (inShortBrackets(before, after)) return word;
  if (word.length === 1) return lonelyLetter(word, before, after);
  if (!first && smallWords.has(word)) return word.toLowerCase();
  return isAcronym(word, before, after) ? word : capitalised(word);
}

/** What a name ends with between brackets is its acronym. */
function inShortBrackets(before: string, after: string): boolean {
  const inside = /\(([^()]*)$/.exec(before)?.[1];
  return inside !== undefined && /^[^()]*\)$/.test(after) && inside.length + after.length <= 12;
}

/** Between two whole words a lone A is the preposition; elsewhere (`A S`) it belongs to an acronym. */
function lonelyLetter(letter: string, before: string, after: string): string {
  const between = /\p{L}{3,} $/u.test(before) && /^ \p{L}{2,}/u.test(after);
  if (between && letter === "A") return "à";
  return between && letter === "Y" ? "y" : letter;
}

function isAcronym(word: string, before: string, after: string): boolean {
  if (shortenedWords.has(word)) return false;
  if (knownAcronyms.has(word) || isRoman(word)) return true;
  if (!/[AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜ]/u.test(word)) return true;
  const begins = before.trim() === "";
  if (begins && after.trim() === "") return word.length <= 5;
  if (begins && /^\s*-\s/.test(after))
    return word.length <= 8 && after.trim().split(/\s+/).length > 3;
  if (begins && word.length <= 3 && !shortWords.has(word) && !smallWords.has(word)) return true;
  return word.length <= 7 && spellsInitials(word, `${before} ${after}`);
}

function isRoman(word: string): boolean {
  return /^(?=[XVI]{2})X{0,3}(?:IX|IV|V?I{0,3})$/.test(word);
}

/** `ASCM - ASSOCIATION SPORTIVE ET CULTURELLE MONTAUDRAN`: the letters begin the words that follow one another. */
function spellsInitials(word: string, rest: string): boolean {
  const initials = rest
    .split(/[^\p{L}\p{N}]+/u)
    .filter((other) => other !== "" && !smallWords.has(other.toUpperCase()))
    .map((other) => other.charAt(0).toUpperCase())
    .join("");
  return word.length >= 3 && initials.includes(word);
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** The acronym a name announces: `ASCM - Association sportive…`, `Conservatoire botanique… (CBNB)`. */
export function acronymIn(name: string): string | undefined {
  const found =
    /^(\p{Lu}[\p{Lu}\d.]{1,9})\s+-\s+\S+\s+\S+/u.exec(name)?.[1] ??
    /\S+\s+\S+.*\((\p{Lu}[\p{Lu}\d.]{1,9})\)$/u.exec(name)?.[1];
  return found;
}

/** Words of a list (`judo, yoga / aïkido`), each beginning with a capital, shouting lowered. */
export function cleanKeyword(cell: string | undefined): string | undefined {
  const text = cleanText(cell);
  if (text === undefined || !/\p{L}{2}/u.test(text)) return undefined;
  const calm = isShouted(text)
    ? text.replace(/\p{L}+/gu, (word) => (isKept(word) ? word : word.toLowerCase()))
    : text;
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}

function isKept(word: string): boolean {
  return knownAcronyms.has(word) || isRoman(word);
}
