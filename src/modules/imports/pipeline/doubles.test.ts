import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { csv, imported } from "../import-files.testing.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const header = "Nom;Numéro RNA;Courriel;Code postal;Commune";
const suggested = () =>
  site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("duplicate_suggestion as s")
      .innerJoin("association as a", "a.association_id", "s.first_id")
      .innerJoin("association as b", "b.association_id", "s.second_id")
      .select(["a.name as one", "b.name as other", "s.state"])
      .execute(),
  );

test("an applied import asks for the scan: a namesake already there is suggested with the imported one", async () => {
  const numbered = "Chorale du Pont;W491000041;chorale@valbrume.example;49000;Valbrume";
  const bare = numbered.replace("W491000041", "");
  await imported(site, csv(header, numbered));
  await site.runJobs();
  assert.deepEqual(await suggested(), []);
  const { counts } = await imported(site, csv(header, numbered, bare));
  assert.deepEqual([counts.created, counts.unchanged], [1, 1]);
  // What the import itself suggested is set aside, so that only the scan can say it.
  await site.database.write(site.communeId, (tx) =>
    tx.deleteFrom("duplicate_suggestion").execute(),
  );
  await site.runJobs();
  assert.deepEqual(await suggested(), [
    { one: "Chorale du Pont", other: "Chorale du Pont", state: "open" },
  ]);
});
