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

test("a host name of no commune leads nowhere", async () => {
  const answer = await site.get("/", { host: "ailleurs.example" });
  assert.equal(answer.status, 404);
  assert.match(answer.html, /aucune commune/);
});
