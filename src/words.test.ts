import test from "node:test";
import assert from "node:assert/strict";
import { addedLanguages } from "./modules/communes/settings/sections.ts";
import { languages, localeOf, type Catalogue, type Lang } from "./platform/i18n/index.ts";
import { words } from "./words.ts";

const sentences = (catalogue: Catalogue, path = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  );

const placeholders = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();

/** Rooms whose every word a resident may meet: complete in English. The others fall back to French on agents' pages. */
const publicRooms = ["ui", "legal", "commitments", "directory", "house", "scheduling", "open-data"];

test("every French sentence of a public room has its English one, with the same values inside", () => {
  for (const [room, { fr, en }] of Object.entries(words)) {
    const english = new Map(sentences(en ?? {}));
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

/** A key without its plural form: `count_few` is a form of `count`. */
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

/** A word without the day it agrees with: `rank.1_WE` is a form of `rank.1`. */
const anyDay = (key: string) => key.replace(/_(MO|TU|WE|TH|FR|SA|SU)$/, "");

/** What a language misses, or says too much, against English; a counted sentence has every form of its language. */
function unlike(room: keyof typeof words, lang: Exclude<Lang, "fr">): string[] {
  const english = new Map(sentences(words[room].en ?? {}));
  const said = new Map(sentences(words[room][lang] ?? {}));
  const counted = (key: string) => stem(key) !== key && english.has(`${stem(key)}_other`);
  const rules = new Intl.PluralRules(localeOf(lang));
  // What counts people and dates: the form Spanish keeps for millions is not asked for.
  const numbers = Map.groupBy(Array(201).keys(), (number) => rules.select(number));
  const expected = new Map<string, string>();
  for (const [key, sentence] of english)
    if (!counted(key)) expected.set(key, sentence);
    else
      for (const form of numbers.keys())
        expected.set(`${stem(key)}_${form}`, english.get(`${stem(key)}_other`) ?? sentence);
  const wrong = [...said.keys()]
    .filter((key) => !expected.has(anyDay(key)) && !counted(key))
    .map((key) => `${key} alone`);
  const single = (key: string) =>
    counted(key) &&
    numbers.get(key.slice(stem(key).length + 1) as Intl.LDMLPluralRule)?.length === 1;
  for (const [key, sentence] of expected) {
    const other = said.get(key);
    if (other === undefined) wrong.push(`${key} missing`);
    // A form of a single number may say it in letters; in Ukrainian `one` is also 21.
    else if (single(key)) {
      if (placeholders(other).some((one) => !placeholders(sentence).includes(one)))
        wrong.push(`${key} holds another value`);
    } else if (String(placeholders(other)) !== String(placeholders(sentence)))
      wrong.push(`${key} holds other values`);
  }
  return wrong;
}

for (const lang of languages.filter((one) => one !== "fr" && one !== "en"))
  test(`every catalogue written in ${lang} says all that the English one says, with its own plural forms`, () => {
    for (const room of Object.keys(words) as (keyof typeof words)[])
      if (words[room][lang]) assert.deepEqual(unlike(room, lang), [], `${room} in ${lang}`);
  });

test("a commune is offered a language only when every public catalogue is written in it", () => {
  for (const lang of addedLanguages)
    for (const [room, catalogues] of Object.entries(words))
      if (catalogues.en) assert.ok(catalogues[lang as Lang], `${room} is not written in ${lang}`);
});

test("every language has its name in the settings", () => {
  for (const lang of languages) assert.ok(words.settings.fr.language[lang], lang);
});

test("no exclamation mark nor semicolon in the words of the interface", () => {
  for (const [room, languages] of Object.entries(words))
    for (const catalogue of Object.values(languages))
      for (const [key, sentence] of sentences(catalogue))
        assert.doesNotMatch(sentence, /[!;]/, `${room}:${key}`);
});
