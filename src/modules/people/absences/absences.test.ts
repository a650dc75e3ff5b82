import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { answeringFor } from "./rules.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const path = "/gestion/absences";
const days = { from: "2026-09-20", to: "2026-09-30" };

test("who answers follows replacements, and turns in no circle", () => {
  const away = new Map([
    ["a", { replacementId: "b" }],
    ["b", { replacementId: "c" }],
    ["d", { replacementId: "e" }],
    ["e", { replacementId: "d" }],
    ["f", { replacementId: null }],
  ]);
  assert.equal(answeringFor("a", away), "c");
  assert.equal(answeringFor("d", away), undefined);
  assert.equal(answeringFor("f", away), undefined);
  assert.equal(answeringFor("z", away), "z");
});

test("an agent declares their own absence, and takes it back; it ends by itself", async () => {
  const as = { as: "referent" } as const;
  const mistakes = [
    [{ from: "", to: "2026-09-30" }, /Écrivez un jour/],
    [{ from: "2026-09-30", to: "2026-09-20" }, /vient après/],
    [{ from: "2026-09-01", to: "2026-09-02" }, /déjà passé/],
    [{ ...days, replacement: site.personId("president") }, /Choisissez une personne/],
    [{ ...days, replacement: site.personId("referent") }, /quelqu’un d’autre/],
  ] as const;
  for (const [fields, sentence] of mistakes) {
    const answer = await site.post(path, fields, as);
    assert.equal(answer.status, 422);
    assert.match(answer.html, sentence);
  }
  const replacement = site.personId("front_desk");
  assert.equal((await site.post(path, { ...days, replacement }, as)).status, 303);
  const seen = await site.get(path, { as: "elected" });
  assert.match(seen.html, /Camille referent[\s\S]*20 septembre 2026[\s\S]*Camille front_desk/);
  assert.deepEqual(await htmlFaults(seen.html), []);
  assert.match((await site.post(path, days, as)).html, /déjà une absence/);
  const removal = /action="([^"]+\/retrait)"/.exec((await site.get(path, as)).html)?.[1] ?? "";
  assert.ok(removal);
  assert.equal((await site.post(removal, {}, { as: "communication" })).status, 404);
  assert.equal((await site.post(removal, {}, as)).status, 303);
  assert.doesNotMatch((await site.get(path, as)).html, /20 septembre/);
});

test("the administrator declares it for somebody; others only for themselves", async () => {
  const person = site.personId("referent");
  const done = await site.post(path, { ...days, person }, { as: "administrator" });
  assert.equal(done.status, 303);
  assert.equal((await site.post(path, { ...days, person }, { as: "communication" })).status, 303);
  const { html } = await site.get(path, { as: "elected" });
  assert.match(html, /Camille referent/);
  assert.match(html, /Camille communication/);
  site.clock.set("2026-10-01T08:00:00Z");
  assert.doesNotMatch((await site.get(path, { as: "elected" })).html, /30 septembre/);
});
