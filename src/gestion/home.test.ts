import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { createAssociation } from "../modules/associations/index.ts";
import { openTestSite, type TestSite } from "../testing/site.ts";

let site: TestSite;
const referent = { as: "referent" } as const;
before(async () => {
  site = await openTestSite();
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  await site.database.write(site.communeId, async (tx) => {
    await createAssociation(tx, { name: "Chorale" }, origin);
    await createAssociation(tx, { name: "Judo" }, origin);
  });
  await site.post("/annuaire/proposer/envoi", { name: "Tricot", body: "On tricote.", theme: "" });
});
after(() => site.close());

test("the home page of the municipal side starts with who waits, said once, then what is missing", async () => {
  const home = await site.get("/gestion", referent);
  assert.match(home.html, /choses? vous attend/);
  assert.match(home.html, /Association proposée/);
  assert.doesNotMatch(home.html, /proposition d’habitant attend/);
  assert.match(home.html, /2 associations sans contact/);
  const elected = await site.get("/gestion", { as: "elected" });
  assert.match(elected.html, /Rien n’attend/);
  assert.doesNotMatch(elected.html, /gestion\/propositions|gestion\/imports|gestion\/reglages/);
  assert.match((await site.get("/gestion", { as: "administrator" })).html, /gestion\/reglages/);
  assert.equal((await site.get("/gestion", { as: "president" })).status, 403);
});
