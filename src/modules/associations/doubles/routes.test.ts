import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { elsewhere, hidden, referent } from "../registry.testing.ts";
import { urls } from "../urls.ts";
import { doublesOf } from "./doubles.testing.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
let pair: [string, string];
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
  pair = await desk.pair("Judo Club", { rna: "W491000001" });
});
after(() => site.close());

const valid = async (path: string): Promise<string> => {
  const { status, html } = await site.get(path, referent);
  assert.equal(status, 200, path);
  assert.deepEqual(await htmlFaults(html), []);
  return html;
};
/** What the page of a pair sends, with choices made. */
const sent = async ([first, second]: readonly [string, string]) => {
  const { html } = await site.get(urls.pairKeeping(first, second, first), referent);
  return {
    _key: hidden(html, "_key"),
    kept: hidden(html, "kept"),
    keptRevision: hidden(html, "keptRevision"),
    absorbedRevision: hidden(html, "absorbedRevision"),
    "choice-name": "kept",
    "choice-aims": "absorbed",
  };
};

test("doubles are looked for on demand and shown surest first, with their reasons in sentences", async () => {
  assert.match(await valid(urls.duplicates), /Aucun doublon à regarder/);
  const asked = await site.post(urls.duplicatesScan, {}, referent);
  assert.equal(asked.location, `${urls.duplicates}?fait=doubles.scanning`);
  await site.runJobs();
  const html = await valid(urls.duplicates);
  assert.match(html, /1 paire de fiches attend/);
  assert.match(html, /Elles ont été créées le même jour\./);
  assert.doesNotMatch(html, /reason\./);
  assert.match(
    (await site.get("/gestion/file?dans=tous.duplicate", referent)).html,
    /Doublon possible/,
  );
});

test("only the référent and the administrator enter, and never from another commune", async () => {
  const paths = [urls.duplicates, urls.merges, urls.pair(...pair)];
  for (const path of paths) {
    assert.equal((await site.get(path, { as: "administrator" })).status, 200, path);
    for (const as of ["communication", "front_desk", "elected", "president"] as const)
      assert.notEqual((await site.get(path, { as })).status, 200, `${as} ${path}`);
    assert.notEqual((await site.get(path)).status, 200);
  }
  const was = await desk.dump();
  const fields = await sent(pair);
  for (const act of [urls.pairCheck, urls.pairMerge, urls.pairDistinct]) {
    assert.equal((await site.post(act(...pair), fields, elsewhere)).status, 404);
    assert.notEqual((await site.post(act(...pair), fields, { as: "elected" })).status, 303);
  }
  assert.equal((await site.get(urls.pair(...pair), elsewhere)).status, 404);
  assert.equal((await site.get(urls.pair("a", "b"), referent)).status, 404);
  assert.deepEqual(await desk.dump(), was);
});

test("a person chooses, checks, merges once though the form is sent twice, and the old address leads to the kept one", async () => {
  const [one, other] = pair;
  const html = await valid(urls.pairKeeping(one, other, one));
  assert.match(html, /À quoi ça sert/);
  const fields = await sent(pair);
  const { "choice-name": _left, ...silent } = fields;
  const missing = await site.post(urls.pairCheck(...pair), silent, referent);
  assert.equal(missing.status, 422);
  assert.match(missing.html, /href="#champ-choice-name"/);
  assert.deepEqual(await htmlFaults(missing.html), []);
  const check = await site.post(urls.pairCheck(...pair), fields, referent);
  assert.equal(check.status, 200);
  assert.deepEqual(await htmlFaults(check.html), []);
  assert.match(check.html, /W491000001/);
  const answers = await Promise.all(
    [1, 2].map(() => site.post(urls.pairMerge(...pair), fields, referent)),
  );
  for (const answer of answers)
    assert.equal(answer.location, `${urls.duplicates}?fait=doubles.merged`);
  const again = await site.post(urls.pairMerge(...pair), { ...fields, _key: "" }, referent);
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà été réunie/);
  const kept = await desk.known(one);
  assert.equal(kept.record.aims, "Pratiquer ensemble les activités du club Judo Club");
  const old = await site.get(`/associations/${(await desk.known(other)).slug}`);
  assert.equal(old.location, `/associations/${kept.slug}`);
  assert.match(await valid(urls.duplicates), /Aucun doublon à regarder/);
  assert.match(await valid(urls.pair(...pair)), /déjà été réunie/);
});

test("the list of merges leads to separating, which says first what stays", async () => {
  const list = await valid(urls.merges);
  const id = list.match(/fusions\/([0-9a-f-]{36})"/)?.[1] ?? "";
  const page = await valid(urls.merge(id));
  assert.match(page, /Rien n’a été changé sur la fiche gardée/);
  await desk.write((tx) =>
    tx
      .updateTable("association")
      .set({ prices: "10 euros" })
      .where("association_id", "=", pair[0])
      .execute(),
  );
  assert.match(await valid(urls.merge(id)), /Changé depuis sur la fiche gardée\s: Prix\./);
  assert.equal((await site.post(urls.mergeSplit(id), {}, elsewhere)).status, 404);
  assert.notEqual((await site.post(urls.mergeSplit(id), {}, { as: "elected" })).status, 303);
  const done = await site.post(urls.mergeSplit(id), {}, referent);
  assert.equal(done.location, `${urls.merges}?fait=doubles.split`);
  assert.equal((await desk.known(pair[0])).record.prices, "10 euros");
  assert.equal((await desk.known(pair[1])).mergedInto, null);
  const again = await site.post(urls.mergeSplit(id), {}, referent);
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà été séparées/);
  assert.match(await valid(urls.merges), /Séparées le/);
});

test("two associations are remembered, the next pair comes, and a colleague's decision is not overwritten", async () => {
  const [one, other] = await desk.pair("Pétanque");
  await desk.scan();
  const path = urls.pairDistinct(one, other);
  const done = await site.post(path, {}, referent);
  assert.equal(done.location, `${urls.duplicates}?fait=doubles.distinct`);
  const again = await site.post(path, {}, referent);
  assert.equal(again.status, 422);
  assert.match(again.html, /Un collègue a déjà décidé/);
  await desk.scan();
  const row = (await desk.suggestions()).find(
    (line) => [one, other].includes(line.first_id) && [one, other].includes(line.second_id),
  );
  assert.equal(row?.state, "distinct");
  assert.match(
    (await site.get(`/gestion/associations/${one}/historique`, referent)).html,
    /Dite différente/,
  );
});

test("a record changed while one chooses refuses in words, and the same record twice too", async () => {
  const both = await desk.pair("Chorale");
  const fields = await sent(both);
  await desk.write((tx) =>
    tx
      .updateTable("association")
      .set({ revision: 9 })
      .where("association_id", "=", both[1])
      .execute(),
  );
  for (const act of [urls.pairCheck, urls.pairMerge]) {
    const answer = await site.post(act(...both), fields, referent);
    assert.equal(answer.status, 422);
    assert.match(answer.html, /a changé pendant que vous choisissiez/);
  }
  const alone = await site.post(urls.pairMerge(both[0], both[0]), fields, referent);
  assert.equal(alone.status, 422);
  assert.match(alone.html, /une seule et même fiche/);
});
