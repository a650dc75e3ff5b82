import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { referent, registryOf } from "../registry.testing.ts";
import { sensitiveIn } from "./rules.ts";

let site: TestSite;
let id = "";
const one = () => `/gestion/associations/${id}`;
before(async () => {
  site = await openTestSite();
  id = await registryOf(site).created("Chorale du Val");
});
after(() => site.close());

test("what should not be written about someone is seen, and ordinary words are let be", () => {
  const seen = [
    ["La trésorière est malade depuis mars", "health"],
    ["Il est hospitalisé", "health"],
    ["Le président est musulman", "belief"],
    ["NIR 2 69 05 49 588 157 80", "number"],
    ["IBAN FR76 3000 6000 0112 3456 7890 189", "account"],
    ["Le mot de passe est Soleil", "password"],
  ] as const;
  for (const [text, kind] of seen) assert.equal(sensitiveIn(text)?.kind, kind, text);
  for (const text of [
    "Appeler le 02 41 00 00 00 après 18 h",
    "SIRET 123 456 789 00012",
    "La salle est à côté de l’église, 1er étage",
    "RDV le 12/09/2026 à 14 h 30",
  ])
    assert.equal(sensitiveIn(text), undefined, text);
});

test("an agent notes, the others read, the public never does; the history says only that a note was written", async () => {
  const noted = await site.post(`${one()}/notes`, { body: "Rappeler en octobre." }, referent);
  assert.equal(noted.status, 303);
  const read = await site.get(one(), { as: "front_desk" });
  assert.match(read.html, /Rappeler en octobre[\s\S]*Camille referent/);
  assert.doesNotMatch(read.html, /notes\/[0-9a-f-]{36}\/retrait/);
  assert.deepEqual(await htmlFaults(read.html), []);
  assert.doesNotMatch((await site.get(one(), { as: "elected" })).html, /Rappeler/);
  assert.doesNotMatch((await site.get("/associations/chorale-du-val")).html, /Rappeler/);
  const history = await site.get(`${one()}/historique`, referent);
  assert.match(history.html, /Note ajoutée/);
  assert.doesNotMatch(history.html, /Rappeler/);
});

test("a note on somebody's health asks to be said otherwise, kept only by who read the warning; a password never", async () => {
  const body = "Il est malade.";
  const warned = await site.post(`${one()}/notes`, { body }, referent);
  assert.equal(warned.status, 422);
  assert.match(warned.html, /peut-être de la santé/);
  assert.match(warned.html, /Il est malade\./);
  assert.match(warned.html, /J’ai relu/);
  assert.equal((await site.post(`${one()}/notes`, { body, sure: "on" }, referent)).status, 303);
  const secret = { body: "Son mot de passe : Soleil", sure: "on" };
  assert.equal((await site.post(`${one()}/notes`, secret, referent)).status, 422);
});

test("its author changes it, puts it back as it was, removes it and puts it back; two windows do not write over each other", async () => {
  const { html } = await site.get(one(), referent);
  const path = /href="([^"]*\/notes\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  assert.equal((await site.get(path, { as: "front_desk" })).status, 404);
  const edited = { body: "Rappeler en novembre.", _revision: "1" };
  assert.equal((await site.post(path, edited, referent)).status, 303);
  const late = await site.post(path, { body: "Jamais.", _revision: "1" }, referent);
  assert.equal(late.status, 422);
  assert.match(late.html, /a changé dans une autre fenêtre[\s\S]*Rappeler en novembre/);
  assert.match(late.html, /Jamais\./);
  assert.match((await site.get(path, referent)).html, /Remettre ce texte/);
  assert.equal((await site.post(`${path}/retrait`, {}, referent)).status, 303);
  assert.doesNotMatch((await site.get(one(), { as: "front_desk" })).html, /novembre/);
  assert.match((await site.get(one(), referent)).html, /La remettre/);
  assert.equal((await site.post(`${path}/remise`, {}, referent)).status, 303);
  assert.match((await site.get(one(), { as: "front_desk" })).html, /novembre/);
});
