import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { openTestSite } from "../../testing/site.ts";
import { ensureDemonstration } from "./index.ts";

test("the invented commune is made once, whole, and a second start changes nothing", async () => {
  const site = await openTestSite();
  const counted = () =>
    site.database.read(site.communeId, async (tx) => {
      const { rows } = await sql<Record<string, number>>`
        select (select count(*)::int from association) as associations, (select count(*)::int from place) as places,
          (select count(*)::int from district) as districts, (select count(*)::int from confirmation) as confirmations,
          (select count(*)::int from association_member) as members, (select count(*)::int from visit_count) as visits`.execute(
        tx,
      );
      return rows[0];
    });
  await ensureDemonstration(site.house, site.ownerUrl);
  const first = await counted();
  assert.ok((first?.["associations"] ?? 0) >= 150);
  assert.equal(first?.["districts"], 6);
  assert.ok((first?.["members"] ?? 0) >= 10);
  await ensureDemonstration(site.house, site.ownerUrl);
  assert.deepEqual(await counted(), first);
  await site.close();
});
