import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { periodicWork } from "../../../work.ts";
import { openResourcePlace, type OpenPlace } from "../resource-places.testing.ts";
import { book } from "./write.ts";

let here: OpenPlace;
before(async () => (here = await openResourcePlace()));
after(() => here.site.close());

const round = async () => {
  const work = periodicWork(here.site.house, here.site.app).find(
    ({ task }) => task === "resource_places_round",
  );
  await work?.run(here.site.communeId);
  return here.site.database.read(here.site.communeId, async (tx) => ({
    outside: (await tx.selectFrom("booking").select("name").where("outside_since", "is not", null).execute()).map(({ name }) => name),
    mails: (await tx.selectFrom("mail").select("to_email").where("kind", "=", "booking").execute()).length,
  })); // prettier-ignore
};

test("a day the commune closes is told within the hour to who booked it, once, and to nobody else", async () => {
  const { site, place, poste } = here;
  const by = { actor: { kind: "resident" } as const, at: site.clock.now() };
  for (const [name, day] of [["anne", 17], ["bob", 18]] as const) {
    const from = new Date(Date.UTC(2026, 8, day, 7));
    const until = new Date(Date.UTC(2026, 8, day, 8));
    const who = { booker: "resident", associationId: null, name, email: `${name}@courriel.example`, phone: null, purpose: null, lang: "fr" } as const;
    const made = await site.database.write(site.communeId, (tx) => book(tx, place, poste, { from, until }, who, by));
    assert.ok("done" in made);
  } // prettier-ignore
  assert.deepEqual(await round(), { outside: [], mails: 0 });
  await site.database.write(site.communeId, (tx) =>
    tx.insertInto("closed_day").values({ first_day: "2026-09-17", last_day: "2026-09-17", name: "Inventaire" }).execute(),
  ); // prettier-ignore
  assert.deepEqual(await round(), { outside: ["anne"], mails: 1 });
  assert.deepEqual(await round(), { outside: ["anne"], mails: 1 });
  await site.database.write(site.communeId, (tx) => tx.deleteFrom("closed_day").execute());
  assert.deepEqual(await round(), { outside: [], mails: 1 });
});
