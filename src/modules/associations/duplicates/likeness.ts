export type NameLikeness = {
  /** 0 to 1: share of the letters of both names that find their word in the other. */
  share: number;
  /** Words of each name that the other has nothing like. */
  left: [string[], string[]];
  /** Whether some words met only through their consonants: accents were lost with their letters. */
  lostLetters: boolean;
};

/** Words of a name, and their consonants at the same places, worked out once. */
export type NameWords = { words: readonly string[]; bones: readonly string[] };

/** Compares the words of two names, each word with the nearest unused one. Words in `faint` weigh little (the town's own name). */
export function nameLikeness(a: NameWords, b: NameWords, faint: readonly string[]): NameLikeness {
  const used = new Set<number>();
  let lostLetters = false;
  const take = (fits: (at: number) => boolean): boolean => {
    for (let at = 0; at < b.words.length; at++)
      if (!used.has(at) && fits(at)) return used.add(at).size > 0;
    return false;
  };
  const unequal = [...a.words.keys()].filter((i) => !take((j) => b.words[j] === a.words[i]));
  const unmet = unequal.filter((i) => {
    const [word, bones] = [a.words[i] ?? "", a.bones[i] ?? ""];
    const shortened = (j: number): boolean =>
      b.bones[j] === bones && b.words[j]?.length !== word.length;
    if (bones.length >= 3 && take(shortened)) return !(lostLetters = true);
    return !take((j) => near(word, b.words[j] ?? ""));
  });
  const left = unmet.map((i) => a.words[i] ?? "");
  const rest = b.words.filter((_, at) => !used.has(at));
  const weigh = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + (faint.includes(word) ? 0.5 : Math.min(word.length, 8)), 0);
  const [all, missing] = [weigh(a.words) + weigh(b.words), weigh(left) + weigh(rest)];
  const telling = (words: readonly string[]): string[] =>
    words.filter((word) => !faint.includes(word));
  return {
    share: all === 0 ? 0 : (all - missing) / all,
    left: [telling(left), telling(rest)],
    lostLetters,
  };
}

/** Share of common elements of two ascending lists, over the longer list and over the shorter. */
export function overlap(a: Uint32Array, b: Uint32Array): { union: number; shorter: number } {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const [all, least] = [a.length + b.length - shared, Math.min(a.length, b.length)];
  return { union: all === 0 ? 0 : shared / all, shorter: least === 0 ? 0 : shared / least };
}

/** One typing error in a word of five letters, two in a word of nine. */
function near(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const allowed = short.length >= 9 ? 2 : short.length >= 5 ? 1 : 0;
  if (allowed === 0 || long.length - short.length > allowed || a[0] !== b[0]) return false;
  return distanceWithin(short, long, allowed);
}

/** Whether few enough letters are added, lost, changed or swapped. Recursive: only ever called for one or two of them. */
function distanceWithin(a: string, b: string, allowed: number): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return true;
  if (allowed === 0) return false;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA[0] === restB[1] && restA[1] === restB[0] && restA.length > 1)
    if (distanceWithin(restA.slice(2), restB.slice(2), allowed - 1)) return true;
  return (
    distanceWithin(restA.slice(1), restB.slice(1), allowed - 1) ||
    distanceWithin(restA, restB.slice(1), allowed - 1) ||
    distanceWithin(restA.slice(1), restB, allowed - 1)
  );
}
