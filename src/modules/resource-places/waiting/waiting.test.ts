import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { periodicWork } from "../../../work.ts";
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
const bookAt = () => `/lieux-ressources/${here.place.slug}/reserver/${here.poste.id}`;
const desk = () => `/gestion/lieux-ressources/${here.place.id}`;
const zoe = { day: "2026-09-16", from: "540", minutes: "60", name: "Zoé Martin", phone: "", email: "zoe@courriel.example", purpose: "", association: "" }; // prettier-ignore
const anne = { ...zoe, name: "Anne Petit", email: "anne@courriel.example" };
const own = (location: string | null | undefined) => (location ?? "").split("?")[0] ?? "";
const post = async (path: string, fields: Record<string, string>, options: { as?: "front_desk" } = {}) => {
  const answer = await here.site.post(path, fields, options);
  assert.equal(answer.status, 303, plain(answer.html));
  return own(answer.location);
}; // prettier-ignore
const mails = async (to: string) =>
  here.site.database.read(here.site.communeId, async (tx) =>
    (await tx.selectFrom("mail").select(["subject", "text_body as text"]).where("to_email", "=", to).orderBy("created_at").execute()).map(({ subject, text }) => plain(`${subject} ${text}`)),
  ); // prettier-ignore
const round = async (task: string) =>
  periodicWork(here.site.house, here.site.app)
    .find((one) => one.task === task)
    ?.run(here.site.communeId);

let zoeOwn = "";
let anneOwn = "";

test("what is taken gives the nearest free hours, each had in one tap, and a place on the list said in words", async () => {
  zoeOwn = await post(bookAt(), zoe);
  const full = await here.site.post(bookAt(), anne);
  assert.equal(full.status, 422);
  assert.deepEqual(await htmlFaults(full.html), []);
  assert.match(plain(full.html), /Vous avez demandé : mercredi 16 septembre 2026, de 9 h à 10 h.*Demain à 10 h .*Être prévenu si ça se libère/); // prettier-ignore
  assert.match(
    full.html,
    /name="email" value="anne@courriel.example"[\s\S]{0,400}name="from" value="600"/,
  );
  anneOwn = await post(`${bookAt()}/attendre`, anne);
  assert.match(await seen(`${anneOwn}?fait=resource-places.waiting`), /vous serez prévenu si ça se libère.*Vous êtes la première personne à attendre ce moment.*Ne plus attendre/); // prettier-ignore
  assert.match((await mails(anne.email)).at(-1) ?? "", /Vous serez prévenu : Poste, mercredi 16 septembre 2026, de 9 h à 10 h/); // prettier-ignore
  const twice = await here.site.post(`${bookAt()}/attendre`, anne);
  assert.match(plain(twice.html), /Vous attendez déjà ce moment/);
  assert.match(await seen(`${bookAt()}/attendre?jour=2026-09-16`), /Être prévenu : Poste.*9 h .*Pendant combien de temps/); // prettier-ignore
  assert.match(await seen(`${bookAt()}?jour=2026-09-16`), /L’heure que vous voulez est prise/);
  assert.match(await seen(`${bookAt()}/attendre?jour=2026-09-17`), /Tout est libre ce jour-là/);
});

test("who waits for more than is free keeps nobody from what is free, and what is free is had even by who asked to wait", async () => {
  const long = await post(`${bookAt()}/attendre`, { ...zoe, minutes: "120", name: "Luc", email: "luc@courriel.example" }); // prettier-ignore
  assert.match(await seen(long), /1 personne attend avant vous/);
  const next = await post(`${bookAt()}/attendre`, { ...zoe, from: "600", email: "eve@courriel.example", name: "Ève" }); // prettier-ignore
  assert.match(await seen(next), /Votre réservation .*Gardez l’adresse/);
  await post(`${next}/annulation`, {});
  await post(`${long}/annulation`, {});
  assert.match(await seen(long), /Vous n’attendez plus ce moment/);
});

test("the welcomer has somebody wait who called, sees who waits, and says yes for them", async () => {
  const at = `${desk()}/a-reserver/${here.poste.id}`;
  const full = await here.site.post(`${at}/reservation`, { ...zoe, name: "Paul", email: "", phone: "06 12 34 56 78" }, { as }); // prettier-ignore
  assert.equal(full.status, 422);
  assert.match(plain(full.html), /Prévenir la personne si ça se libère/);
  await post(`${at}/attente`, { ...zoe, name: "Paul", email: "", phone: "06 12 34 56 78" }, { as });
  assert.match(await seen(desk(), { as }), /Qui attend que ça se libère.*Anne Petit.*Prochaine personne.*Paul 06 12 34 56 78 1 personne avant/); // prettier-ignore
});

test("what is given back is offered in turn by a link until a time, to nobody else meanwhile; a yes in time has it", async () => {
  await post(`${zoeOwn}/annulation`, {});
  await here.site.runJobs();
  const letter = (await mails(anne.email)).at(-1) ?? "";
  assert.match(letter, /C’est libre : Poste.*Dites oui avant mercredi 16 septembre 2026 à 9 h/);
  const [, link = ""] = /(\/reservation-de-lieu\/[\w-]+)/.exec(letter) ?? [];
  assert.match(await seen(link), /C’est libre pour vous\. Dites oui avant .*Oui, je réserve/);
  assert.equal((await here.site.post(bookAt(), { ...zoe, name: "Ali", email: "ali@courriel.example" })).status, 422); // prettier-ignore
  assert.match(await seen(desk(), { as }), /Proposé par courriel, jusqu’à/);
  await post(`${link}/acceptation`, {});
  assert.match(await seen(link), /Votre réservation .*Annuler ma réservation/);
  assert.match((await mails(anne.email)).at(-1) ?? "", /Votre réservation : Poste/);
  await post(`${link}/annulation`, {});
  await here.site.runJobs();
  const page = await here.site.get(desk(), { as });
  assert.match(plain(page.html), /Paul .*À appeler avant/);
  assert.match(await seen("/gestion/file?pour=tous", { as }), /Appeler Paul : Poste, c’est libre/);
  const [, accepting = ""] = /action="([^"]+\/acceptation)"/.exec(page.html) ?? [];
  await post(accepting, {}, { as });
  assert.match(await seen(`${desk()}?jour=2026-09-16`, { as }), /9 h à 10 h Poste Paul/);
});

test("an offer without answer passes to the next; who it was too late for is told; so is who waits for hours that close or what is no longer booked", async () => {
  const first = { ...zoe, day: "2026-09-17" };
  const taken = await post(bookAt(), first);
  const slow = await post(`${bookAt()}/attendre`, { ...first, name: "Lent", email: "lent@courriel.example" }); // prettier-ignore
  const next = await post(`${bookAt()}/attendre`, { ...first, name: "Vif", email: "vif@courriel.example" }); // prettier-ignore
  await post(`${taken}/annulation`, {});
  await here.site.runJobs();
  here.site.clock.set("2026-09-16T09:00:00Z");
  await round("seats_round");
  await here.site.runJobs();
  assert.match(await seen(next), /C’est libre pour vous/);
  const late = await here.site.post(`${slow}/acceptation`, {});
  assert.equal(late.status, 422);
  assert.match(plain(late.html), /Le temps pour dire oui est passé/);
  await post(`${next}/acceptation`, {});
  await here.site.database.write(here.site.communeId, (tx) =>
    tx.insertInto("closed_day").values({ first_day: "2026-09-17", last_day: "2026-09-17", name: "Inventaire" }).execute(),
  ); // prettier-ignore
  await round("resource_places_round");
  assert.match(await seen(slow), /Ce moment ne s’est pas libéré à temps/);
  assert.match((await mails("lent@courriel.example")).at(-1) ?? "", /Rien ne s’est libéré/);
  const friday = { ...zoe, day: "2026-09-18" };
  await post(bookAt(), { ...friday, email: "un@courriel.example" });
  const waits = await post(`${bookAt()}/attendre`, { ...friday, email: "deux@courriel.example" });
  const terms = { kind: "workstation", name: "Poste", units: "1", people: "1", holds: "", least: "60", most: "120", aheadDays: "30", daily: "120", who: "all", hourValue: "2,50 €" }; // prettier-ignore
  const at = `${desk()}/a-reserver/${here.poste.id}/reglages`;
  const wrong = await here.site.post(at, { ...terms, hourValue: "beaucoup" }, { as });
  assert.match(plain(wrong.html), /Écrivez un montant/);
  await post(at, terms, { as });
  await here.site.runJobs();
  assert.match(await seen(waits), /Ce moment ne s’est pas libéré à temps/);
  assert.match((await here.site.get(at, { as })).html, /value="2,50\s€"/);
  await post(at, { ...terms, open: "on" }, { as });
  await post(`${bookAt()}/attendre`, { ...friday, email: "trois@courriel.example" });
});
