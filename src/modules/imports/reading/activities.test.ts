import assert from "node:assert/strict";
import test from "node:test";
import { agesNamed, joinedBands } from "./cleaning/ages.ts";
import { hoursIn } from "./cleaning/hours.ts";
import { guessMapping, type Mapping } from "./mapping.ts";
import { understand } from "./understand.ts";

test("ages are read where words name them, and nowhere else", () => {
  for (const [words, ages] of [
    ["0-3ans", [0, 3]],
    ["juniors16-20ans", [16, 20]],
    ["De 6 à 12 ans", [6, 12]],
    ["60 ans et plus", [60, null]],
    ["à partir de 8 ans", [8, null]],
    ["moins de 6 ans", [0, 5]],
    ["adultes", [18, null]],
    ["séniors", [60, null]],
    ["6 ans", undefined],
    ["handicapés", undefined],
    ["Enfants", undefined],
    ["de 12 à 6 ans", undefined],
  ] as const)
    assert.deepEqual(agesNamed(words), ages, words);
});

test("ages that touch are one, a hole stays a hole", () => {
  assert.deepEqual(
    joinedBands([
      [16, 20],
      [6, 12],
      [12, 15],
    ]),
    [[6, 20]],
  );
  assert.deepEqual(
    joinedBands([
      [18, null],
      [60, null],
      [6, 12],
    ]),
    [
      [6, 12],
      [18, null],
    ],
  );
});

test("hours are taken whole or not at all", () => {
  assert.deepEqual(hoursIn("mercredis 18h30-19h45, sam. de 9 h à 10:30"), [
    { day: "WE", from: 1110, to: 1185 },
    { day: "SA", from: 540, to: 630 },
  ]);
  for (const text of [
    "le soir",
    "mercredi 18h",
    "mercredi 19h-18h",
    "18h-19h",
    "mardi 18h-19h, selon l'âge",
  ])
    assert.equal(hoursIn(text), undefined, text);
});

function readRow(header: readonly string[], row: readonly string[]) {
  const mapping: Mapping = guessMapping(header, [row]);
  const read = understand(row, mapping);
  return "activities" in read ? read.activities : assert.fail(read.refusal);
}

const header = ["Association", "Activité", "Lieu", "Jour", "Heure de début", "Heure de fin", "6-12 ans", "Adultes", "Tarif"]; // prettier-ignore

test("a row tells an activity with its place, ages, price and hour", () => {
  const columns: Mapping = guessMapping(header, []);
  const targets = ["name", "activity", "place", "day", "start", "end", "public_children", "public_adults", "price"] as const; // prettier-ignore
  const mapping: Mapping = {
    ...columns,
    columns: columns.columns.map((one, at) => ({ ...one, target: targets[at] ?? null })),
  };
  const row = ["Les Amis", "YOGA DOUX", "Salle B", "mercredi", "18h30", "19h45", "Oui", "Oui", "120 € l'année"]; // prettier-ignore
  const read = understand(row, mapping);
  assert.deepEqual("activities" in read && read.activities, [
    {
      facts: {
        title: "Yoga doux",
        place: { name: "Salle B" },
        ages: [
          [6, 12],
          [18, null],
        ],
        publics: ["children", "adults"],
        hours: [{ day: "WE", from: 1110, to: 1185 }],
        priceKind: "paid",
        priceFrom: 120,
        priceNote: "120 € l'année",
      },
    },
  ]);
});

test("an activity column is guessed where the file also says when or where; a domain stays a domain", () => {
  assert.equal(
    guessMapping(["Association", "Activité", "Jour"], []).columns[1]?.target,
    "activity",
  );
  assert.equal(guessMapping(["Association", "Activité"], []).columns[1]?.target, "keyword");
  assert.deepEqual(readRow(["Association", "Activité"], ["Les Amis", "Yoga"]), []);
});

test("several activities of a cell are several; what is no name, or hours nobody understands, is said", () => {
  assert.deepEqual(
    readRow(["Association", "Activité proposée", "Horaires"], ["Les Amis", "Judo; 123", "le soir"]),
    [
      { facts: { title: "Judo" }, unreadHours: "le soir" },
      { refusal: "title_unreadable", title: "123" },
    ],
  );
});
