import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { periodicWork, personalData } from "../../work.ts";
import { htmlFaults } from "../../testing/valid-html.ts";
import { interleaved } from "../scheduling/seats/interleaved.testing.ts";
import { book } from "./booking/write.ts";
import { addClub, openResourcePlace, plain, type OpenPlace } from "./resource-places.testing.ts";

let here: OpenPlace;
const as = "front_desk" as const;
before(async () => (here = await openResourcePlace()));
after(() => here.site.close());

const seen = async (path: string, options: { as?: "front_desk" | "president" } = {}) => {
  const answer = await here.site.get(path, options);
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
const bookAt = () => `/lieux-ressources/${here.place.slug}/reserver/${here.poste.id}`;
const desk = () => `/gestion/lieux-ressources/${here.place.id}`;
const zoe = { day: "2026-09-16", from: "540", minutes: "60", name: "Zoé Martin", phone: "", email: "zoe@courriel.example", purpose: "", association: "" }; // prettier-ignore
const send = (more: Partial<typeof zoe> = {}) => here.site.post(bookAt(), { ...zoe, ...more });
const mails = () =>
  here.site.database.read(here.site.communeId, (tx) =>
    tx.selectFrom("mail").select(["subject", "text_body as text", "to_email"]).where("kind", "=", "booking").orderBy("created_at").execute(),
  ); // prettier-ignore
const bookings = () =>
  here.site.database.read(here.site.communeId, (tx) =>
    tx.selectFrom("booking").selectAll().orderBy("created_at").orderBy("starts_at").execute(),
  );
let link = "";

test("a resident reads whether it is open and free, and books by the hour without script nor account", async () => {
  assert.match(await seen("/lieux-ressources"), /Espace multimédia Des postes et de l’aide\. Ouvert jusqu’à midi/); // prettier-ignore
  const page = await seen(`/lieux-ressources/${here.place.slug}`);
  assert.match(page, /Ouvert jusqu’à midi/);
  assert.match(page, /Du lundi au vendredi de 9 h à midi et de 14 h à 18 h/);
  assert.match(page, /Fermé aussi ces jours-ci : Mercredi 11 novembre 2026 .*Poste Libre maintenant, jusqu’à midi/); // prettier-ignore
  assert.match(page, /Entrée sans marche Nous ne savons pas encore/);
  assert.match(await seen("/?n=1"), /Lieux ressources .*Espace multimédia Des postes et de l’aide/);
  assert.match((await here.site.get(`/en/lieux-ressources/${here.place.slug}`)).html, /lang="fr" dir="ltr">Des postes et de l’aide/); // prettier-ignore
  assert.match(await seen(`${bookAt()}?jour=2026-09-16`), /9 h libre jusqu’à 11 h/);
  const made = await send();
  assert.equal(made.status, 303, plain(made.html));
  link = (made.location ?? "").split("?")[0] ?? "";
  assert.match(await seen(`${link}?fait=resource-places.booked`), /C’est réservé\..*Poste.*mercredi 16 septembre 2026, de 9 h à 10 h/); // prettier-ignore
  const [mail] = await mails();
  assert.match(
    plain(mail?.text ?? ""),
    /C’est réservé : Poste, mercredi 16 septembre 2026, de 9 h à 10 h/,
  );
  assert.doesNotMatch(mail?.text ?? "", /Zoé/);
});

const refused = async (more: Partial<typeof zoe>, sentence: RegExp) => {
  const answer = await send(more);
  assert.equal(answer.status, 422);
  assert.deepEqual(await htmlFaults(answer.html), []);
  assert.match(plain(answer.html), sentence);
  return answer.html;
};

test("what cannot be is refused by its name, what was typed stays", async () => {
  const html = await refused({ from: "", name: "", email: "", phone: "12" }, /Choisissez une heure\. Écrivez votre nom\. Vérifiez le numéro/); // prettier-ignore
  assert.match(html, /value="12"/);
  await refused({ phone: "", email: "" }, /Laissez un numéro ou un courriel/);
  await refused({ email: "paul@courriel.example" }, /Ce moment est pris/);
  await refused({ from: "720" }, /Le lieu est fermé à ce moment-là/);
  await refused({ minutes: "240" }, /dure au plus 2 h/);
  await refused({ minutes: "30" }, /dure au moins 1 h/);
  await refused({ from: "600", minutes: "120" }, /au plus 2 h par jour/);
  await refused({ day: "2026-09-19" }, /Le lieu est fermé/);
  await refused({ association: here.place.id }, /Choisissez une association/);
});

const who = (name: string) => ({ booker: "resident", associationId: null, name, email: `${name}@courriel.example`, phone: null, purpose: null, lang: "fr" }) as const; // prettier-ignore

test("two who ask for the last one at the same moment: one has it", async () => {
  const { site, place, poste } = here;
  const asked = { from: new Date("2026-09-17T07:00:00Z"), until: new Date("2026-09-17T08:00:00Z") };
  const by = { actor: { kind: "resident" } as const, at: site.clock.now() };
  const answer = await interleaved(
    site.database,
    site.communeId,
    (tx) => book(tx, place, poste, asked, who("anne"), by),
    (tx) => book(tx, place, poste, asked, who("bob"), by),
  );
  assert.deepEqual(answer, { refused: "full" });
  const kept = (await bookings()).filter(({ starts_at }) => +starts_at === +asked.from);
  assert.deepEqual(kept.map(({ name }) => name), ["anne"]); // prettier-ignore
});

test("given back by its link, it is free for others; once", async () => {
  const gone = await here.site.post(`${link}/annulation`, {});
  assert.match(gone.location ?? "", /cancelled$/);
  assert.match(await seen(link), /Vous avez annulé cette réservation/);
  assert.match((await here.site.post(`${link}/annulation`, {})).location ?? "", /over$/);
  assert.equal((await send({ email: "", phone: "06 12 34 56 78", name: "Paul" })).status, 303);
  assert.equal((await here.site.get("/reservation-de-lieu/rien")).status, 404);
});

test("somebody is there: place, workstation, until 11 o'clock, and it is noted without a name", async () => {
  assert.match(await seen("/gestion/lieux-ressources", { as }), /Espace multimédia Médiathèque Ouvert jusqu’à midi/); // prettier-ignore
  const place = await seen(desk(), { as });
  assert.match(place, /Accueillir quelqu’un Poste Libre maintenant, jusqu’à midi/);
  const tap = await here.site.get(`${desk()}/a-reserver/${here.poste.id}`, { as });
  assert.deepEqual(await htmlFaults(tap.html), []);
  const [, until = ""] = /name="until" value="([^"]+)"/.exec(tap.html) ?? [];
  assert.equal(until, "2026-09-15T09:00:00.000Z");
  const noted = await here.site.post(`${desk()}/a-reserver/${here.poste.id}/passage`, { until }, { as }); // prettier-ignore
  assert.equal(noted.status, 303, plain(noted.html));
  assert.match(await seen(noted.location ?? "", { as }), /C’est noté\..*10 h à 11 h Poste Sans rendez-vous/); // prettier-ignore
  assert.match(await seen(`/lieux-ressources/${here.place.slug}`), /Poste Occupé ou fermé, libre à 11 h/); // prettier-ignore
  const twice = await here.site.post(`${desk()}/a-reserver/${here.poste.id}/passage`, { until }, { as }); // prettier-ignore
  assert.equal(twice.status, 422);
  here.site.clock.set("2026-09-15T08:20:00Z");
  const walkIn = (await bookings()).find(({ walk_in }) => walk_in);
  const freed = await here.site.post(`${desk()}/reservations/${walkIn?.booking_id}/annulation`, {}, { as }); // prettier-ignore
  assert.match(freed.location ?? "", /freed/);
  assert.match(await seen(`/lieux-ressources/${here.place.slug}`), /Poste Libre maintenant, jusqu’à midi/); // prettier-ignore
});

test("the welcomer books for somebody who calls, and cancels: who left an address is told, the others are to be called", async () => {
  const at = `${desk()}/a-reserver/${here.poste.id}/reservation`;
  const made = await here.site.post(at, { ...zoe, day: "2026-09-18", name: "Mme Petit" }, { as });
  assert.equal(made.status, 303, plain(made.html));
  assert.match(await seen(made.location ?? "", { as }), /Vendredi 18 septembre 2026.*9 h à 10 h Poste Mme Petit/); // prettier-ignore
  const unknown = await here.site.post(at, { ...zoe, day: "2026-09-21", association: "Personne" }, { as }); // prettier-ignore
  assert.match(plain(unknown.html), /Aucune association, ou plusieurs, portent ce nom/);
  await addClub(here.site, "Lire ensemble");
  const club = await here.site.post(at, { ...zoe, day: "2026-09-21", association: "lire ensemble" }, { as }); // prettier-ignore
  assert.match(
    await seen(club.location ?? "", { as }),
    /9 h à 10 h Poste Lire ensemble, Zoé Martin/,
  );
  const one = (await bookings()).find(({ name }) => name === "Mme Petit");
  const told = await here.site.post(`${desk()}/reservations/${one?.booking_id}/annulation`, {}, { as }); // prettier-ignore
  assert.match(told.location ?? "", /cancelled_told/);
  assert.match(
    plain((await mails()).at(-1)?.subject ?? ""),
    /Réservation annulée : Poste, vendredi 18/,
  );
  const paul = (await bookings()).find(({ name, ended }) => name === "Paul" && !ended);
  const call = await here.site.post(`${desk()}/reservations/${paul?.booking_id}/annulation`, {}, { as }); // prettier-ignore
  assert.match(call.location ?? "", /cancelled_call/);
});

const hours = { season: "same", public: "closed", commune_days: "on", week_MO: "9h-12h", week_TU: "9h-12h", week_WE: "14h-18h", week_TH: "9h-12h" }; // prettier-ignore

test("hours that change say which bookings fall outside, once; back inside, they are no longer noted", async () => {
  assert.equal((await send({ name: "Zoé Martin" })).status, 303);
  const before = (await mails()).length;
  const wrong = await here.site.post(`${desk()}/horaires`, { ...hours, week_MO: "12h-9h" }, { as });
  assert.equal(wrong.status, 422);
  assert.match(plain(wrong.html), /Lundi : la fin, 9h, doit venir après le début, 12h/);
  for (let twice = 0; twice < 2; twice += 1) {
    const saved = await here.site.post(`${desk()}/horaires`, hours, { as });
    assert.match(saved.location ?? "", /hours_outside/);
  }
  assert.equal((await mails()).length, before + 1);
  const told = (await mails()).at(-1);
  assert.match(plain(told?.subject ?? ""), /Le lieu sera fermé : Poste, mercredi 16/);
  assert.match(await seen(desk(), { as }), /Réservations hors des horaires.*mercredi 16 septembre 2026, de 9 h à 10 h/); // prettier-ignore
  const [, own = ""] = /(\/reservation-de-lieu\/[\w-]+)/.exec(told?.text ?? "") ?? [];
  assert.match(await seen(own), /Les horaires du lieu ont changé/);
  const back = await here.site.post(`${desk()}/horaires`, { ...hours, week_WE: "9h-12h" }, { as });
  assert.match(back.location ?? "", /hours$/);
  assert.doesNotMatch(await seen(desk(), { as }), /hors des horaires/);
});

test("only who welcomes enters, another commune reads nothing of it", async () => {
  for (const role of ["elected", "communication", "president"] as const)
    assert.ok([403, 404].includes((await here.site.get(desk(), { as: role })).status), role);
  const there = { host: "autreville.test" };
  assert.equal((await here.site.get(`/lieux-ressources/${here.place.slug}`, there)).status, 404);
  assert.match(plain((await here.site.get("/lieux-ressources", there)).html), /Aucun lieu n’est encore présenté/); // prettier-ignore
  assert.equal((await here.site.post(`${bookAt()}`, zoe, there)).status, 404);
});

test("somebody erased is no longer named, what they had booked is free; the others are forgotten 30 days after", async () => {
  const who = { id: null, email: "zoe@courriel.example", names: ["Zoé Martin"], phones: [], proven: true }; // prettier-ignore
  const told = await here.site.database.write(here.site.communeId, async (tx) => {
    const held = [];
    for (const room of personalData) held.push(...(await room.tell(tx, who, here.site.house.words("fr")))); // prettier-ignore
    for (const room of personalData) await room.erase(tx, who, { actor: { kind: "system" }, at: here.site.clock.now() }); // prettier-ignore
    return held.filter(({ table }) => table === "booking").length;
  });
  assert.ok(told >= 2);
  const kept = await bookings();
  assert.doesNotMatch(JSON.stringify(kept), /zoé|zoe@|Petit/i);
  assert.ok(kept.some(({ name }) => name === "anne"));
  assert.equal((await send({ email: "luc@courriel.example", name: "Luc" })).status, 303);
  here.site.clock.set("2026-10-20T02:00:00Z");
  const work = periodicWork(here.site.house, here.site.app).find(({ task }) => task === "resource_places_retention"); // prettier-ignore
  await work?.run(here.site.communeId);
  const left = await bookings();
  assert.ok(left.length === kept.length + 1);
  assert.ok(left.every(({ name, email, phone, links }) => !name && !email && !phone && !links.length)); // prettier-ignore
});
