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

test("an association writes an activity in one form, a draft; what is wrong keeps what was typed", async () => {
  const { site, base, all } = programme;
  assert.match((await site.get(base, { as })).html, /Aucune activité cette saison/);
  const wrong = await site.post(
    `${base}/nouvelle?genre=regular`,
    { ...yoga, title: "", days: [] },
    { as },
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Écrivez le nom de l’activité/);
  assert.match(wrong.html, /Choisissez au moins un jour/);
  assert.match(wrong.html, /Des postures lentes/);
  assert.deepEqual(await all(), []);
  const added = await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  assert.equal(added.status, 303);
  const [one] = await all();
  assert.ok(one);
  assert.equal(one.state, "draft");
  assert.equal(one.slug, "yoga-doux");
  assert.equal(one.season, 2026);
  assert.deepEqual(
    [one.fields.priceKind, one.fields.priceFrom, one.fields.minAge],
    ["paid", 120.5, 60],
  );
  const sheet = plain((await site.get(added.location ?? "", { as })).html);
  assert.match(sheet, /Tous les mercredis de 18 h 30 à 19 h 45, sauf vacances scolaires/);
  assert.match(sheet, /Mercredi 16 septembre 2026 de 18 h 30 à 19 h 45/);
  assert.match(sheet, /Maison des associations/);
});

test("publishing asks for hours and a place, then shows it", async () => {
  const { site, base, all } = programme;
  const [one] = await all();
  assert.ok(one);
  const at = `${base}/${one.id}`;
  await site.post(`${at}/modifier/lieu`, { place: "", street: "", placeDetail: "" }, { as });
  const refused = await site.post(`${at}/publication`, {}, { as });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Dites d’abord où/);
  await site.post(
    `${at}/modifier/lieu`,
    { place: "maison des associations", street: "", placeDetail: "Salle B" },
    { as },
  );
  assert.equal((await site.post(`${at}/publication`, {}, { as })).status, 303);
  const [now] = await all();
  assert.equal(now?.state, "published");
  assert.equal(now?.confirmedOn, "2026-09-15");
  const places = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("place").select("name").execute(),
  );
  assert.equal(places.length, 1, "the same place, written otherwise, is the same place");
});

test("a part changed by somebody else meanwhile is not overwritten in silence", async () => {
  const { site, base, desk, all } = programme;
  const [one] = await all();
  assert.ok(one);
  const at = `${base}/${one.id}/modifier/prix`;
  const opened = (await site.get(at, { as })).html;
  const carried = /name="_base" value="([^"]+)"/.exec(opened)?.[1] ?? "";
  const fields = {
    priceKind: "paid",
    priceFrom: "130",
    priceNote: "",
    reductions: "",
    trial: "free",
  };
  const there = `${desk}/${one.id}/modifier/prix`;
  assert.equal(
    (await site.post(there, { ...fields, priceFrom: "140" }, { as: "referent" })).status,
    303,
  );
  const late = await site.post(at, { ...fields, _base: carried }, { as });
  assert.equal(late.status, 422);
  assert.match(late.html, /Quelqu’un a changé cette partie/);
  assert.match(late.html, /value="130"/);
  const again = /name="_base" value="([^"]+)"/.exec(late.html)?.[1] ?? "";
  assert.equal((await site.post(at, { ...fields, _base: again }, { as })).status, 303);
  assert.equal((await all())[0]?.fields.priceFrom, 130);
});

test("one date is cancelled with a word, given back; this one and those after take another hour", async () => {
  const { site, base, all } = programme;
  const [one] = await all();
  assert.ok(one);
  const at = `${base}/${one.id}`;
  const dates = () =>
    site.database.read(site.communeId, (tx) =>
      tx.selectFrom("occurrence").selectAll().orderBy("day").execute(),
    );
  const [first, second] = await dates();
  assert.ok(first && second);
  const said = {
    what: "cancel",
    scope: "one",
    notice: "La salle est fermée.",
    day: "",
    from: "",
    to: "",
  };
  assert.equal((await site.post(`${at}/dates/${first.occurrence_id}`, said, { as })).status, 303);
  assert.match((await site.get(at, { as })).html, /La salle est fermée/);
  assert.equal(
    (await site.post(`${at}/dates/${first.occurrence_id}/retablissement`, {}, { as })).status,
    303,
  );
  assert.equal((await dates())[0]?.state, "planned");
  const later = {
    ...said,
    what: "move",
    scope: "following",
    day: "2026-09-23",
    from: "20:00",
    to: "21:00",
  };
  assert.equal((await site.post(`${at}/dates/${second.occurrence_id}`, later, { as })).status, 303);
  const [, next] = await dates();
  assert.deepEqual(
    [next?.day, next?.start_minute, next?.duration_minutes],
    ["2026-09-23", 1200, 60],
  );
  const wrong = await site.post(
    `${at}/dates/${first.occurrence_id}`,
    { ...said, what: "move", day: "2020-01-01" },
    { as },
  );
  assert.equal(wrong.status, 422);
});

test("a reader of the association, a stranger and another commune change nothing", async () => {
  const { site, base, desk, all } = programme;
  const [one] = await all();
  assert.ok(one);
  assert.equal((await site.get(base, { as: "referent" })).status, 403);
  assert.equal((await site.get(base)).status, 303);
  await site.database.write(site.communeId, (tx) =>
    tx.updateTable("association_member").set({ role: "reader" }).execute(),
  );
  assert.equal((await site.get(base, { as })).status, 200);
  assert.equal((await site.get(`${base}/nouvelle`, { as })).status, 404);
  assert.equal((await site.post(`${base}/${one.id}/arret`, {}, { as })).status, 404);
  assert.equal((await site.get(desk, { as: "referent" })).status, 200);
  assert.equal((await site.get(desk, { as: "referent", host: "autreville.test" })).status, 404);
});
