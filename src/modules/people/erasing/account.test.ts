import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { personalData } from "../../../app.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { doublesOf } from "../../associations/doubles/doubles.testing.ts";
import { referent } from "../../associations/registry.testing.ts";
import { erasePerson } from "./erase.ts";
import { holding } from "../../../testing/holding.ts";

let site: TestSite;
let desk: ReturnType<typeof doublesOf>;
before(async () => {
  site = await openTestSite();
  desk = doublesOf(site);
});
after(() => site.close());

const erase = (id: string) =>
  site.database.write(site.communeId, (tx) =>
    erasePerson(
      tx,
      { id },
      { actor: { kind: "operator" }, at: site.clock.now(), rooms: personalData },
    ),
  );

test("a member and referent erased comes back by no undo: not by a merge taken back, nor by the history", async () => {
  const [one, other] = await desk.pair("Théâtre");
  const president = site.personId("president");
  await site.database.write(site.communeId, async (tx) => {
    await tx
      .updateTable("association")
      .set({ referent_id: president })
      .where("association_id", "=", one)
      .execute();
    await tx
      .insertInto("association_contact")
      .values({
        association_id: other,
        name: "La présidente",
        phone: "0241000042",
        person_id: president,
      }) // prettier-ignore
      .execute();
  });
  const revisions = await desk.revisions(one, other);
  const merged = await desk.merge({
    kept: one,
    absorbed: other,
    choices: { name: "kept", aims: "kept", referent: "kept" },
    revisions,
  });
  assert.ok("mergeId" in merged, JSON.stringify(merged));
  await site.post("/gestion/associations/lot", { act: "referent", ids: one, value: site.personId("referent") }, referent); // prettier-ignore
  const bulk = (await desk.lines(one)).find((line) => line.action === "association.bulk");
  assert.ok(bulk);
  assert.ok("erased" in (await erase(president)));
  const undo = `/gestion/associations/${one}/historique/${bulk.id}/annulation`;
  const refused = await site.post(undo, {}, referent);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /a été effacé/);
  const split = await site.post(
    `/gestion/doublons/fusions/${merged.mergeId}/separation`,
    {},
    referent,
  );
  assert.equal(split.status, 303);
  const { mergedInto, contacts } = await desk.known(other);
  assert.equal(mergedInto, null);
  assert.ok(!contacts.some(({ name }) => name === "La présidente"));
  for (const value of ["president@valbrume", "Jeanne Présidente"])
    assert.deepEqual(
      (await holding(site, value)).filter((table) => table !== "public.person"),
      [],
      value,
    );
});
