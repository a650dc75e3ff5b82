import test from "node:test";
import assert from "node:assert/strict";
import type { Catalogue } from "./platform/i18n/index.ts";
import { words } from "./words.ts";

const sentences = (catalogue: Catalogue, path = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  );

const placeholders = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();

/** Rooms whose every word a resident may meet: complete in English. The others fall back to French on agents' pages. */
const publicRooms = ["ui", "legal", "commitments", "directory", "house", "scheduling", "open-data"];

test("every French sentence of a public room has its English one, with the same values inside", () => {
  for (const [room, { fr, en }] of Object.entries(words)) {
    const english = new Map(sentences(en));
    for (const [key, sentence] of sentences(fr)) {
      const other = english.get(key);
      if (other === undefined) {
        assert.ok(!publicRooms.includes(room), `${room}:${key} is missing in English`);
        continue;
      }
      assert.deepEqual(placeholders(other), placeholders(sentence), `${room}:${key}`);
      english.delete(key);
    }
    assert.deepEqual([...english.keys()], [], `${room}: English alone`);
  }
});

test("no exclamation mark nor semicolon in the words of the interface", () => {
  for (const [room, languages] of Object.entries(words))
    for (const catalogue of Object.values(languages))
      for (const [key, sentence] of sentences(catalogue))
        assert.doesNotMatch(sentence, /[!;]/, `${room}:${key}`);
});
