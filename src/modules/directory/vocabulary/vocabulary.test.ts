import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../../testing/site.ts";
import { openFilledSite } from "../quality/filled-site.ts";
import { whyNotGroup, wordsIn } from "./rules.ts";

let site: TestSite;
before(async () => (site = await openFilledSite()));
after(() => site.close());

const titles = (html: string): string[] =>
  [...html.matchAll(/<li class="result"><h2><a href="([^"]+)"/g)].map((found) => found[1] ?? "");

test("a group takes two words that differ once accents and plurals are gone", () => {
  assert.deepEqual(wordsIn("vélo, cyclisme\n vélo ;bicyclette,"), [
    "vélo",
    "cyclisme",
    "bicyclette",
  ]);
  assert.equal(whyNotGroup(["vélo", "vélos"]), "too_few");
  assert.equal(whyNotGroup(["vélo", "x".repeat(61)]), "too_long");
  assert.equal(whyNotGroup(["vélo", "bicyclette"]), undefined);
});

test("agents teach the search a word, change it and take it back", async () => {
  assert.equal(
    titles((await site.get("/annuaire?q=bouillabaisse", { as: "referent" })).html).length,
    0,
  );
  const sent = await site.post(
    "/gestion/annuaire/synonymes",
    { words: "bouillabaisse, pétanque" },
    { as: "communication" },
  );
  assert.equal(sent.status, 303);
  assert.equal(
    titles((await site.get("/annuaire?q=bouillabaisse", { as: "referent" })).html)[0],
    "/associations/la-boule-brumeuse",
  );
  const list = await site.get("/gestion/annuaire/synonymes", { as: "referent" });
  const before = list.html.slice(0, list.html.indexOf('Changer<span class="sr"> : bouillabaisse'));
  const id = [...before.matchAll(/synonymes\/([0-9a-f-]{36})"/g)].at(-1)?.[1];
  assert.ok(id, "the group is listed");
  const refused = await site.post(
    `/gestion/annuaire/synonymes/${id}`,
    { words: "seul" },
    { as: "referent" },
  );
  assert.equal(refused.status, 422);
  assert.match(refused.html, /au moins deux mots/);
  await site.post(
    `/gestion/annuaire/synonymes/${id}`,
    { words: "bouillabaisse, danse" },
    { as: "referent" },
  );
  assert.ok(
    !titles((await site.get("/annuaire?q=bouillabaisse", { as: "referent" })).html).includes(
      "/associations/la-boule-brumeuse",
    ),
  );
  await site.post(`/gestion/annuaire/synonymes/${id}/retrait`, {}, { as: "referent" });
  assert.equal(
    titles((await site.get("/annuaire?q=bouillabaisse", { as: "referent" })).html).length,
    0,
  );
  assert.equal((await site.get("/gestion/annuaire/synonymes", { as: "front_desk" })).status, 403);
});
