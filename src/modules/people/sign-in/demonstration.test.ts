import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { roles } from "../../../platform/http/person.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { cookieOf, giveAssociation } from "../letters.testing.ts";
import { offerInDemonstration } from "../queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
  await offer(site);
});
after(() => site.close());

const offer = (place: TestSite) =>
  place.database.write(place.communeId, async (tx) => {
    for (const someone of [...roles, "president"] as const)
      await offerInDemonstration(tx, place.personId(someone));
  });
const here = { host: "localhost" };
const enter = (place: TestSite, role: string, host: string) =>
  place.post("/connexion/demonstration", { role }, { host });

test("on the machine that runs the demonstration, one button enters as each role", async () => {
  const page = await site.get("/connexion", here);
  for (const part of [...roles, "president"]) {
    assert.match(page.html, new RegExp(`name="role" value="${part}"`));
    const answer = await enter(site, part, "localhost");
    assert.equal(answer.status, 303);
    assert.equal(answer.location, part === "president" ? "/espace" : "/gestion");
    const cookie = cookieOf(answer);
    const space = await site.get("/espace", { ...here, headers: { cookie } });
    assert.match(space.html, part === "president" ? /Jeanne Présidente/ : new RegExp(part));
  }
});

test("someone not offered, or no role at all, is not found", async () => {
  assert.equal((await enter(site, "reine", "localhost")).status, 404);
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("person")
      .set({ demonstration: false })
      .where("person_id", "=", site.personId("elected"))
      .execute(),
  );
  assert.equal((await enter(site, "elected", "localhost")).status, 404);
});

test("by the public name of the commune there is no such door", async () => {
  const page = await site.get("/connexion");
  assert.doesNotMatch(page.html, /demonstration|Démonstration\s: entrer/);
  assert.equal((await enter(site, "administrator", "valbrume.test")).status, 404);
  assert.equal((await enter(site, "administrator", "autreville.test")).status, 404);
});

test("the code page shows where mails are read in demonstration only", async () => {
  const asked = await site.post("/connexion", { email: "referent@valbrume.example" }, here);
  const there = await site.get(asked.location ?? "", here);
  assert.match(there.html, /href="\/gestion\/courriels"/);
  const elsewhere = await site.get(asked.location ?? "");
  assert.doesNotMatch(elsewhere.html, /\/gestion\/courriels/);
});

for (const [name, env] of Object.entries({
  "the demonstration off": { MAILLAGE_DEMO: "0", PUBLIC_URL: "http://localhost" },
  "a site open to the network": { HOST: "0.0.0.0" },
  "a proxy in front": { TRUSTED_PROXY: "1" },
  "a public address": { PUBLIC_URL: "http://assos.valbrume.example" },
}))
  test(`with ${name}, nobody enters without a mail`, async () => {
    const closed = await openTestSite(env);
    try {
      await offer(closed);
      const page = await closed.get("/connexion", here);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.html, /Démonstration\s: entrer/);
      assert.equal((await enter(closed, "administrator", "localhost")).status, 404);
    } finally {
      await closed.close();
    }
  });
