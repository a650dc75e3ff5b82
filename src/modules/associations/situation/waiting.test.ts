import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { doublesOf } from "../doubles/doubles.testing.ts";
import { decidePair } from "../doubles/suggestions.ts";
import { addProposal } from "../proposals/queries.ts";
import { referent } from "../registry.testing.ts";
import { urls } from "../urls.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
let ids: string[] = [];
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
  const names = ["Judo Club", "Judo-Club", "Judo club de Valbrume", "Tricot"];
  ids = (await desk.createMany(names.map((name) => ({ name })))).map(({ id }) => id);
});
after(() => site.close());

const id = (rank: number) => ids[rank] ?? assert.fail();
const suspect = (other: number) =>
  desk.write(async (tx) => {
    await decidePair(tx, [id(0), id(other)], { state: "distinct", at: site.clock.now(), by: null });
    await tx.updateTable("duplicate_suggestion").set({ state: "open", decided_at: null }).execute();
  });
const report = (body: string, rank = 0) =>
  desk.write((tx) =>
    addProposal(tx, { kind: "error", body, associationId: id(rank) }, site.clock.now()),
  );
const valid = async (path: string): Promise<string> => {
  const { status, html } = await site.get(path, referent);
  assert.equal(status, 200, path);
  assert.deepEqual(await htmlFaults(html), []);
  return html.replaceAll("&amp;", "&");
};

test("from a record, what waits alone is opened at once", async () => {
  const reported = await report("Le téléphone ne répond plus.");
  await report("Autre chose.", 3);
  await suspect(1);
  const html = await valid(urls.one(id(0)));
  assert.match(html, new RegExp(`href="${urls.proposal(reported)}">1 signalement attend`));
  const pair = [id(0), id(1)].sort() as [string, string];
  assert.match(html, new RegExp(`href="${urls.pair(...pair)}">1 doublon possible`));
});

test("what waits in number leads to a list of those alone, that says whose they are", async () => {
  await report("Le site a changé.");
  await suspect(2);
  const html = await valid(urls.one(id(0)));
  assert.ok(html.includes(`href="${urls.proposalsOf(id(0))}">2 signalements attendent`));
  assert.ok(html.includes(`href="${urls.duplicatesOf(id(0))}">2 doublons possibles`));
  const reports = await valid(urls.proposalsOf(id(0)));
  assert.match(reports, /<h1>Propositions des habitants\s: Judo Club</);
  assert.match(reports, /2 propositions attendent/);
  assert.doesNotMatch(reports, /Autre chose|Tricot/);
  assert.match(await valid(urls.proposals), /3 propositions attendent/);
});

test("pairs of one record are answered one after the other, and the list stays narrowed", async () => {
  await desk.write((tx) =>
    tx
      .insertInto("duplicate_suggestion")
      .values({
        first_id: [id(1), id(3)].sort()[0] ?? "",
        second_id: [id(1), id(3)].sort()[1] ?? "",
        score: 0.95,
        reasons: "[]",
        found_at: site.clock.now(),
      })
      .execute(),
  );
  assert.match(await valid(urls.duplicates), /3 paires de fiches/);
  const html = await valid(urls.duplicatesOf(id(0)));
  assert.match(html, /2 paires de fiches[\s\S]+Judo Club/);
  assert.ok(html.includes(`href="${urls.duplicatesOf(id(0), 1)}"`));
  const [, first = "", second = ""] = /doublons\/([\w-]{36})\/([\w-]{36})\/distinctes/.exec(html) ?? []; // prettier-ignore
  const told = await site.post(urls.pairDistinct(first, second), { fiche: id(0) }, referent);
  assert.equal(told.location, `${urls.duplicatesOf(id(0))}&fait=doubles.distinct`);
  assert.match(await valid(urls.duplicatesOf(id(0))), /1 paire de fiches/);
  assert.match(await valid(`${urls.duplicates}?fiche=rien`), /2 paires de fiches/);
});
