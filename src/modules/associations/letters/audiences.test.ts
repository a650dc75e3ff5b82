import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { confirmSections } from "../confirming/queries.ts";
import { sections } from "../codes.ts";
import { createAssociation } from "../index.ts";

let site: TestSite;
const ids: string[] = [];
before(async () => {
  site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
    for (const [name, postcode] of [
      ["Judo", "49000"],
      ["Sans toit", null],
    ] as const) {
      const { id } = await createAssociation(tx, { name }, origin);
      ids.push(id);
      await tx
        .updateTable("association")
        .set({ seat_postcode: postcode, seat_town: "Valbrume" })
        .where("association_id", "=", id)
        .execute();
    }
  });
});
after(() => site.close());

const page = async () => {
  const { html } = await site.get("/gestion/annuaire/lettres", { as: "referent" });
  assert.deepEqual(await htmlFaults(html), []);
  return html;
};

test("every audience that reaches somebody can be chosen", async () => {
  const html = await page();
  assert.deepEqual(
    [...html.matchAll(/name="audience" value="(\w+)"/g)].map(([, value]) => value),
    ["no_mail", "stale", "all"],
  );
  assert.doesNotMatch(html, /Personne pour l’instant/);
});

test("an audience with nobody says so in its place, and why when an address is missing", async () => {
  await site.database.write(site.communeId, (tx) =>
    confirmSections(tx, ids[0] ?? "", sections, {
      actor: { kind: "system" },
      at: site.clock.now(),
      by: "agent",
      how: "phone",
    }),
  );
  const html = await page();
  assert.match(html, /Personne pour l’instant\s: les associations sans courriel[^<]+\. 1 association sans adresse postale\.<\/p><p[^>]*>Personne pour l’instant\s: toutes celles/); // prettier-ignore
  assert.deepEqual(
    [...html.matchAll(/id="(champ-audience[^"]*)"[^>]*value="(\w+)"[^>]*checked/g)].map(
      ([, id, value]) => [id, value],
    ),
    [["champ-audience", "all"]],
  );
});
