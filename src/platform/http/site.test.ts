import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

test("an unknown address answers 404, with the security headers", async () => {
  const answer = await site.get("/nulle-part");
  assert.equal(answer.status, 404);
  assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  assert.doesNotMatch(answer.headers.get("content-security-policy") ?? "", /unsafe-inline/);
});

test("what agents work in says that it is in French, and leads back to the language asked", async () => {
  const { html } = await site.get("/ar/gestion/equipe", { as: "administrator" });
  assert.match(html, /<html lang="fr" dir="ltr">/);
  assert.match(html, /<a class="brand" href="\/ar">/);
  assert.match((await site.get("/ar/gestionnaire")).html, /<html lang="ar" dir="rtl">/);
  assert.equal((await site.get("/ar/gestion")).location, "/ar/connexion?suite=%2Fgestion");
});

test("a host name of no commune leads nowhere", async () => {
  const answer = await site.get("/", { host: "ailleurs.example" });
  assert.equal(answer.status, 404);
  assert.match(answer.html, /aucune commune/);
});
