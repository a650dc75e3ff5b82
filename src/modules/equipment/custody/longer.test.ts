import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, easyRules, mornings, openLending, plain, type Lending } from "../lending.testing.ts";

let lending: Lending;
let pc = "";
let vp = "";
const seen: Lending["seen"] = (...of) => lending.seen(...of);
const acted: Lending["acted"] = (...of) => lending.acted(...of);
const refused: Lending["refused"] = (...of) => lending.refused(...of);
const fieldsOf: Lending["fieldsOf"] = (...of) => lending.fieldsOf(...of);

before(async () => {
  lending = await openLending("2026-12-01T09:00:00Z");
  await acted(`${desk}/lieux/nouveau`, { ...mornings, place: lending.place });
  await acted(`${desk}/regles`, easyRules);
  await lending.addModel({ name: "Ordinateur portable", category: "computer", purpose: "Écrire, aller sur internet.", holdsData: "on", checklist: "La batterie tient la charge", pieces: "Chargeur\nSacoche", value: "600", dayValue: "10" }, "PC-1 à PC-3"); // prettier-ignore
  await lending.addModel({ name: "Vidéoprojecteur", category: "screen", purpose: "Montrer un film.", value: "450", dayValue: "12" }, "VP-1"); // prettier-ignore
  [pc = "", vp = ""] = await lending.pools("2026-12-07", "2026-12-08");
});
after(() => lending.site.close());

test("kept longer by the association: what another has is refused, the rest moves", async () => {
  const first = await lending.ask({ [`q_${vp}`]: "1" }, "2026-12-07", "2026-12-08");
  const second = await lending.ask({ [`q_${vp}`]: "1" }, "2026-12-10", "2026-12-11");
  const early = await refused(`${second}/remise`, await fieldsOf(`${second}/remise`));
  assert.match(early, /C’est trop tôt : jusqu’à l’heure prévue/);
  assert.equal(await lending.stateOf(second), "accepted");
  const path = `${first.replace(desk, "/espace")}/prolongation`;
  assert.match(await seen(`${path}?au=09/12/2026`, "president"), /mercredi 9 décembre 2026/);
  assert.match(await refused(path, { au: "2026-12-10", slot: "660" }, "president"), /Quelqu’un d’autre l’a demandé/); // prettier-ignore
  const closed = await lending.site.get(`${path}?au=2026-12-12`, { as: "president" });
  assert.match(plain(closed.html), /Le lieu est fermé/);
  const long = await lending.site.get(`${path}?au=2026-12-31`, { as: "president" });
  assert.match(plain(long.html), /ne se prête pas aussi longtemps/);
  await acted(path, { au: "2026-12-09", slot: "540" }, "president");
  assert.match(
    await seen(first.replace(desk, "/espace"), "president"),
    /mercredi 9 décembre 2026 à 9 h/,
  );
});

test("a service of the town hall has a provision, taken early since it is free, reviewed then prolonged", async () => {
  const form = { association: "", service: "Bibliothèque", regime: "provision", fromDay: "14/12/2026", fromHour: "9 h", untilDay: "30/06/2027", untilHour: "12 h", reviewOn: "", purpose: "Poste public", [`q_${pc}`]: "1" }; // prettier-ignore
  assert.match(await refused(`${desk}/prets/nouveau`, form), /Écrivez le jour où la mise à disposition est revue/); // prettier-ignore
  assert.match(await refused(`${desk}/prets/nouveau`, { ...form, reviewOn: "31/03/2027", [`q_${pc}`]: "4" }), /pas assez de libres/); // prettier-ignore
  const added = (await acted(`${desk}/prets/nouveau`, { ...form, reviewOn: "31/03/2027" })).split("?")[0] ?? ""; // prettier-ignore
  assert.match(await seen(added), /Accepté.*Bibliothèque.*Mise à disposition.*31 mars 2027/);
  await acted(`${added}/remise`, await fieldsOf(`${added}/remise`));
  assert.equal(await lending.stateOf(added), "out", "early, since it is free until then");
  lending.site.clock.set("2027-04-01T08:00:00Z");
  assert.match(await seen(desk), /Mises à disposition à revoir.*Bibliothèque/);
  const moved = { untilDay: "31/12/2027", untilHour: "12h", reviewOn: "30/09/2027" };
  assert.match(
    await refused(`${added}/dates`, { ...moved, reviewOn: "2028-01-01" }),
    /avant sa fin/,
  );
  await acted(`${added}/dates`, moved);
  assert.match(await seen(added), /31 décembre 2027.*30 septembre 2027/);
});
