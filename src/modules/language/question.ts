import { acronymKey, keyOf } from "./keys.ts";
import { compoundsOf, wordsOf } from "./fold.ts";
import { nearKeys, soundOf } from "./sound.ts";
import { stem } from "./stem.ts";
import { children, fillers, generic, moments, stopWords } from "./stop-words.ts";
import { commonSynonyms } from "./synonyms.ts";

/** One thing looked for, with the other ways of saying it. `~` stands for the commune, `?` for the weight asked for. */
export type Concept = {
  word: string;
  stem: string;
  /** Above 0, what it adds at most: it orders results, never leaves one out (a day, an hour, a word most records share). */
  soft: number;
  others: string[];
  /** Stems of this word and its neighbour read as one, if the commune's records know it. */
  compounds: string[];
  near: string[];
  sound: string;
};

/** A question as the database understands it. */
export type Question = {
  concepts: Concept[];
  /** Runs of words, to find the commune's own synonyms: `first` and `last` concept they cover. */
  runs: { key: string; first: number; last: number }[];
  /** Whole question as a name and as an acronym. */
  key: string;
  acronym: string;
};

const most = 10;
const softly = { moment: 0.35, public: 0.35, generic: 0.15 };

/** Reads what someone typed: a name, a theme, a whole sentence. */
export function readQuestion(text: string): Question {
  const all = wordsOf(text.slice(0, 200));
  const useful = all.filter(({ word }) => !stopWords.has(word));
  const said = useful.filter(({ word }) => !fillers.has(word) && !/^\d{1,2}h?$/.test(word));
  const kept = (said.length ? said : useful.length ? useful : all).slice(0, most);
  const concepts = kept.map(({ word }) => conceptOf(word));
  const runs = runsOf(concepts);
  for (const run of runs) addOthers(concepts, run, commonSynonyms(run.key));
  for (const compound of compoundsOf(kept.map(({ word }) => word))) addCompound(concepts, compound);
  if (/\b\d{1,2}\s*ans\b/.test(text)) addAge(concepts, Number(/(\d{1,2})\s*ans\b/.exec(text)?.[1]));
  if (concepts.every((concept) => concept.soft)) for (const concept of concepts) concept.soft = 0;
  return { concepts, runs, key: keyOf(text), acronym: acronymKey(text) };
}

function conceptOf(word: string): Concept {
  if (children.has(word)) return { ...plain("enfant"), soft: softly.public };
  const root = stem(word);
  const soft = moments.has(root) ? softly.moment : generic.has(root) ? softly.generic : 0;
  return { ...plain(word), soft };
}

const plain = (word: string): Concept => ({
  word,
  stem: stem(word),
  soft: 0,
  others: [],
  compounds: [],
  near: nearKeys(word).map((key) => `~${key}`),
  sound: soundOf(word),
});

function runsOf(concepts: readonly Concept[]): Question["runs"] {
  const runs: Question["runs"] = [];
  for (let first = 0; first < concepts.length; first++)
    for (let last = first; last < Math.min(first + 4, concepts.length); last++) {
      const stems = concepts.slice(first, last + 1).map((concept) => concept.stem);
      runs.push({ key: stems.join(" "), first, last });
    }
  return runs;
}

/** Each word of an expression is satisfied by the whole of another expression. */
function addOthers(concepts: Concept[], run: Question["runs"][number], keys: readonly string[]) {
  for (const key of keys)
    for (let at = run.first; at <= run.last; at++) concepts[at]?.others.push(asked(key));
}

/** `hip hop` also finds `hiphop`, by either of its words. */
function addCompound(concepts: Concept[], compound: string): void {
  const stemmed = stem(compound);
  const first = concepts.findIndex((concept, at) => {
    const next = concepts[at + 1];
    return next && `${concept.word}${next.word}` === compound;
  });
  for (const concept of first < 0 ? [] : concepts.slice(first, first + 2))
    concept.compounds.push(stemmed);
}

/** `8 ans` softly asks for what is for children. */
function addAge(concepts: Concept[], age: number): void {
  const word = age < 12 ? "enfant" : age < 18 ? "adolescent" : age < 60 ? "adulte" : "senior";
  if (!concepts.some((concept) => concept.word === word))
    concepts.push({ ...plain(word), soft: softly.public });
}

/** A key as a condition to complete in the database. */
const asked = (key: string): string =>
  `(${key
    .split(" ")
    .map((part) => `~${part}?`)
    .join("&")})`;
