import test from "node:test";
import assert from "node:assert/strict";
import { frenchType, translations } from "./index.ts";

const set = (text: string) => frenchType(text).replaceAll("\u00a0", "_");

test("a French mark never begins a line, and an opening quote never ends one", () => {
  assert.equal(set("Que cherchez-vous ?"), "Que cherchez-vous_?");
  assert.equal(set("Prix : 10 € ; rien de plus"), "Prix_: 10_€_; rien de plus");
  assert.equal(set("Rien pour « {{words}} »"), "Rien pour «_{{words}}_»");
  assert.equal(set("{{part}} % des fiches"), "{{part}}_% des fiches");
});

test("an hour stays in one piece", () => {
  assert.equal(set("de 8 h 30 à 12 h, puis 3 heures"), "de 8_h_30 à 12_h, puis 3 heures");
});

test("French apostrophes are curled, and other quotes are left alone", () => {
  assert.equal(set("l'annuaire d'{{commune}}"), "l’annuaire d’{{commune}}");
  assert.equal(set("le 'mot' choisi"), "le 'mot' choisi");
});

test("text already set, addresses and times are left as they are", () => {
  const text = "https://valbrume.test/a?b=c à 18:30, l’heure\u00a0: oui";
  assert.equal(frenchType(text), text);
});

test("only the French catalogues are set", () => {
  const t = translations({ ui: { fr: { a: { b: "Qui ?" } }, en: { a: { b: "Who ? l'eau" } } } });
  const say = (lang: "fr" | "en") => (t(lang) as unknown as (key: string) => string)("ui:a.b");
  assert.equal(say("fr"), "Qui\u00a0?");
  assert.equal(say("en"), "Who ? l'eau");
});
