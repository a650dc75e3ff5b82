import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { holding } from "../../testing/holding.ts";
import { plain, president as as } from "../activities/programme.testing.ts";
import { forgetRegistrations } from "./retention.ts";
import { jeanne, openEnrolment, settings, type Enrolment } from "./registrations.testing.ts";

let here: Enrolment;
before(async () => {
  here = await openEnrolment();
  await here.enrol({ "name-1": "Marcelline Ostrogue", email: "", phone: "06 33 22 11 00" });
  const address = await here.enrol({ "name-1": "Baptistin Ostrogue", email: "", phone: "06 33 22 11 00" }); // prettier-ignore
  await here.site.post(`${address}/annulation`, {});
});
after(() => here.site.close());

const forgetOn = async (day: string): Promise<number> => {
  here.site.clock.set(`${day}T03:00:00Z`);
  return here.site.database.write(here.site.communeId, (tx) =>
    forgetRegistrations(tx, here.site.clock.now()),
  );
};

test("who cancelled is forgotten a month later, who is registered three months after the season's last date", async () => {
  const { site } = here;
  assert.equal(await forgetOn("2026-10-14"), 0);
  assert.equal(await forgetOn("2026-10-16"), 1);
  assert.deepEqual(await holding(site, "Baptistin"), []);
  assert.equal(await forgetOn("2027-09-27"), 0);
  assert.ok((await holding(site, "Marcelline")).includes("public.registrant"));
  assert.equal(await forgetOn("2027-09-29"), 1);
  for (const mark of ["Marcelline", "Ostrogue", "0633221100"])
    assert.deepEqual(await holding(site, mark), [], mark);
});

test("what counts stays: how many came, in the list of the association too", async () => {
  const { site, roll } = here;
  const all = await here.registrations();
  assert.deepEqual(all.map(({ quantity, state }) => [quantity, state]).toSorted(), [[1, "cancelled"], [1, "taken"]]); // prettier-ignore
  const page = plain((await site.get(roll, { as })).html);
  assert.match(page, /1 personne inscrite sur 5/);
  assert.match(page, /2 inscriptions plus anciennes ont été effacées/);
});

test("one date is forgotten three months after it", async () => {
  const { site, home } = here;
  site.clock.set("2026-09-15T09:00:00Z");
  const page = await site.get(`${home}/ouvrir`, { as });
  const [, date = ""] = /name="dates" value="([0-9a-f-]{36})"/.exec(page.html) ?? [];
  await site.post(`${home}/ouvrir`, { ...settings, scope: "dates", dates: [date] }, { as });
  const { opening_id: id } = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("registration_opening")
      .select("opening_id")
      .where("occurrence_id", "=", date)
      .executeTakeFirstOrThrow(),
  );
  await here.enrol(jeanne, { path: `/activites/yoga-doux/inscription/${id}` });
  assert.equal(await forgetOn("2026-12-14"), 0);
  assert.equal(await forgetOn("2026-12-16"), 1);
});
