import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import ICAL from "ical.js";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { openResourcePlace, plain, type OpenPlace } from "../resource-places.testing.ts";

let here: OpenPlace;
const as = "front_desk" as const;
before(async () => (here = await openResourcePlace()));
after(() => here.site.close());

const seen = async (path: string, options: { as?: "front_desk" } = {}) => {
  const answer = await here.site.get(path, options);
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
const desk = () => `/gestion/lieux-ressources/${here.place.id}`;

test("a place is written, says what it lacks, is published and withdrawn; two windows do not write over each other", async () => {
  const edit = `${desk()}/fiche`;
  await seen(edit, { as });
  await seen("/gestion/lieux-ressources/nouveau", { as });
  const blank = await here.site.post("/gestion/lieux-ressources/nouveau", { name: "", siret: "12", website: "x", association: "Personne" }, { as }); // prettier-ignore
  assert.equal(blank.status, 422);
  assert.deepEqual(await htmlFaults(blank.html), []);
  for (const sentence of [
    /Donnez un nom/,
    /Choisissez où c’est/,
    /14 chiffres/,
    /Aucune association/,
  ])
    assert.match(plain(blank.html), sentence);
  const fields = { name: "Le coin clic", place: here.place.place.id, summary: "", services: ["work"], cost: ["free"] }; // prettier-ignore
  const added = await here.site.post("/gestion/lieux-ressources/nouveau", fields, { as });
  assert.equal(added.status, 303, plain(added.html));
  const one = (added.location ?? "").split("?")[0] ?? "";
  assert.match(await seen(one, { as }), /dites quand il est ouvert.*fichier national/);
  const early = await here.site.post(`${one}/publication`, {}, { as });
  assert.match(plain(early.html), /dites en deux phrases/);
  const summary = { ...fields, summary: "Du café et des claviers.", _revision: "1" };
  assert.equal((await here.site.post(`${one}/fiche`, summary, { as })).status, 303);
  assert.equal((await here.site.post(`${one}/fiche`, summary, { as })).status, 422);
  assert.equal((await here.site.get("/lieux-ressources/le-coin-clic")).status, 404);
  await here.site.post(`${one}/publication`, {}, { as });
  assert.match(await seen("/lieux-ressources/le-coin-clic"), /Fermé pour le moment.*Pas d’horaires réguliers/); // prettier-ignore
  const kept = await here.site.post(`${one}/suppression`, {}, { as });
  assert.match(plain(kept.html), /Retirez d’abord/);
  await here.site.post(`${one}/retrait`, {}, { as });
  assert.equal((await here.site.post(`${one}/suppression`, {}, { as })).status, 303);
  assert.equal((await here.site.get(one, { as })).status, 404);
  assert.match(plain((await here.site.post(`${desk()}/retrait`, {}, { as })).location ?? ""), /withdrawn/); // prettier-ignore
  assert.match(plain((await here.site.post(`${desk()}/suppression`, {}, { as })).html), /il se retire, il ne se supprime pas/); // prettier-ignore
  await here.site.post(`${desk()}/publication`, {}, { as });
  const dropped = await here.site.post(`/gestion/lieux/${here.place.place.id}/suppression`, {}, { as }); // prettier-ignore
  assert.match(plain(dropped.html), /sert à des associations ou à un lieu ressource/);
});

test("what may be booked is added and changed within what is already booked", async () => {
  const room = { kind: "room", name: "Salle", units: "1", people: "12", holds: "", least: "60", most: "240", aheadDays: "60", daily: "", who: "associations", open: "on" }; // prettier-ignore
  await seen(`${desk()}/a-reserver`, { as });
  const wrong = await here.site.post(`${desk()}/a-reserver`, { ...room, name: "", units: "", least: "240", most: "60" }, { as }); // prettier-ignore
  assert.equal(wrong.status, 422);
  assert.deepEqual(await htmlFaults(wrong.html), []);
  assert.match(plain(wrong.html), /Donnez-lui un nom\. Écrivez un nombre, de 1 à 100/);
  const same = await here.site.post(`${desk()}/a-reserver`, { ...room, name: "Poste" }, { as });
  assert.match(plain(same.html), /porte ce nom/);
  assert.equal((await here.site.post(`${desk()}/a-reserver`, room, { as })).status, 303);
  const page = (await here.site.get(`/lieux-ressources/${here.place.slug}`)).html;
  const links = [...page.matchAll(/href="(\/lieux-ressources\/[^"]+\/reserver\/[^"]+)"/g)].map(([, path = ""]) => path); // prettier-ignore
  const salle = links.find((path) => !path.endsWith(here.poste.id)) ?? "";
  assert.match(await seen(salle), /Se connecter pour une association/);
});

test("a circle tells its topic, its dates and what was shared, and follows people in their calendars", async () => {
  const circle = { topic: "tenir sa page", about: "Entre associations.", notes: "", rhythm: "monthly", days: "TH", rank: "1", from: "18h", to: "19h30", first_day: "2026-09-17", last_day: "" }; // prettier-ignore
  await seen(`${desk()}/cercles`, { as });
  const wrong = await here.site.post(
    `${desk()}/cercles`,
    { ...circle, topic: "", rank: "" },
    { as },
  );
  assert.match(plain(wrong.html), /Dites de quoi on y parle\. Choisissez la semaine du mois/);
  assert.equal((await here.site.post(`${desk()}/cercles`, circle, { as })).status, 303);
  const page = await here.site.get(`/lieux-ressources/${here.place.slug}`);
  assert.match(plain(page.html), /Cercle d’entraide : tenir sa page.*jeudi 1er octobre 2026, de 18 h à 19 h 30/); // prettier-ignore
  const [, file = ""] = /href="([^"]+\/cercles\/[^"]+\.ics)"/.exec(page.html) ?? [];
  const calendar = new ICAL.Component(ICAL.parse((await here.site.get(file)).html) as never);
  const [event] = calendar.getAllSubcomponents("vevent");
  assert.equal(event?.getFirstPropertyValue("summary"), "tenir sa page");
  assert.equal(String(event?.getFirstPropertyValue("dtstart")), "2026-10-01T16:00:00Z");
  const [, id = ""] = /cercles\/([0-9a-f-]{36})/.exec(file) ?? [];
  const shared = await here.site.post(`${desk()}/cercles/${id}`, { ...circle, notes: "Réduire les photos.\nDemander l’accord." }, { as }); // prettier-ignore
  assert.equal(shared.status, 303);
  assert.match(await seen(`/lieux-ressources/${here.place.slug}`), /Notes partagées du 15 septembre 2026 Réduire les photos/); // prettier-ignore
  await seen(`${desk()}/cercles/${id}`, { as });
  const cercle = await here.site.get(`${desk()}/cercles/${id}`, { as });
  const [, first = ""] = /action="([^"]+\/dates\/[^"]+)"/.exec(cercle.html) ?? [];
  const cancelled = await here.site.post(first, { act: "cancel" }, { as });
  assert.match(cancelled.location ?? "", /date_cancelled/);
  assert.match(await seen(`/lieux-ressources/${here.place.slug}`), /1er octobre 2026, de 18 h à 19 h 30 \( ?annulé ?\)/); // prettier-ignore
  const told = (await here.site.get(file)).html;
  assert.match(told, /STATUS:CANCELLED/);
  assert.match((await here.site.post(first, { act: "restore" }, { as })).location ?? "", /date_restored/); // prettier-ignore
  assert.doesNotMatch(await seen(`/lieux-ressources/${here.place.slug}`), /annulé/);
  const move = `${first}/deplacement`;
  await seen(move, { as });
  const tuesday = { day: "2026-10-06", from: "17h", to: "18h30", notice: "La salle est prise." };
  const early = await here.site.post(move, { ...tuesday, day: "2026-09-01", to: "17h" }, { as });
  assert.match(plain(early.html), /Choisissez un jour à venir.*La fin ne peut pas être le début/);
  assert.match((await here.site.post(move, tuesday, { as })).location ?? "", /date_moved/);
  assert.match(await seen(`/lieux-ressources/${here.place.slug}`), /mardi 6 octobre 2026, de 17 h à 18 h 30 \( ?déplacé, au lieu du jeudi 1er octobre 2026 ?\) La salle est prise\..*Notes partagées/); // prettier-ignore
  assert.match((await here.site.get(file)).html, /DTSTART:20261006T150000Z/);
  assert.match(await seen(`${desk()}/cercles/${id}`, { as }), /mardi 6 octobre 2026, de 17 h à 18 h 30 .*Rétablir/); // prettier-ignore
  assert.match((await here.site.post(first, { act: "restore" }, { as })).location ?? "", /date_restored/); // prettier-ignore
  await here.site.post(`${desk()}/cercles/${id}/suppression`, {}, { as });
  assert.doesNotMatch(await seen(`/lieux-ressources/${here.place.slug}`), /tenir sa page/);
});
