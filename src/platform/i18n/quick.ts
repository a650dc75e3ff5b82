import type { TOptions } from "i18next";
import type { Catalogue, Translate } from "./index.ts";

export type Say = (key: string, options?: TOptions) => string;

/** A page says hundreds of sentences, most of them whole: those are read from a map, the others made by i18next. */
export function quick(made: Say, whole: ReadonlyMap<string, string>): Translate {
  const t: Say = (key, options) =>
    (options === undefined ? whole.get(key) : undefined) ?? made(key, options);
  return t as unknown as Translate;
}

/** Sentences of a language without anything to fill in, by their whole key (`ui:search.button`), French where it is silent. */
export function wholeSentences(
  resources: Record<string, Record<string, Catalogue>>,
  locale: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const collect = (prefix: string, words: Catalogue): void => {
    for (const [name, value] of Object.entries(words))
      if (typeof value !== "string") collect(`${prefix}${name}.`, value);
      else if (!/\{\{|\$t\(/.test(value)) found.set(prefix + name, value);
  };
  for (const rooms of [resources["fr"], resources[locale]])
    for (const [room, words] of Object.entries(rooms ?? {})) collect(`${room}:`, words);
  return found;
}
