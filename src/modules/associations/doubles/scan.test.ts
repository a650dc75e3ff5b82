import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { doublesOf } from "./doubles.testing.ts";
import { askForScan } from "./scan.ts";
import { decidePair } from "./suggestions.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
});
after(() => site.close());

test("a double is found once, by the worker too, and looking again changes nothing", async () => {
  const [one, other] = await desk.pair("Judo Club");
  await desk.write(askForScan);
  await desk.write(askForScan);
  await site.runJobs();
  const found = await desk.suggestions();
  assert.deepEqual([found[0]?.first_id, found[0]?.second_id], [one, other].sort());
  assert.deepEqual(await desk.scan(), { found: 1, added: 0, removed: 0 });
  assert.deepEqual(await desk.suggestions(), found);
  const { rows } = await site.database.read(site.otherCommuneId, async (tx) => ({
    rows: await tx.selectFrom("duplicate_suggestion").selectAll().execute(),
  }));
  assert.deepEqual(rows, []);
});

test("two associations are never suspected again, and what no longer resembles goes", async () => {
  const [pair] = await desk.suggestions();
  assert.ok(pair);
  await desk.write((tx) =>
    decidePair(tx, [pair.first_id, pair.second_id], {
      state: "distinct",
      at: site.clock.now(),
      by: null,
    }),
  );
  await desk.scan();
  assert.equal((await desk.suggestions())[0]?.state, "distinct");
  const [one] = await desk.pair("Pétanque");
  assert.ok((await desk.scan()).added >= 1);
  await desk.write((tx) =>
    tx
      .updateTable("association")
      .set({ name: "Quelque chose d’autre", aims: null, created_on: null, seat_street: null })
      .where("association_id", "=", one)
      .execute(),
  );
  await desk.write((tx) =>
    tx.deleteFrom("association_contact").where("association_id", "=", one).execute(),
  );
  assert.ok((await desk.scan()).removed >= 1);
  const left = await desk.suggestions();
  assert.ok(!left.some((row) => [row.first_id, row.second_id].includes(one)));
});

test("merging two records carries other suspicions to the one kept, and separating brings them back", async () => {
  const [one, other] = await desk.pair("Randonnée");
  const [third] = await desk.createMany([{ name: "Marche nordique" }]);
  assert.ok(third);
  const state = async () =>
    (await desk.suggestions())
      .filter((row) => [row.first_id, row.second_id].includes(third.id))
      .map((row) => [[row.first_id, row.second_id].find((id) => id !== third.id), row.state]);
  await desk.write((tx) =>
    tx
      .insertInto("duplicate_suggestion")
      .values({
        first_id: [other, third.id].sort()[0] ?? "",
        second_id: [other, third.id].sort()[1] ?? "",
        score: 0.7,
        reasons: "[]",
      })
      .execute(),
  );
  const revisions = await desk.revisions(one, other);
  const done = await desk.merge({
    kept: one,
    absorbed: other,
    choices: { name: "kept", aims: "kept" },
    revisions,
  });
  assert.ok("mergeId" in done);
  assert.deepEqual(await state(), [[one, "open"]]);
  await desk.split(done.mergeId);
  assert.deepEqual(await state(), [[other, "open"]]);
  const pair = (await desk.suggestions()).find(
    (row) => [one, other].includes(row.first_id) && [one, other].includes(row.second_id),
  );
  assert.equal(pair?.state, "distinct");
});
