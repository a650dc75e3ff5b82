import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { askToEnter, cookieOf, giveAssociation, lastMail, president } from "../letters.testing.ts";
import { deviceOf } from "./devices.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
});
after(() => site.close());

const phone =
  "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36";

test("a device is described in words people know", () => {
  assert.deepEqual(deviceOf(phone), { browser: "Chrome", system: "Android" });
  assert.deepEqual(
    deviceOf("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    { browser: "Firefox", system: "Windows" },
  );
  assert.deepEqual(
    deviceOf(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
    ),
    { browser: "Safari", system: "iPhone" },
  );
  assert.deepEqual(deviceOf(""), {});
});

test("a person sees where they are signed in, and ends what they forgot", async () => {
  await askToEnter(site, president);
  const { path } = await lastMail(site, president);
  const entered = await site.post(path, {}, { headers: { "user-agent": phone } });
  const cookie = cookieOf(entered);
  const mine = { headers: { cookie } };
  const page = await site.get("/espace/seances", mine);
  assert.match(page.html, /Chrome sur Android/);
  assert.match(page.html, /celui-ci/);
  assert.match(page.html, /2 appareils connectés/);
  assert.doesNotMatch(page.html, /127\.0\.0\.1/);
  const others = [...page.html.matchAll(/action="(\/espace\/seances\/[0-9a-f-]{36}\/fin)"/g)];
  assert.equal(others.length, 2);
  assert.equal((await site.post("/espace/seances/fin", {}, mine)).status, 303);
  assert.match((await site.get("/espace", { as: "president" })).location ?? "", /^\/connexion/);
  const left = (await site.get("/espace/seances", mine)).html.match(/(\/espace[^"]+)\/fin"/)?.[1];
  const elsewhere = await site.post(`${left}/fin`, {}, { as: "referent" });
  assert.equal(elsewhere.status, 404, "nobody ends the session of another");
  const ended = await site.post(`${left}/fin`, {}, mine);
  assert.match(ended.headers.get("set-cookie") ?? "", /Max-Age=0/);
  assert.match((await site.get("/espace", mine)).location ?? "", /^\/connexion/);
});

test("someone who belongs to nothing is told so, with the way to the town hall", async () => {
  const host = "autreville.test";
  const page = await site.get("/espace", { as: "president", host });
  assert.match(page.html, /rattachée à aucune association/);
});

test("signing in again from the same browser ends the session it had", async () => {
  await askToEnter(site, president);
  const first = cookieOf(await site.post((await lastMail(site, president)).path, {}));
  await askToEnter(site, "referent@valbrume.example");
  const { path } = await lastMail(site, "referent@valbrume.example");
  await site.post(path, {}, { headers: { cookie: first } });
  const old = await site.get("/espace", { headers: { cookie: first } });
  assert.match(old.location ?? "", /^\/connexion/);
});
