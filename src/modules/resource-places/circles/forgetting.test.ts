import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { personalData } from "../../../work.ts";
import { erasePerson } from "../../people/index.ts";
import { followerMailRefused } from "../../scheduling/index.ts";
import { plain } from "../resource-places.testing.ts";
import { as, linkIn, openCircle, type OpenCircle } from "./following.testing.ts";

let world: OpenCircle;
before(async () => {
  world = await openCircle();
});
after(() => world.site.close());

test("who is signed in with the address follows at once; they read it among their data, and erased they follow nothing", async () => {
  const { email } = await world.site.database.read(world.site.communeId, (tx) =>
    tx.selectFrom("person").select("email").where("person_id", "=", world.site.personId("president")).executeTakeFirstOrThrow(),
  ); // prettier-ignore
  const form = await world.site.get(world.asking(), { as: "president" });
  assert.match(form.html, new RegExp(`value="${email}"`));
  await world.site.post(world.asking(), { email }, { as: "president" });
  assert.ok((await world.followers())[0]?.confirmed_at);
  const mine = await world.site.get("/espace/mes-donnees", { as: "president" });
  assert.match(plain(mine.html), /Les dates dont vous suivez les changements/);
  await world.follows("zoe@exemple.fr");
  const by = { actor: { kind: "resident" } as const, at: world.site.clock.now(), rooms: personalData, proven: true }; // prettier-ignore
  await world.site.database.write(world.site.communeId, (tx) => erasePerson(tx, { email: "zoe@exemple.fr" }, by)); // prettier-ignore
  assert.deepEqual((await world.followers()).map((one) => one.email), [email]); // prettier-ignore
  assert.deepEqual(await world.mails("zoe@exemple.fr"), []);
});

test("a place taken off the site tells nothing, and tells what changed once it is back", async () => {
  await world.follows("ines@exemple.fr");
  await world.site.post(`${world.desk}/retrait`, {}, { as });
  await world.change(1, "cancel");
  await world.tell();
  assert.equal((await world.mails("ines@exemple.fr")).length, 1);
  assert.equal((await world.site.get(world.asking())).status, 404);
  await world.site.post(`${world.desk}/publication`, {}, { as });
  await world.tell();
  assert.match((await world.mails("ines@exemple.fr"))[0]?.text ?? "", /Date annulée/);
});

test("another commune finds neither the form nor the link", async () => {
  const [letter] = await world.mails("ines@exemple.fr");
  assert.ok(letter);
  for (const path of [world.asking(), linkIn(letter)]) {
    assert.equal((await world.site.get(path)).status, 200, path);
    assert.equal((await world.site.get(path, { host: "autreville.test" })).status, 404, path);
  }
});

test("who never confirms is forgotten after two days, and so is an address its server refuses", async () => {
  await world.site.post(world.asking(), { email: "lent@exemple.fr" });
  const [letter] = await world.mails("lent@exemple.fr");
  assert.ok(letter);
  world.site.clock.set("2026-09-18T08:00:00Z");
  assert.equal((await world.site.get(linkIn(letter))).status, 404);
  await world.night();
  assert.ok(!(await world.followers()).some(({ email }) => email === "lent@exemple.fr"));
  await world.follows("mort@exemple.fr");
  const refused = followerMailRefused(async () => assert.fail("another kind"));
  await world.site.database.write(world.site.communeId, (tx) => refused(tx, "mort@exemple.fr", "dates_followed")); // prettier-ignore
  assert.ok(!(await world.followers()).some(({ email }) => email === "mort@exemple.fr"));
});

test("a circle that ends says so, and nobody follows it any more; one with no date left is followed no more a month later", async () => {
  await world.site.post(`${world.desk}/cercles/${world.circle()}/suppression`, {}, { as });
  assert.match((await world.mails("ines@exemple.fr"))[0]?.subject ?? "", /^C’est fini : Cercle/);
  assert.deepEqual(await world.followers(), []);
  await world.add({ last_day: "2026-10-01" });
  await world.follows("ines@exemple.fr");
  world.site.clock.set("2026-10-30T08:00:00Z");
  await world.night();
  assert.equal((await world.followers()).length, 1);
  world.site.clock.set("2026-11-02T08:00:00Z");
  await world.night();
  assert.deepEqual(await world.followers(), []);
  const told = await world.site.database.read(world.site.communeId, (tx) => tx.selectFrom("date_told").selectAll().execute()); // prettier-ignore
  assert.deepEqual(told, []);
});
