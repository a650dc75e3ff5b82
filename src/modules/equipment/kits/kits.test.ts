import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, openLending, type Lending } from "../catalogue.testing.ts";

const as = "equipment_manager" as const;
let lending: Lending;
let laptop = "";
let router = "";
before(async () => {
  lending = await openLending();
  laptop = await lending.lend({ name: "Ordinateur portable", category: "computer" }, ["PC-1", "PC-2"]); // prettier-ignore
  router = await lending.lend({ name: "Routeur 4G", category: "connection" }, ["4G-1"]);
});
after(() => lending.site.close());

const dates = "du=2026-12-04&au=2026-12-07";
const typed = () => ({ name: "Kit point d’appui", purpose: "Tenir une permanence.", forSupportPoints: "on", shown: "on", [`n_${laptop}`]: "2", [`n_${router}`]: "1" }); // prettier-ignore
let sheet = "";

test("the manager makes a kit of models and numbers; without a name, without anything, or twice, it is refused", async () => {
  assert.match(await lending.seen(`${desk}/kits`, as), /Aucun kit/);
  assert.match(await lending.refused(`${desk}/kits/nouveau`, { ...typed(), name: "" }), /Donnez un nom à ce kit/); // prettier-ignore
  assert.match(await lending.refused(`${desk}/kits/nouveau`, { name: "Vide", purpose: "Rien." }), /Dites combien, pour au moins un modèle/); // prettier-ignore
  assert.match(await lending.refused(`${desk}/kits/nouveau`, { ...typed(), [`n_${laptop}`]: "deux" }), /nombre entier/); // prettier-ignore
  await lending.acted(`${desk}/kits/nouveau`, typed());
  assert.match(await lending.refused(`${desk}/kits/nouveau`, typed()), /porte déjà ce nom/);
  assert.match(await lending.seen(`${desk}/kits`, as), /2 × Ordinateur portable, 1 × Routeur 4G Point d’appui|Kit point d’appui/); // prettier-ignore
  sheet = /\/gestion\/materiel\/kits\/[0-9a-f-]{36}/.exec((await lending.site.get(`${desk}/kits`, { as })).html)?.[0] ?? ""; // prettier-ignore
});

test("residents see what it holds, and with dates one link asks for all of it", async () => {
  assert.match(await lending.seen("/materiel"), /Kit point d’appui Kit d’un point d’appui.*2 × Ordinateur portable.*Choisissez d’abord vos jours/); // prettier-ignore
  const { html } = await lending.site.get(`/materiel?${dates}`);
  const link = /href="(\/materiel\/demande\?[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""; // prettier-ignore
  assert.match(await lending.seen(link), /2 × Ordinateur portable.*1 × Routeur 4G/);
});

test("when a part is away, it says what lacks, and the rest is asked for", async () => {
  await lending.acted(`${desk}/exemplaires/PC-2/etat`, { state: "repair", note: "" });
  const page = await lending.seen(`/materiel?${dates}`);
  assert.match(page, /Libre en partie : Maison des associations Il manque : 1 × Ordinateur portable/); // prettier-ignore
  await lending.acted(`${desk}/exemplaires/PC-1/etat`, { state: "repair", note: "" });
  await lending.acted(`${desk}/exemplaires/4G-1/etat`, { state: "lost", note: "" });
  assert.match(await lending.seen(`/materiel?${dates}`), /Rien de ce kit n’est libre à ces dates/);
});

test("a kit is changed, not over somebody else’s change, hidden and removed", async () => {
  const fields = { ...typed(), shown: "", _revision: "1", [`n_${router}`]: "" };
  await lending.acted(sheet, fields);
  assert.doesNotMatch(await lending.seen("/materiel"), /Kit point d’appui/);
  assert.match(await lending.refused(sheet, fields), /Quelqu’un a changé cette fiche entre-temps/);
  await lending.acted(`${sheet}/suppression`, {});
  assert.equal((await lending.site.get(sheet, { as })).status, 404);
});
