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
before(async () => {
  programme = await openProgramme();
  const { site, base, all } = programme;
  const told = [
    yoga,
    { ...yoga, title: "Judo des petits", what: "Chutes et jeux.", days: ["SA"], from: "10:00", to: "11:00", minAge: "6", maxAge: "11", priceKind: "free", priceFrom: "" }, // prettier-ignore
    { ...yoga, title: "Yoga du matin", days: ["WE"], from: "09:00", to: "10:00", minAge: "", maxAge: "", priceKind: "paid", priceFrom: "40" }, // prettier-ignore
  ];
  for (const one of told) await site.post(`${base}/nouvelle?genre=regular`, one, { as });
  for (const one of await all()) await site.post(`${base}/${one.id}/publication`, {}, { as });
});
after(() => programme.site.close());

let asked = 0;
/** Titles found at an address, in order; each address is asked once, so that no kept page answers. */
const found = async (query: string): Promise<{ titles: string[]; html: string }> => {
  const { html } = await programme.site.get(`/activites?${query}&n=${(asked += 1)}`);
  const titles = [...html.matchAll(/<h2><a href="\/activites\/[^"]+">([^<]+)/g)];
  return { titles: titles.map(([, title = ""]) => title), html: plain(html) };
};

test("a sentence says what, when and for whom: each is understood, and told", async () => {
  const { titles, html } = await found("q=yoga+mercredi+soir+60+ans");
  assert.deepEqual(titles, ["Yoga doux"]);
  assert.match(html, /Compris : Mercredi · Le soir · 60 ans/);
  assert.match(html, /Tous les mercredis de 18 h 30 à 19 h 45/);
  assert.deepEqual((await found("q=yoga")).titles, ["Yoga doux", "Yoga du matin"]);
  assert.deepEqual((await found("q=yogga")).titles, ["Yoga doux", "Yoga du matin"], "a slip");
  assert.deepEqual((await found("q=gratuit+8+ans")).titles, ["Judo des petits"]);
});

test("day, time, age, price, kind, theme and place each keep what fits", async () => {
  assert.deepEqual((await found("jour=WE&moment=morning")).titles, ["Yoga du matin"]);
  assert.deepEqual((await found("jour=SA&jour=MO")).titles, ["Judo des petits"]);
  assert.deepEqual((await found("age=7")).titles, ["Judo des petits", "Yoga du matin"]);
  assert.deepEqual((await found("prix=free")).titles, ["Judo des petits"]);
  assert.deepEqual((await found("prix=50")).titles, ["Judo des petits", "Yoga du matin"]);
  assert.equal((await found("genre=regular")).titles.length, 3);
  assert.deepEqual((await found("genre=event")).titles, []);
  assert.equal((await found("q=maison+des+associations")).titles.length, 3);
  assert.deepEqual((await found("jour=XX&moment=never&age=-4&prix=moins")).titles.length, 3);
});

test("today, tomorrow and this week say the date; what is cancelled that day is not found", async () => {
  const tomorrow = await found("quand=tomorrow");
  assert.deepEqual(tomorrow.titles, ["Yoga du matin", "Yoga doux"]);
  assert.match(tomorrow.html, /Mercredi 16 septembre 2026 de 9 h à 10 h/);
  assert.deepEqual((await found("q=demain+soir")).titles, ["Yoga doux"]);
  assert.deepEqual((await found("quand=weekend")).titles, ["Judo des petits"]);
  const { site } = programme;
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("occurrence")
      .set({ state: "cancelled" })
      .where("day", "=", "2026-09-16")
      .where("start_minute", "=", 540)
      .execute(),
  );
  assert.deepEqual((await found("quand=tomorrow")).titles, ["Yoga doux"]);
});

test("nothing at that time: what there is at others is said; nothing at all becomes a need", async () => {
  const other = await found("q=judo+lundi+soir");
  assert.deepEqual(other.titles, ["Judo des petits"]);
  assert.match(other.html, /Rien à ce moment-là/);
  const none = await found("q=spéléologie");
  assert.deepEqual(none.titles, []);
  assert.match(none.html, /Aucune activité trouvée/);
  assert.match(none.html, /href="\/annuaire\?q=sp/);
});

test("an association is also found by what it offers", async () => {
  const { site } = programme;
  assert.match((await site.get("/annuaire?q=judo")).html, /\/associations\/les-amis-du-yoga/);
});

test("stopped, taken off the directory or over, an activity is found no more", async () => {
  const { site, base, all } = programme;
  const judo = (await all()).find(({ fields }) => fields.title.startsWith("Judo"));
  await site.post(`${base}/${judo?.id}/arret`, {}, { as });
  assert.deepEqual((await found("q=judo")).titles, []);
  assert.doesNotMatch((await site.get("/annuaire?q=judo&n=2")).html, /les-amis-du-yoga/);
  site.clock.set("2027-09-02T10:00:00Z");
  assert.deepEqual((await found("q=yoga")).titles, []);
  assert.deepEqual((await found("")).titles, []);
});

test("another commune finds nothing of it", async () => {
  const { html } = await programme.site.get("/activites?q=yoga", { host: "autreville.test" });
  assert.doesNotMatch(html, /Yoga doux/);
});
