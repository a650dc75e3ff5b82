import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { doublesOf } from "../doubles/doubles.testing.ts";
import type { Choice } from "../merge/rules.ts";
import { imagesOf, removeAssociations, restoreAssociation } from "../record/images.ts";
import { textsOf } from "./queries.ts";
import { languagesToReread } from "./rules.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
});
after(() => site.close());

const merged = async (kept: string, absorbed: string, aims: Choice): Promise<string> => {
  const revisions = await desk.revisions(kept, absorbed);
  const done = await desk.merge({ kept, absorbed, choices: { name: "kept", aims }, revisions });
  assert.ok("mergeId" in done, JSON.stringify(done));
  return done.mergeId;
};
const texts = (id: string) => desk.write((tx) => textsOf(tx, id));
const bodies = async (id: string) => (await texts(id)).map(({ lang, body }) => [lang, body]);

test("two records made one keep the texts of both; of two in one language, the one made from the French kept", async () => {
  const [one, other] = await desk.pair("Judo Club");
  const merge = await merged(one, other, "absorbed");
  assert.deepEqual(await bodies(one), [["en", "All together."], ["ar", "معا"]]); // prettier-ignore
  assert.deepEqual(await bodies(other), []);
  assert.deepEqual(languagesToReread(await texts(one), (await desk.known(one)).record), []);
  assert.deepEqual(await desk.split(merge), { done: true });
  assert.deepEqual(await bodies(one), [["en", "Together."]]);
  assert.deepEqual(await bodies(other), [["en", "All together."], ["ar", "معا"]]); // prettier-ignore
});

test("a text made from a French that was not kept waits to be read again", async () => {
  const [one, other] = await desk.pair("Boule Dorée");
  await merged(one, other, "kept");
  assert.deepEqual(await bodies(one), [["en", "Together."], ["ar", "معا"]]); // prettier-ignore
  assert.deepEqual(languagesToReread(await texts(one), (await desk.known(one)).record), ["ar"]);
});

test("a merge made before texts existed in other languages is still undone", async () => {
  const [one, other] = await desk.pair("Chorale");
  const merge = await merged(one, other, "kept");
  await desk.write((tx) =>
    sql`update association_merge set before_images = before_images #- '{kept,rows,association_translation}'
      #- '{absorbed,rows,association_translation}' #- '{after,kept,rows,association_translation}'
      #- '{after,absorbed,rows,association_translation}' where merge_id = ${merge}`.execute(tx),
  );
  assert.deepEqual(await desk.split(merge), { done: true });
  assert.equal((await bodies(one)).length, 2, "what was written since stays on the record kept");
});

test("a file that changes the French, once undone, leaves the texts as they were", async () => {
  const [one] = await desk.pair("Tricot");
  const stale = async () => languagesToReread(await texts(one), (await desk.known(one)).record);
  const [image] = await desk.write((tx) => imagesOf(tx, [one]));
  await desk.write((tx) =>
    tx.updateTable("association").set({ aims: "Du fichier." }).where("association_id", "=", one).execute(),
  ); // prettier-ignore
  assert.deepEqual(await stale(), ["en"]);
  await desk.write(async (tx) => image && restoreAssociation(tx, image, desk.origin()));
  assert.deepEqual(await stale(), []);
  assert.deepEqual(await bodies(one), [["en", "Together."]]);
});

test("the texts of an association leave with it", async () => {
  const [one] = await desk.pair("Escrime");
  assert.equal((await texts(one)).length, 1);
  await desk.write((tx) => removeAssociations(tx, [one], desk.origin()));
  assert.deepEqual(await texts(one), []);
});
