import { plainWords } from "../../imports/index.ts";

/** Makers, which one inventory writes and the next does not. */
const brands = new Set(
  "hp dell lenovo acer asus apple samsung epson benq optoma sony canon nikon brother lg philips toshiba fujitsu huawei xiaomi netgear jbl yamaha shure bose behringer logitech microsoft nec viewsonic iiyama panasonic motorola nokia tplink wiko archos medion msi".split(
    " ",
  ),
);
const noise = new Set("de du des d la le les l un une et marque modele".split(" "));

const wordsOf = (name: string): string[] =>
  plainWords(name)
    .split(" ")
    .filter((word) => word !== "" && !noise.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));

/** What makes two names the same: neither accents, case, spaces, plurals nor small words. */
export const nameKey = (name: string): string => wordsOf(name).join("");

const coreOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !brands.has(word))
    .join("");
const brandsOf = (name: string): string[] => wordsOf(name).filter((word) => brands.has(word));

export type Named = { id: string; name: string };
export type Match = { same: Named; exact: boolean } | { near: Named[] };

const mostNear = 5;

/**
 * Which model a name is: the same one when they differ by nothing, or when only one of the two says its maker; else those it looks
 * like, for a person to say.
 */
export function matchName(name: string, models: readonly Named[]): Match {
  const key = nameKey(name);
  const same = models.find((model) => nameKey(model.name) === key);
  if (same) return { same, exact: true };
  const core = coreOf(name);
  const bare = models.filter((model) => core !== "" && coreOf(model.name) === core);
  const [only] = bare;
  if (only && bare.length === 1 && !(brandsOf(name).length && brandsOf(only.name).length))
    return { same: only, exact: false };
  const near = models
    .map((model) => ({ model, likeness: likenessOf(core || key, coreOf(model.name)) }))
    .filter(({ likeness }) => likeness >= 0.75)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, mostNear)
    .map(({ model }) => model);
  return { near };
}

/** From 0 to 1: the pairs of letters two names share; one that holds the other looks like it. */
function likenessOf(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 5 && long.includes(short)) return 0.9;
  const pairs = pairsOf(short);
  const others = pairsOf(long);
  const shared = pairs.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }).length;
  const all = Math.max(short.length - 1, 0) + Math.max(long.length - 1, 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
