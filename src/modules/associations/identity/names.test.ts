import test from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { acronymsOf, nameKey, plainWords, skeleton, slugOf } from "./names.ts";

const alike = (one: string, other: string): void => assert.deepEqual(nameKey(one), nameKey(other));
const unlike = (one: string, other: string): void =>
  assert.notDeepEqual(nameKey(one), nameKey(other));

test("accents, case, ligatures, punctuation and plurals do not make another name", () => {
  alike("Les Cœurs Vaillants d'Angers", "COEUR VAILLANT ANGERS");
  alike("L'Arsenal-Club", "l’ARSENAL, club");
  alike("Amis des oiseaux locaux", "AMI DES OISEAU LOCAL");
});

test("what every association is called does not make another name", () => {
  alike("Association des Pompiers de Trélazé (loi 1901)", "Amicale Pompiers Trelaze");
  alike("Comité des fêtes", "LES FETES");
  assert.deepEqual(nameKey("L'Association").words, ["association"], "unless nothing else is left");
});

test("abbreviations are read as the words they stand for", () => {
  alike("ASSO SPORTIVE STE-LUCE", "Association sportive Sainte Luce");
  alike("US St Pierre", "Union sportive Saint-Pierre");
  alike("FC Tours", "Football club de Tours");
  alike("Foot ball club", "Football club");
  unlike("Toi et US", "Toi et union sportive");
});

test("numbers are kept apart, roman or not, and tell sections apart", () => {
  alike("Boxing club XVIe", "boxing club 16");
  unlike("Scouts, section 2", "Scouts, section 3");
  assert.deepEqual(nameKey("La vie active").numbers, []);
});

test("acronyms are found where people put them", () => {
  assert.deepEqual(acronymsOf("Badminton Club Angers (B.C.A.)").stated, ["bca"]);
  assert.deepEqual(acronymsOf("AUX BELLES CRÉATIONS (SIGLE : ABC)").stated, ["abc"]);
  assert.deepEqual(acronymsOf("ABCD - Académie billard").stated, ["abcd"]);
  assert.ok(acronymsOf("Association Badminton Cerqueux").initials.includes("abc"));
  assert.deepEqual(acronymsOf("Yoga pour tous", "YPT").stated, ["ypt"]);
});

test("an address is short ASCII, says the name, and is stable", () => {
  assert.equal(slugOf("L'Œuvre d'Été – Saint-Éloi"), "l-oeuvre-d-ete-saint-eloi");
  assert.equal(slugOf("  !!! "), "association");
  assert.equal(slugOf("جمعية"), "association");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.ok(slug.length <= 60);
      assert.equal(slugOf(slug), slug);
    }),
  );
});

test("any text can be compared, and comparing what was made plain changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const plain = plainWords(text).join(" ");
      assert.equal(plainWords(plain).join(" "), plain);
      nameKey(text);
      acronymsOf(text);
    }),
  );
});

test("a word that lost its accented letters keeps its consonants", () => {
  assert.equal(skeleton("dietetique"), skeleton("dititique"));
  assert.equal(skeleton("developpement"), skeleton("d?veloppement"));
});
