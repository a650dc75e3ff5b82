import test from "node:test";
import assert from "node:assert/strict";
import { ofName, translations } from "./index.ts";

test("a name after « de » is said as French says it", () => {
  const said = ["Metz", "Épinal", "Île-de-Batz", "Œuvres", "Le Mans", "Les Volants", "La Malle", "L’Atelier", "Yutz", "12 ans"].map(ofName); // prettier-ignore
  assert.deepEqual(said, ["de Metz", "d’Épinal", "d’Île-de-Batz", "d’Œuvres", "du Mans", "des Volants", "de La Malle", "de L’Atelier", "de Yutz", "de 12 ans"]); // prettier-ignore
});

test("sentences of the French catalogues follow what fills them, however many times", () => {
  const t = translations({
    ui: {
      fr: {
        page_one: "La page de {{name}} est lue {{count}} fois.",
        page_other: "La page de {{name}} est lue {{count}} fois.",
        from: "De {{name}} à {{other}}, au lieu de {{before}}",
        town: "La commune de {{commune}}",
        inside: "Le mode {{name}}",
      },
      en: { from: "From {{name}} de {{other}}" },
    },
  });
  const say = (lang: "fr" | "en", key: string, values: object) =>
    (t(lang) as unknown as (key: string, values: object) => string)(key, values);
  assert.equal(say("fr", "ui:page", { name: "Amis", count: 2 }), "La page d’Amis est lue 2 fois.");
  assert.equal(say("fr", "ui:page", { name: "Judo", count: 1 }), "La page de Judo est lue 1 fois.");
  assert.equal(
    say("fr", "ui:from", { name: "Essey", other: "Metz", before: "Les Prés" }),
    "D’Essey à Metz, au lieu des Prés",
  );
  assert.equal(say("fr", "ui:page", { name: "Le Goff", count: 2 }), "La page de Le Goff est lue 2 fois."); // prettier-ignore
  assert.equal(say("fr", "ui:town", { commune: "Le Mans" }), "La commune du Mans");
  assert.equal(say("fr", "ui:inside", { name: "Essai" }), "Le mode Essai");
  assert.equal(say("en", "ui:from", { name: "Essey", other: "Agde" }), "From Essey de Agde");
});
