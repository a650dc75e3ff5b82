/** Spellings heard alike in French, in order; `X` is the nasal of "vin", `N` of "blanc", `O` of "bon". */
const heard: readonly (readonly [RegExp, string])[] = [
  [/^h/, ""],
  [/gn/g, "ni"],
  [/sch|sh/g, "ch"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/rh/g, "r"],
  [/([^c])h/g, "$1"],
  [/c[kq]u?|qu?/g, "k"],
  [/cc(?=[ei])/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/sk(?=[ei])/g, "sk"],
  [/gu(?=[eiy])/g, "g"],
  [/ge(?=[aou])|g(?=[eiy])/g, "j"],
  [/t(?=ion)/g, "s"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/z/g, "s"],
  [/y/g, "i"],
  [/eau|au/g, "o"],
  [/oeu|eu|oe/g, "e"],
  [/(?:ain|ein|aim|in|im|un|um)(?![aeioumn])/g, "X"],
  [/(?:an|am|en|em)(?![aeioumn])/g, "N"],
  [/(?:on|om)(?![aeioumn])/g, "O"],
  [/ai|ei/g, "e"],
  [/oi/g, "wa"],
  [/ou/g, "u"],
  [/(.)\1+/g, "$1"],
  [/(?:er|ez|et)$/, "e"],
  [/(?<=..)(?:es?|[sxtdp]+)$/, ""],
];

/** How a folded word is heard, roughly: `pharmacie` and `farmassi` give the same, silent endings are left out. */
export const soundOf = (word: string): string =>
  heard.reduce((sound, [spelling, instead]) => sound.replace(spelling, instead), word);

/**
 * A word and itself with one letter less, each way: two words that share one differ by a single slip
 * (a letter missing, added, changed or swapped with its neighbour).
 */
export function nearKeys(word: string): string[] {
  const keys = new Set([word]);
  if (word.length >= 4 && word.length <= 24)
    for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return [...keys];
}
