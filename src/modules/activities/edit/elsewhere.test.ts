import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { historyOf } from "../../journal/index.ts";
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

const friday = {
  rhythm: "weekly",
  days: ["FR"],
  rank: "",
  from: "10:00",
  to: "11:00",
  first_day: "18/09/2026",
  last_day: "30 juin 2027",
  skip: [],
};

test("some hours take place elsewhere: the sheet, the public page and the listing say where, and it can be changed back", async () => {
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  const [one] = await all();
  assert.ok(one);
  const sheet = `${base}/${one.id}`;
  const opened = plain((await site.get(`${sheet}/horaires/nouveau`, { as })).html);
  assert.match(opened, /à l’endroit habituel : Maison des associations\./);
  const typed = {
    ...friday,
    place: "Gymnase du Val",
    street: "1 rue du Stade",
    placeDetail: "Dojo",
  };
  const late = await site.post(`${sheet}/horaires/nouveau`, { ...typed, from: "tôt" }, { as });
  assert.equal(late.status, 422);
  assert.match(late.html, /value="Gymnase du Val"/);
  assert.equal((await site.post(`${sheet}/horaires/nouveau`, typed, { as })).status, 303);
  await site.post(`${sheet}/publication`, {}, { as });
  const said = /Tous les vendredis de 10 h à 11 h, Gymnase du Val, Dojo/;
  assert.match(plain((await site.get(sheet, { as })).html), said);
  const page = await site.get("/activites/yoga-doux?n=1");
  assert.match(plain(page.html), said);
  assert.match(plain(page.html), /Vendredi 18 septembre 2026 de 10 h à 11 h, Gymnase du Val, Dojo/);
  assert.match(
    page.html,
    /"name":"Gymnase du Val","address":\{"@type":"PostalAddress","streetAddress":"1 rue du Stade"/,
  );
  assert.match(plain((await site.get("/associations/les-amis-du-yoga?n=1")).html), said);

  const series = await fridayOf();
  const form = await site.get(`${sheet}/horaires/${series}`, { as });
  assert.match(form.html, /name="place"[^>]*value="Gymnase du Val"/);
  const usual = { ...friday, place: "Maison des associations", street: "", placeDetail: "" };
  assert.equal((await site.post(`${sheet}/horaires/${series}`, usual, { as })).status, 303);
  assert.doesNotMatch((await site.get(sheet, { as })).html, /Gymnase du Val/);
  const lines = await site.database.read(site.communeId, (tx) => historyOf(tx, "activity", one.id));
  assert.ok(lines.some(({ change }) => change["hours"] === series));
});

/** The hours of Fridays. */
async function fridayOf(): Promise<string> {
  const { site } = programme;
  const { series_id } = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("activity_slot")
      .select("series_id")
      .where("place_id", "is not", null)
      .executeTakeFirstOrThrow(),
  );
  return series_id;
}
