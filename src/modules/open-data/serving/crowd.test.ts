import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openDemonstration } from "../../../testing/demonstration.ts";
import type { TestSite } from "../../../testing/site.ts";
import { publish } from "../../communes/index.ts";

let site: TestSite;
before(async () => (site = await openDemonstration()));
after(() => site.close());

test("many harvesters at once, more than there are connections, are all answered, and so is a resident meanwhile", async () => {
  for (const path of ["/api/open-referral/services?per_page=5", "/donnees/associations.csv"]) {
    await site.database.write(site.communeId, publish);
    const asked = Array.from({ length: 24 }, () => site.get(path));
    const resident = site.get("/annuaire?q=chorale");
    for (const { status } of await Promise.all(asked)) assert.equal(status, 200, path);
    assert.equal((await resident).status, 200);
  }
});
