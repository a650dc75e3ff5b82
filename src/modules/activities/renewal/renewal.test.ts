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
    /3 activités de la saison dernière attendent/,
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
