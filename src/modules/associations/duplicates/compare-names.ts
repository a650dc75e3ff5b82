import { nameLikeness } from "./likeness.ts";
import { sameTown } from "./place.ts";
import type { Reason, Weights } from "./reasons.ts";
import type { Traits } from "./traits.ts";

/** Below this share of common letters, names are only related. */
const close = 0.72;
/** A spreadsheet cuts names at 30 or 40 letters: a long beginning is the name. */
const cutAt = 14;
/** Two associations seldom choose the same four telling words. */
const long = 4;

export function* nameReasons(a: Traits, b: Traits, table: Weights): Generator<Reason> {
  const reason = (code: Reason["code"], share = 1): Reason => ({
    code,
    points: Math.round(table[code] * share),
  });
  const onlyA = a.numbers.some((number) => !b.numbers.includes(number));
  const onlyB = b.numbers.some((number) => !a.numbers.includes(number));
  // "Section 2" and "section 3" have all their letters in common, which then proves nothing.
  if (onlyA && onlyB) return yield reason("different_number_in_name");
  const town = sameTown(a.place, b.place);
  if (onlyA || onlyB) yield reason("number_in_one_name");
  if (isSameName(a, b)) {
    yield reason(town === true ? "same_name_same_place" : "same_name");
    if (a.words.length >= long) yield reason("long_name");
    if (a.written !== b.written && withoutMarks(a.written) === withoutMarks(b.written))
      yield reason("accents_lost");
    return;
  }
  yield* closeNameReasons(a, b, town, reason);
}

function* closeNameReasons(
  a: Traits,
  b: Traits,
  town: boolean | undefined,
  reason: (code: Reason["code"], share?: number) => Reason,
): Generator<Reason> {
  const faint = town === false ? [] : [...a.place.town, ...b.place.town];
  const { share, left, lostLetters } = nameLikeness(a, b, faint);
  const [leftA, leftB] = left;
  const cut = isCut(a, b);
  const likely = cut ? Math.max(share, 0.95) : share;
  const letters = likely < close ? sharedAcronym(a, b) : "";
  if (letters !== "") {
    // Three letters stand for many names; four, in one town, seldom for two.
    yield reason("acronym", (town === true ? 1 : 0.5) * (letters.length > 3 ? 1 : 0.7));
    return;
  }
  if (leftA.length > 0 && leftB.length > 0 && !cut) {
    const named =
      leftA.some((word) => a.institution.includes(word)) &&
      leftB.some((word) => b.institution.includes(word));
    yield reason(named ? "different_institution_in_name" : "different_word_in_name");
  }
  if (likely >= close) {
    yield reason(town === true ? "close_name_same_place" : "close_name", likely);
    if (lostLetters) yield reason("accents_lost");
  } else if (likely < 0.4) yield reason("different_name");
}

const isSameName = (a: Traits, b: Traits): boolean =>
  a.words.length === 0 || b.words.length === 0
    ? a.written === b.written
    : a.sorted === b.sorted || a.compact === b.compact;

/** Letters by which one name is the other's acronym: "ABC", "Angers badminton club". */
const sharedAcronym = (a: Traits, b: Traits): string => spelt(a, b) || spelt(b, a);

function spelt(short: Traits, long: Traits): string {
  if (short.words.length !== 1 || short.compact.length > 8) return "";
  const known = [...long.initials, ...long.acronyms];
  const letters = [short.compact, ...short.acronyms].filter((word) => word.length >= 3);
  return letters.find((word) => known.includes(word)) ?? "";
}

const isCut = (a: Traits, b: Traits): boolean => {
  const [short, long] =
    a.compact.length <= b.compact.length ? [a.compact, b.compact] : [b.compact, a.compact];
  return short.length >= cutAt && long.startsWith(short);
};

const withoutMarks = (text: string): string =>
  text.normalize("NFKD").replace(/[\p{M}?\uFFFD]/gu, "");
