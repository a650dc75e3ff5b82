import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { indexed } from "./document.ts";
import { wordsOf } from "./fold.ts";
import { acronymKey, keyOf } from "./keys.ts";
import { readQuestion } from "./question.ts";
import { nearKeys, soundOf } from "./sound.ts";
import { stemOf } from "./stem.ts";

const same = (...words: string[]) => {
  for (const word of words) assert.equal(stemOf(word), stemOf(words[0] ?? ""), word);
};

test("accents, case, ligatures, elisions and dotted initials change nothing", () => {
  assert.deepEqual(
    wordsOf("L'Œuvre d’été, F.C.V. & BASKET-ball").map(({ word }) => word),
    ["oeuvre", "ete", "fcv", "basket", "ball"],
  );
  assert.equal(acronymKey("A.C.P.V"), "acpv");
  assert.equal(keyOf("Aide aux devoirs"), keyOf("AIDES AUX DEVOIR"));
});

test("plurals, feminines and infinitives meet their word", () => {
  same("cheval", "chevaux");
  same("jeu", "jeux");
  same("oiseau", "oiseaux");
  same("randonnée", "randonnées", "randonner", "randonneur", "randonneuses");
  same("sportif", "sportive", "sportives", "sport");
  same("musicien", "musiciennes");
  same("cycliste", "cyclisme");
});

test("words that are not the same stay apart", () => {
  for (const [a, b] of [
    ["forme", "formation"],
    ["papier", "papi"],
    ["tour", "tourisme"],
    ["mot", "moteur"],
    ["nature", "natation"],
  ])
    assert.notEqual(stemOf(a ?? ""), stemOf(b ?? ""), `${a} ${b}`);
});

test("what sounds alike has the same sound", () => {
  for (const [a, b] of [
    ["pharmacie", "farmassi"],
    ["petanque", "petenke"],
    ["theatre", "teatre"],
    ["sophrologie", "sofrologi"],
    ["champignon", "champinion"],
  ])
    assert.equal(soundOf(a ?? ""), soundOf(b ?? ""), `${a} ${b}`);
});

test("any single slip leaves two words a key in common", () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/);
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom("add", "remove", "change", "swap"),
      (typed, seed, slip) => {
        const at = seed % (typed.length - 1);
        const [before, after] = [typed.slice(0, at), typed.slice(at + 1)];
        const wrong = {
          add: `${before}q${typed.slice(at)}`,
          remove: before + after,
          change: `${before}q${after}`,
          swap: `${before}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`,
        }[slip];
        const keys = new Set(nearKeys(typed));
        assert.ok(
          nearKeys(wrong).some((key) => keys.has(key)),
          `${typed} ${wrong}`,
        );
      },
    ),
  );
});

test("days and hours order results without making them, politeness says nothing", () => {
  const { concepts } = readQuestion("Bonjour, je cherche un cours de yoga mercredi soir");
  const soft = concepts.filter((concept) => concept.soft > 0).map(({ word }) => word);
  assert.deepEqual(
    concepts.filter((concept) => !concept.soft).map(({ word }) => word),
    ["yoga"],
  );
  assert.ok(soft.includes("mercredi") && soft.includes("soir"));
  assert.ok(
    readQuestion("foot pour ma fille de 7 ans").concepts.some(
      ({ word, soft: weight }) => word === "enfant" && weight > 0,
    ),
  );
  assert.equal(readQuestion("mercredi").concepts[0]?.soft, 0);
});

test("no text breaks the reading of a question, nor puts a sign of the query language in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      for (const { stem, others, compounds } of readQuestion(text).concepts) {
        assert.match(stem, /^[a-z0-9]+$/);
        for (const other of others) assert.match(other, /^\((?:~[a-z0-9]+\?&?)+\)$/);
        for (const compound of compounds) assert.match(compound, /^[a-z0-9]+$/);
      }
      const { words } = indexed({ name: text || "x", acronym: text, texts: [["D", text]] });
      assert.match(words, /^(?:~[a-z0-9_]+:1[ABCD] ?)*$/);
    }),
  );
});
