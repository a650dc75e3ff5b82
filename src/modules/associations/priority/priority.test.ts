import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { publics, publicsFarFromDigital } from "../codes.ts";
import { referent, registryOf } from "../registry.testing.ts";
import { prioritiesOf } from "./queries.ts";

let site: TestSite;
let ids: string[] = [];
before(async () => {
  site = await openTestSite();
  const created = await registryOf(site).createMany([
    { name: "Aînés", publics: ["seniors", "low_literacy"] },
    { name: "Boxe", publics: ["teens"] },
    { name: "Chorale", publics: [...publics] },
  ]);
  ids = created.map(({ id }) => id);
  await site.database.write(site.communeId, async (tx) => {
    const size = { members_band: "over_100", employees_band: "ten_or_more" };
    await tx.updateTable("association").set(size).where("name", "=", "Boxe").execute();
    await tx
      .insertInto("association_member")
      .values(
        (["president", "referent", "elected"] as const).map((who) => ({
          association_id: ids[1] ?? "",
          person_id: site.personId(who),
          role: who === "elected" ? "reader" : "owner",
        })),
      )
      .execute();
  });
});
after(() => site.close());

const scores = () => site.database.read(site.communeId, (tx) => prioritiesOf(tx, ids));
const path = "/gestion/annuaire/priorite";

test("a public far from digital, a small size and few people with the access make the score, and only that", async () => {
  const [old, boxing, choir] = await scores().then((all) =>
    ids.map((id) => all.find((one) => one.id === id)),
  );
  assert.equal(old?.score, Math.round((100 * (5 + 1.5 + 2)) / 10));
  assert.equal(boxing?.score, Math.round((100 * (0 + 0 + 2 * 0.3)) / 10));
  assert.deepEqual(new Set(choir?.farPublics), publicsFarFromDigital);
  assert.equal(boxing?.holders, 2);
});

test("the record says it with its reasons, and the list is sorted by it", async () => {
  const { html } = await site.get(`/gestion/associations/${ids[0]}`, referent);
  assert.match(html, /85 sur 100, élevée/);
  assert.match(html, /Personne n’a l’accès/);
  const list = await site.get("/gestion/associations?tri=-priorite", referent);
  const places = ["Aînés", "Boxe"].map((name) => list.html.indexOf(`>${name}</a>`));
  assert.ok((places[0] ?? 0) > 0 && (places[0] ?? 0) < (places[1] ?? 0));
  assert.deepEqual(await htmlFaults(list.html), []);
});

test("the commune decides what weighs; nonsense is refused, and nobody writes over a colleague in silence", async () => {
  const shown = (await site.get(path, referent)).html;
  const base = { _base: /name="_base" value="([^"]+)"/.exec(shown)?.[1] ?? "" };
  for (const [typed, sentence] of [
    [{ publics: "11", size: "1", access: "1" }, /de 0 à 10/],
    [{ publics: "0", size: "0", access: "0" }, /au moins 1/],
  ] as const) {
    const answer = await site.post(path, { ...typed, ...base }, referent);
    assert.equal(answer.status, 422);
    assert.match(answer.html, sentence);
  }
  const typed = { publics: "0", size: "0", access: "10" };
  assert.equal((await site.post(path, { ...typed, ...base }, referent)).status, 303);
  assert.equal((await scores()).find(({ id }) => id === ids[1])?.score, 30);
  const late = await site.post(path, { publics: "9", size: "1", access: "1", ...base }, referent);
  assert.equal(late.status, 422);
  assert.match(late.html, /Quelqu’un a changé cet ordre/);
  assert.match(late.html, /value="9"/);
  assert.equal((await site.get(path, { as: "communication" })).status, 403);
});
