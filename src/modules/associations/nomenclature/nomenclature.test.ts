import test from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { themes, type Theme } from "../codes.ts";
import { themesOfRegistryCode } from "./codes.ts";
import { themesOfWords } from "./words.ts";

const samples = process.env["MAILLAGE_SAMPLES"] ?? path.resolve(process.cwd(), "../shared/data");
const absent = "the samples folder is absent";

test("a registry code gives plain themes, the main one first", () => {
  assert.deepEqual(themesOfRegistryCode("011140"), ["sport"]);
  assert.deepEqual(themesOfRegistryCode("015005"), ["education", "family"]);
  assert.deepEqual(themesOfRegistryCode("022535"), ["work", "neighbourhood"]);
});

test("a code that lost its leading zeros in a spreadsheet is still understood", () => {
  assert.deepEqual(themesOfRegistryCode("6030"), ["arts"]);
  assert.deepEqual(themesOfRegistryCode("40000"), ["beliefs"]);
});

test("an unknown code answers for its family, and 0225xx belong to 023000", () => {
  assert.deepEqual(themesOfRegistryCode("011999"), ["sport"]);
  assert.deepEqual(themesOfRegistryCode("022599"), themesOfRegistryCode("023000"));
});

test("no code, no theme", () => {
  for (const code of [undefined, "", "000000", "0", "ABC", "999999", "0110001"])
    assert.deepEqual(themesOfRegistryCode(code), [], String(code));
});

test("each code of the national nomenclature has a theme, and each theme has codes", (t) => {
  const file = path.join(samples, "rna_nomenclature_objet_social.json");
  if (!existsSync(file)) return t.skip(absent);
  const codes = (JSON.parse(readFileSync(file, "utf8")) as { code: string }[]).map((c) => c.code);
  assert.equal(codes.length, 297);
  const reached = new Set<Theme>();
  for (const code of codes) {
    const found = themesOfRegistryCode(code);
    assert.ok(found.length > 0, code);
    for (const theme of found) reached.add(theme);
  }
  assert.deepEqual([...reached].sort(), [...themes].sort());
});

test("names in everyday French give the theme a resident would look under", () => {
  const expected: [string, Theme][] = [
    ["Judo Club du Val", "sport"],
    ["PÉTANQUE DES TILLEULS", "sport"],
    ["Chorale À Cœur Joie", "arts"],
    ["Association des parents d'élèves de l'école Jules-Ferry", "education"],
    ["Union des anciens combattants", "heritage"],
    ["Club du troisième âge", "seniors"],
    ["Amicale des donneurs de sang", "health"],
    ["AMAP du bocage", "nature"],
    ["Comité des fêtes", "leisure"],
    ["Comité de jumelage", "international"],
    ["Secours populaire", "solidarity"],
    ["Initiation à l'informatique et à Internet", "digital"],
    ["Union des commerçants et artisans", "work"],
    ["Crèche parentale Les Lutins", "family"],
    ["Association paroissiale", "beliefs"],
    ["Comité de quartier des Fontaines", "neighbourhood"],
    ["Ligue des droits de l'Homme", "citizenship"],
  ];
  for (const [name, theme] of expected)
    assert.ok(themesOfWords(name).includes(theme), `${name}: ${themesOfWords(name).join()}`);
});

test("a text without a known word gets no theme", () => {
  assert.deepEqual(themesOfWords("ABC 2000"), []);
  assert.deepEqual(themesOfWords(""), []);
});

test("a guess never gives more than three themes, each once", () => {
  const guess = themesOfWords(
    "sport, musique, patrimoine, jeux, école, famille, retraités, solidarité, santé, nature",
  );
  assert.equal(guess.length, 3);
  assert.equal(new Set(guess).size, 3);
});

test("guesses from words agree with the codes of the national registry three times in four", (t) => {
  const files = ["rna_waldec_sample.csv", "rna_import_sample.csv"].map((f) =>
    path.join(samples, f),
  );
  if (!files.every(existsSync)) return t.skip(absent);
  let coded = 0;
  let guessed = 0;
  let agreed = 0;
  for (const file of files)
    for (const row of registryRows(file)) {
      const known = [row.objet_social1, row.objet_social2].flatMap(themesOfRegistryCode);
      if (known.length === 0 || Number(row.objet_social1) === 50000) continue;
      coded++;
      const guess = themesOfWords(`${row.titre} ${row.objet}`);
      if (guess.length === 0) continue;
      guessed++;
      if (guess.some((theme) => known.includes(theme))) agreed++;
    }
  t.diagnostic(
    `${coded} coded records, ${percent(guessed, coded)} guessed, ${percent(agreed, guessed)} of the guesses agree`,
  );
  assert.ok(guessed / coded > 0.9, "reach");
  assert.ok(agreed / guessed > 0.75, "agreement");
});

const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`;

type RegistryRow = { titre: string; objet: string; objet_social1: string; objet_social2: string };

const registryRows = (file: string): RegistryRow[] =>
  parse(new TextDecoder("windows-1252").decode(readFileSync(file)), {
    delimiter: ";",
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
  });
