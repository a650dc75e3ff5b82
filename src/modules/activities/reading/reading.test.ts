import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import {
  openProgramme,
  plain,
  president as as,
  yoga,
  type ProgrammeSite,
} from "../programme.testing.ts";

let programme: ProgrammeSite;
before(async () => (programme = await openProgramme()));
after(() => programme.site.close());

const page = "/activites/yoga-doux";
/** An address nobody asked before: news of a change reach kept pages a moment later. */
const anew = (n: number): string => `${page}?n=${n}`;

test("a draft is nobody's; once published its page says when, where, for whom, the price and how to join", async () => {
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  assert.equal((await site.get(anew(1))).status, 404);
  const [one] = await all();
  assert.ok(one);
  const fields = {
    registration: "Au forum de septembre.",
    registrationUrl: "",
    contactName: "",
    contactPhone: "",
    contactEmail: "",
  };
  await site.post(`${base}/${one.id}/modifier/inscription`, fields, { as });
  await site.post(`${base}/${one.id}/publication`, {}, { as });
  const read = await site.get(anew(2));
  const html = plain(read.html);
  assert.equal(read.status, 200);
  for (const words of [
    "Tous les mercredis de 18 h 30 à 19 h 45, sauf vacances scolaires",
    "Mercredi 16 septembre 2026 de 18 h 30 à 19 h 45",
    "Maison des associations",
    "3 rue des Lilas",
    "À partir de 60 ans",
    "À partir de 120,50 €",
    "Au forum de septembre.",
    "Activité confirmée le 15 septembre 2026.",
  ])
    assert.ok(html.includes(words), words);
  assert.match(read.html, /"startDate":"2026-09-16T16:30:00.000Z"/);
  const english = plain((await site.get(`/en${page}`)).html);
  assert.match(english, /Every Wednesday from 6:30 pm to 7:45 pm, except school holidays/);
});

test("the page of the association lists it; a cancelled date says why on both sides", async () => {
  const { site, base, all } = programme;
  const listing = plain((await site.get("/associations/les-amis-du-yoga")).html);
  assert.match(listing, /Activités de la saison/);
  assert.match(listing, /href="\/activites\/yoga-doux"/);
  const [one] = await all();
  const sheet = (await site.get(`${base}/${one?.id}`, { as })).html;
  const date = /\/dates\/([0-9a-f-]{36})/.exec(sheet)?.[1];
  const said = {
    what: "cancel",
    scope: "one",
    notice: "Le professeur est absent.",
    day: "",
    from: "",
    to: "",
  };
  await site.post(`${base}/${one?.id}/dates/${date}`, said, { as });
  const html = (await site.get(anew(3))).html;
  assert.match(html, /Le professeur est absent\./);
  assert.match(html, /Annulée/);
  assert.match(html, /EventCancelled/);
});

test("when its season is over and nobody took it up, its page says so by itself; stopped, it says since when", async () => {
  const { site, base, all } = programme;
  site.clock.set("2027-09-03T10:00:00Z");
  assert.match((await site.get(anew(4))).html, /La saison de cette activité est finie/);
  assert.doesNotMatch((await site.get("/associations/les-amis-du-yoga")).html, /yoga-doux/);
  const [one] = await all();
  await site.post(`${base}/${one?.id}/arret`, {}, { as });
  assert.match(
    plain((await site.get(anew(5))).html),
    /Cette activité s’est arrêtée le 3 septembre 2027/,
  );
});
