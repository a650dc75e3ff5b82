import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { applyFacts } from "../record/apply.ts";
import { supportOf } from "../support/queries.ts";
import { doublesOf } from "./doubles.testing.ts";
import { mergedNumbers, oldNameKey } from "./numbers.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
});
after(() => site.close());

const chosen = { name: "kept", aims: "kept" } as const;
const merged = async (kept: string, absorbed: string): Promise<string> => {
  const revisions = await desk.revisions(kept, absorbed);
  const done = await desk.merge({ kept, absorbed, choices: chosen, revisions });
  assert.ok("mergeId" in done, JSON.stringify(done));
  return done.mergeId;
};

test("merging keeps one record with what both said, and nothing twice", async () => {
  const [one, other] = await desk.pair("Judo Club", { rna: "W491000001" });
  await merged(one, other);
  const kept = await desk.known(one);
  assert.equal(kept.record.rna, "W491000001");
  assert.equal(kept.record.website, "https://club.example");
  assert.deepEqual(kept.contacts.map((c) => c.phone).sort(), ["+33241000001", "+33241000009"]);
  assert.deepEqual(kept.venues.length, 2);
  const absorbed = await desk.known(other);
  assert.equal(absorbed.mergedInto, one);
  assert.deepEqual([absorbed.record.rna, absorbed.contacts, absorbed.venues], [null, [], []]);
  const members = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("association_member").select(["association_id", "role"]).execute(),
  );
  assert.deepEqual(members, [{ association_id: one, role: "owner" }]);
  const supports = await site.database.read(site.communeId, (tx) => supportOf(tx, one));
  assert.deepEqual(supports.map(({ kind }) => kind).sort(), ["session", "visit", "visit"]);
  for (const id of [one, other])
    assert.ok((await desk.lines(id)).some((line) => line.action === "association.merged"));
});

test("an import that brings the absorbed record again finds the one kept", async () => {
  const [one, other] = await desk.pair("Boule Dorée", { rna: "W491000002" });
  const [third] = await desk.pair("Boule d’Or");
  await merged(one, other);
  await merged(third, one);
  const known = await site.database.read(site.communeId, mergedNumbers);
  assert.equal(known.rna.get("W491000002"), third);
  assert.equal(known.name.get(oldNameKey("Boule Dorée Valbrume")), third);
});

test("merging then separating leaves every row as it was", async () => {
  const [one, other] = await desk.pair("Chorale", { rna: "W491000003" });
  const was = await desk.dump();
  for (const [kept, absorbed] of [
    [one, other],
    [other, one],
  ] as const) {
    const id = await merged(kept, absorbed);
    assert.notDeepEqual(await desk.dump(), was);
    assert.deepEqual(await desk.split(id), { done: true });
    assert.deepEqual(await desk.dump(), was);
  }
  assert.ok((await desk.lines(other)).some((line) => line.action === "association.unmerged"));
});

test("what was changed since the merge stays on the record kept when the two are separated", async () => {
  const [one, other] = await desk.pair("Théâtre");
  const id = await merged(one, other);
  await desk.write((tx) =>
    applyFacts(tx, one, { name: "Théâtre", acronym: "TTV", phone: "+33241000055" }, desk.origin()),
  );
  await desk.write((tx) =>
    tx.deleteFrom("association_contact").where("phone", "=", "+33241000009").execute(),
  );
  assert.deepEqual(await desk.split(id), { done: true });
  const [kept, back] = [await desk.known(one), await desk.known(other)];
  assert.equal(kept.record.acronym, "TTV");
  assert.equal(kept.provenance["acronym"]?.source, "hand");
  assert.equal(kept.record.website, null);
  assert.ok(kept.contacts.some((contact) => contact.phone === "+33241000055"));
  assert.equal(back.mergedInto, null);
  assert.equal(back.record.website, "https://club.example");
  assert.ok(!back.contacts.some((contact) => contact.phone === "+33241000009"), "removed since");
});

test("a merge built upon is separated only after the later one, and never twice", async () => {
  const [one, other] = await desk.pair("Pêche");
  const [third, fourth] = await desk.pair("Tarot");
  const first = await merged(one, other);
  const second = await merged(one, third);
  const last = await merged(fourth, one);
  assert.deepEqual(await desk.split(first), { refused: "built_upon" });
  assert.deepEqual(await desk.split(second), { refused: "built_upon" });
  for (const id of [last, second, first]) assert.deepEqual(await desk.split(id), { done: true });
  assert.deepEqual(await desk.split(first), { refused: "already_undone" });
});

test("separating is refused in words when another record has taken the number since", async () => {
  const [one, other] = await desk.pair("Échecs", { rna: "W491000004" });
  const id = await merged(one, other);
  await desk.write((tx) =>
    tx.updateTable("association").set({ rna: null }).where("association_id", "=", one).execute(),
  );
  await desk.created("Un autre", "W491000004");
  const was = await desk.dump();
  assert.deepEqual(await desk.split(id), { refused: "rna_taken" });
  assert.deepEqual(await desk.dump(), was);
});

test("two people merging the same pair at once: one is told", async () => {
  const [one, other] = await desk.pair("Danse");
  const revisions = await desk.revisions(one, other);
  const answers = await Promise.all([
    desk.merge({ kept: one, absorbed: other, choices: chosen, revisions }),
    desk.merge({ kept: other, absorbed: one, choices: chosen, revisions }),
  ]);
  assert.equal(answers.filter((answer) => "mergeId" in answer).length, 1);
  assert.ok(answers.some((answer) => "refused" in answer && answer.refused === "already_merged"));
});

test("two values people wrote wait for a choice, a record changed meanwhile refuses, one alone too", async () => {
  const [one, other] = await desk.pair("Yoga");
  const revisions = await desk.revisions(one, other);
  const asked = { kept: one, absorbed: other, choices: {}, revisions };
  const refusedOf = async (more: Partial<typeof asked>) => {
    const answer = await desk.merge({ ...asked, ...more });
    return "refused" in answer ? answer.refused : "done";
  };
  assert.equal(await refusedOf({}), "person_must_choose");
  assert.equal(await refusedOf({ absorbed: one }), "same_record");
  assert.equal(await refusedOf({ revisions: { ...revisions, [one]: 99 } }), "changed_meanwhile");
});
