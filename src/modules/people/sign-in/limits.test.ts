import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, testStart, type TestSite } from "../../../testing/site.ts";
import { askToEnter, lastMail, mailsTo } from "../letters.testing.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const at = (minutes: number) =>
  site.clock.set(new Date(Date.parse(testStart) + minutes * 60_000).toISOString());

test("an address gets five mails an hour, then the page says when to try again", async () => {
  at(10);
  const email = "referent@valbrume.example";
  for (let times = 0; times < 5; times++) await askToEnter(site, email);
  const refused = await site.post("/connexion", { email });
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), String(50 * 60));
  assert.match(refused.html, /mardi 15 septembre 2026 à 12\sh\./);
  assert.equal((await mailsTo(site, email)).length, 5);
  at(61);
  await askToEnter(site, email);
});

test("an unknown address meets the same limit", async () => {
  at(130);
  for (let times = 0; times < 5; times++) await askToEnter(site, "inconnu@ailleurs.example");
  const refused = await site.post("/connexion", { email: "inconnu@ailleurs.example" });
  assert.equal(refused.status, 429);
});

test("a visitor asks for thirty mails an hour, whatever the addresses", async () => {
  at(190);
  for (let times = 0; times < 30; times++) await askToEnter(site, `personne${times}@ici.example`);
  const refused = await site.post("/connexion", { email: "encore@ici.example" });
  assert.equal(refused.status, 429);
  at(250);
  await askToEnter(site, "encore@ici.example");
});

test("codes tried for one address are limited day after day, not only mail after mail", async () => {
  at(1440);
  const email = "elected@valbrume.example";
  let refused = 0;
  for (let mail = 0; mail < 5; mail++) {
    at(1440 + mail * 20);
    const request = await askToEnter(site, email);
    const { code } = await lastMail(site, email);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries++)
      if ((await site.post("/connexion/code", { demande: request, code: wrong })).status === 429)
        refused++;
  }
  assert.equal(refused, 5);
  const { path } = await lastMail(site, email);
  assert.equal((await site.post(path, {})).status, 303, "the link still opens the door");
});

test("hits are counted without any address in them", async () => {
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("rate_limit").select("bucket").execute(),
  );
  assert.ok(rows.length > 3);
  for (const { bucket } of rows) assert.doesNotMatch(bucket, /@|127\.0/);
});

test("forty people who ask at once are all answered", async () => {
  at(2 * 1440 + 30);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => site.post("/connexion", { email: `p${i}@ici.example` })),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 30);
  assert.equal(answers.filter(({ status }) => status === 429).length, 10);
});
