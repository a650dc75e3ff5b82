import type { Say } from "./quick.ts";

/** Marks no one sees, between which words keep the direction of their first letter. */
const [opened, closed] = ["\u2068", "\u2069"];

/** Letters and figures written from left to right; a number alone and an address of the web need no marks. */
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\d]/u;
const alone = /^(\d+|https?:\S+)$/;

/** A French name, a telephone number, an hour that nothing around it turns over: `02 61` stays before `91 00`. */
export const isolated = (words: string): string =>
  leftToRight.test(words) && !alone.test(words) ? opened + words + closed : words;

const apart = (value: unknown): unknown => (typeof value === "string" ? isolated(value) : value);

/** The translator of a language written from right to left: what fills its sentences is kept apart from them. */
export function isolating(say: Say): Say {
  return (key, options) =>
    say(
      key,
      options &&
        Object.fromEntries(Object.entries(options).map(([name, value]) => [name, apart(value)])),
    );
}

const separators: Partial<Record<string, string>> = { ar: "، " };

/** Words one after the other, with the comma of their language. */
export const commaList = (lang: string, words: readonly string[]): string =>
  words.join(separators[lang] ?? ", ");
