/** What a template may be wrong about, as the site says it. */
export const faultCodes = [
  "time", "memory", "outside", "package", "variable", "key", "unclosed", "expected", "argument", "alt",
  "title", "heading", "endless", "file", "glyph", "other",
] as const; // prettier-ignore
export type FaultCode = (typeof faultCodes)[number];

/** What Typst says, in the order one looks for it; the word between brackets is the one that is wrong. */
const sayings: readonly [RegExp, FaultCode][] = [
  [/access denied/, "outside"],
  [/package/, "package"],
  [/file not found/, "file"],
  [/unknown variable: (.+)/, "variable"],
  [/(?:dictionary|module .*) does not contain (?:key )?\\?["`](.+?)\\?["`]/, "key"],
  [/unclosed/, "unclosed"],
  [/unexpected argument: (.+)/, "argument"],
  [/the text `\\*"(.+?)\\*"` could not be displayed/, "glyph"],
  [/missing alt text/, "alt"],
  [/missing document title/, "title"],
  [/first heading|heading level/, "heading"],
  [/depth exceeded|always true|infinite/, "endless"],
  [/expected|unexpected/, "expected"],
];

/** The fault of a template: its code, and the word that is wrong when there is one. */
export function faultOf(fault: { why: string; says: string }): { code: FaultCode; word: string } {
  if (fault.why === "time" || fault.why === "memory") return { code: fault.why, word: "" };
  for (const [pattern, code] of sayings) {
    const found = pattern.exec(fault.says);
    if (found) return { code, word: found[1] ?? fault.says };
  }
  return { code: "other", word: fault.says };
}

/** What is kept of a template, at most, in characters. */
export const longestSource = 60_000;
