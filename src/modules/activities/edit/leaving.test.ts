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
const told = { what: "move", scope: "following", notice: "", from: "18:30", to: "19:45" };

test("this date and those after it move to another day of the week, and the hours that ended are told no more", async () => {
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  const [one] = await all();
  assert.ok(one);
  const at = `${base}/${one.id}`;
  await site.post(`${at}/publication`, {}, { as });
  const from = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("occurrence")
      .select("occurrence_id")
      .where("day", "=", "2026-09-23")
      .executeTakeFirstOrThrow(),
  );
  const moved = { ...told, day: "2026-09-24" };
  assert.equal((await site.post(`${at}/dates/${from.occurrence_id}`, moved, { as })).status, 303);
  const words = plain((await site.get(at, { as })).html);
  assert.match(words, /Tous les jeudis de 18 h 30 à 19 h 45/);
  assert.match(words, /Jeudi 1er octobre 2026/);
  assert.doesNotMatch(words, /Mercredi 30 septembre 2026/);
  site.clock.set("2026-09-25T10:00:00Z");
  assert.doesNotMatch(plain((await site.get(`${page}?n=1`)).html), /Tous les mercredis/);
});

test("stopped, its dates are seen no more; published again, they are there", async () => {
  const { site, base, all } = programme;
  const [one] = await all();
  const at = `${base}/${one?.id}`;
  await site.post(`${at}/arret`, {}, { as });
  assert.match(plain((await site.get(`${page}?n=2`)).html), /s’est arrêtée/);
  assert.doesNotMatch(plain((await site.get(`${page}?n=3`)).html), /1er octobre/);
  await site.post(`${at}/publication`, {}, { as });
  assert.match(plain((await site.get(`${page}?n=4`)).html), /Jeudi 1er octobre 2026/);
});

test("the activity of an association taken off the directory is not found", async () => {
  const { site, id } = programme;
  const list = (listed: boolean) =>
    site.database.write(site.communeId, (tx) =>
      tx.updateTable("association").set({ listed }).where("association_id", "=", id).execute(),
    );
  await list(false);
  assert.equal((await site.get(`${page}?n=5`)).status, 404);
  await list(true);
  assert.equal((await site.get(`${page}?n=6`)).status, 200);
});

test("a place an activity uses is not deleted, and the page says who uses it", async () => {
  const { site } = programme;
  const place = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("place").select("place_id").executeTakeFirstOrThrow(),
  );
  const at = `/gestion/lieux/${place.place_id}`;
  const refused = await site.post(`${at}/suppression`, {}, { as: "referent" });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /sert à des associations/);
  assert.match(plain((await site.get(at, { as: "referent" })).html), /Les Amis du Yoga/);
});

test("a draft dropped leaves nothing of its hours", async () => {
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, { ...yoga, title: "Couture" }, { as });
  const draft = (await all()).find(({ state }) => state === "draft");
  const orphans = () =>
    site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("series")
        .select("series_id")
        .where("series_id", "not in", tx.selectFrom("activity_slot").select("series_id"))
        .execute(),
    );
  await site.post(`${base}/${draft?.id}/retrait`, {}, { as });
  assert.equal((await all()).length, 1);
  assert.deepEqual(await orphans(), []);
});
