import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { seasonDays } from "../edit/proposed.ts";
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

test("each summer, last season's activities are taken up on one screen: kept, changed or stopped, once", async () => {
  const { site, base, all } = programme;
  await site.post(`${base}/nouvelle?genre=regular`, yoga, { as });
  await site.post(
    `${base}/nouvelle?genre=regular`,
    { ...yoga, title: "Marche", days: ["TU"] },
    { as },
  );
  await site.post(
    `${base}/nouvelle?genre=regular`,
    { ...yoga, title: "Couture", days: ["TH"] },
    { as },
  );
  for (const one of await all()) await site.post(`${base}/${one.id}/publication`, {}, { as });
  site.clock.set("2027-09-02T10:00:00Z");
  assert.match(
    plain((await site.get(base, { as })).html),
    /3 activités de la saison 2026-2027 attendent/,
  );
  const [couture, marche, yogaDoux] = await all();
  assert.ok(couture && marche && yogaDoux);
  const said = {
    [`activity-${yogaDoux.id}`]: "keep",
    [`activity-${marche.id}`]: "change",
    [`activity-${couture.id}`]: "stop",
  };
  assert.equal((await site.post(`${base}/reprise`, said, { as })).status, 303);
  const now = await all();
  const taken = now.filter(({ season }) => season === 2027);
  assert.deepEqual(
    taken.map(({ fields, state, takenUp, slug }) => [fields.title, state, takenUp, slug]),
    [
      ["Marche", "draft", "changed", "marche"],
      ["Yoga doux", "published", "kept", "yoga-doux"],
    ],
  );
  assert.equal(now.find(({ id: one }) => one === yogaDoux.id)?.slug, "yoga-doux-2026-2027");
  assert.equal(now.find(({ id: one }) => one === couture.id)?.state, "stopped");
  assert.match((await site.get(`${base}/reprise`, { as })).html, /ont leur réponse/);
  assert.equal((await site.post(`${base}/reprise`, said, { as })).status, 303);
  assert.equal((await all()).length, now.length, "answered twice, it is taken up once");
  const days = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("occurrence").innerJoin("activity_slot", "activity_slot.series_id", "occurrence.series_id")
      .select("day").where("activity_id", "=", taken[1]?.id ?? "").orderBy("day").execute()); // prettier-ignore
  assert.equal(days[0]?.day, "2027-09-08");
});

test("from July the coming season is prepared, and residents go on reading this one until September", async () => {
  const { site, base, all } = programme;
  site.clock.set("2028-06-30T10:00:00Z");
  assert.doesNotMatch((await site.get(base, { as })).html, /attendent? votre réponse/);
  site.clock.set("2028-07-01T10:00:00Z");
  const list = plain((await site.get(base, { as })).html);
  assert.match(list, /Une activité de la saison 2027-2028 attend/);
  assert.match(list, /Préparer la saison 2028-2029/);
  const form = plain((await site.get(`${base}/reprise`, { as })).html);
  assert.match(form, /verront la nouvelle saison à partir du 1er septembre 2028/);
  assert.doesNotMatch(form, /value="stop"/);
  const [known] = (await all()).filter((one) => one.season === 2027 && one.state === "published");
  assert.ok(known);
  const answered = (said: string) => ({ [`activity-${known.id}`]: said });
  await site.post(`${base}/reprise`, answered("stop"), { as });
  assert.equal((await all()).find(({ id }) => id === known.id)?.state, "published");
  const renewed = await site.post(`${base}/reprise`, answered("keep"), { as });
  assert.match(renewed.location ?? "", /saison=2028/);
  const next = (await all()).find(({ continuesId }) => continuesId === known.id);
  assert.deepEqual([next?.state, next?.season, next?.slug], ["published", 2028, "yoga-doux"]);
  const sheet = plain((await site.get(`${base}/${next?.id}`, { as })).html);
  assert.match(sheet, /verront cette activité à partir du 1er septembre 2028/);

  const listing = "/associations/les-amis-du-yoga";
  const before = plain((await site.get(`${listing}?n=1`)).html);
  assert.equal(before.match(/href="\/activites\//g)?.length, 1);
  assert.match(before, /href="\/activites\/yoga-doux"/);
  assert.match(plain((await site.get("/activites/yoga-doux?n=1")).html), /au 30 juin 2028/);
  site.clock.set("2028-09-01T10:00:00Z");
  const after = plain((await site.get(`${listing}?n=2`)).html);
  assert.equal(after.match(/href="\/activites\//g)?.length, 1);
  assert.match(plain((await site.get("/activites/yoga-doux?n=2")).html), /au 30 juin 2029/);
});

test("what a form proposes for a new activity is in order in summer too", () => {
  assert.deepEqual(seasonDays(2027, "2027-07-10"), { first_day: "2027-09-01", last_day: "2028-06-30" }); // prettier-ignore
  assert.deepEqual(seasonDays(2026, "2027-07-10"), { first_day: "2027-07-10", last_day: "2027-08-31" }); // prettier-ignore
});
