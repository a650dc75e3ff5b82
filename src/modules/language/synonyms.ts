import { defaultSynonyms } from "./default-synonyms.ts";
import { keyOf } from "./keys.ts";

const byKey = new Map<string, Set<string>>();
for (const group of defaultSynonyms) {
  const keys = group.map(keyOf).filter(Boolean);
  for (const key of keys) {
    const others = byKey.get(key) ?? new Set();
    for (const other of keys) if (other !== key) others.add(other);
    byKey.set(key, others);
  }
}

/** What else the words of a key are called everywhere in France: keys, see `keyOf`. */
export const commonSynonyms = (key: string): readonly string[] => [...(byKey.get(key) ?? [])];

/** Keys of the words of a group, ready to be kept: empty ones and repeats left out. */
export const synonymKeys = (words: readonly string[]): string[] => [
  ...new Set(words.map(keyOf).filter(Boolean)),
];
