import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after, before, beforeEach } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import {
  askToEnter,
  cookieOf,
  giveAssociation,
  lastMail,
  mailsTo,
  president,
  requestOf,
} from "../letters.testing.ts";

let site: TestSite;
let hour = 9;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
});
after(() => site.close());
// Each promise has its own day, so that none meets the limits another has used up.
beforeEach(() => site.clock.set(new Date(Date.UTC(2026, 9, hour++, 9)).toISOString()));

const enterWith = (request: string, code: string, key: string = randomUUID()) =>
  site.post("/connexion/code", { demande: request, code, _key: key });

test("the code of the mail opens a session of thirty days and leads members to their space", async () => {
  const request = await askToEnter(site, "PRESIDENT@valbrume.example ");
  const { code } = await lastMail(site, president);
  const page = await site.get(`/connexion/code?demande=${request}`);
  assert.match(page.html, /autocomplete="one-time-code"/);
  const answer = await enterWith(request, `${code.slice(0, 3)} ${code.slice(3)}`);
  assert.equal(answer.status, 303);
  assert.equal(answer.location, "/espace");
  const cookie = answer.headers.get("set-cookie") ?? "";
  assert.match(cookie, /HttpOnly; SameSite=Lax; Max-Age=2592000/);
  const space = await site.get("/espace", { headers: { cookie: cookieOf(answer) } });
  assert.match(space.html, /Bonjour Jeanne Présidente/);
  assert.match(space.html, /Club de marche/);
  assert.match(space.html, /href="\/espace\/fiches\/[\w-]{36}"/);
});

test("staff are led to the municipal side, or where they were going", async () => {
  const first = await askToEnter(site, "referent@valbrume.example");
  const mail = await lastMail(site, "referent@valbrume.example");
  assert.equal((await enterWith(first, mail.code)).location, "/gestion");
  const suite = "/gestion/associations?page=2";
  const second = await site.post("/connexion", { email: "referent@valbrume.example", suite });
  const next = await lastMail(site, "referent@valbrume.example");
  assert.equal((await enterWith(requestOf(second), next.code)).location, suite);
});

test("opening the link changes nothing, however often; the button opens the door once", async () => {
  await askToEnter(site, president);
  const { path } = await lastMail(site, president);
  for (let scanner = 0; scanner < 3; scanner++) {
    const seen = await site.get(path);
    assert.equal(seen.status, 200);
    assert.match(seen.html, /Entrer sur le site/);
    assert.equal(seen.headers.get("set-cookie"), null);
  }
  const entered = await site.post(path, { _key: randomUUID() });
  assert.equal(entered.location, "/espace");
  assert.equal((await site.get(path)).status, 410);
  const again = await site.post(path, { _key: randomUUID() });
  assert.equal(again.status, 410);
  assert.equal(again.headers.get("set-cookie"), null);
});

test("the same form sent twice enters once, with the same session", async () => {
  await askToEnter(site, president);
  const { path } = await lastMail(site, president);
  const key = randomUUID();
  const [one, two] = await Promise.all([
    site.post(path, { _key: key }),
    site.post(path, { _key: key }),
  ]);
  assert.deepEqual([one.location, two.location], ["/espace", "/espace"]);
  assert.equal(cookieOf(one), cookieOf(two));
  const request = await askToEnter(site, president);
  const { code } = await lastMail(site, president);
  const first = await enterWith(request, code, key);
  const second = await enterWith(request, code, key);
  assert.equal(cookieOf(first), cookieOf(second));
  assert.equal(second.status, 303);
});

test("the sign-in form sent twice writes one mail", async () => {
  const before = (await mailsTo(site, president)).length;
  const fields = { email: president, _key: randomUUID() };
  const [one, two] = await Promise.all([
    site.post("/connexion", fields),
    site.post("/connexion", fields),
  ]);
  assert.equal(one.location, two.location);
  assert.equal((await mailsTo(site, president)).length, before + 1);
});

test("five wrong codes close the request, even for the right one", async () => {
  const request = await askToEnter(site, president);
  const { code, path } = await lastMail(site, president);
  const wrong = code === "000000" ? "111111" : "000000";
  for (const left of [4, 3, 2, 1]) {
    const answer = await enterWith(request, wrong);
    assert.equal(answer.status, 422);
    assert.match(answer.html, new RegExp(`Il vous reste ${left} essai`));
  }
  assert.match((await enterWith(request, wrong)).html, /Les cinq essais sont passés/);
  const late = await enterWith(request, code);
  assert.equal(late.status, 422);
  assert.match(late.html, /Les cinq essais sont passés/);
  assert.equal((await site.post(path, {})).status, 303, "the link of the mail still works");
});

test("guesses sent all at once count one by one", async () => {
  const request = await askToEnter(site, president);
  const { code } = await lastMail(site, president);
  const guesses = Array.from({ length: 9 }, (_, i) => String(100000 + i)).filter((g) => g !== code);
  const answers = await Promise.all(guesses.map((guess) => enterWith(request, guess)));
  assert.equal(answers.filter(({ html }) => /Il vous reste/.test(html)).length, 4);
  assert.equal((await enterWith(request, code)).status, 422);
});

test("a code works only in the browser that asked for it, and only once", async () => {
  const mine = await askToEnter(site, president);
  const { code } = await lastMail(site, president);
  const other = await askToEnter(site, "referent@valbrume.example");
  assert.equal((await enterWith(other, code)).status, 422);
  assert.equal((await enterWith("rien", code)).status, 422);
  assert.equal((await enterWith(mine, code)).status, 303);
  assert.match((await enterWith(mine, code)).html, /trop ancienne ou a déjà servi/);
});

test("after fifteen minutes neither the code nor the link opens anything", async () => {
  const request = await askToEnter(site, president);
  const { code, path } = await lastMail(site, president);
  const now = site.house.clock.now();
  site.clock.set(new Date(now.getTime() + 15 * 60_000 + 1).toISOString());
  assert.match((await enterWith(request, code)).html, /trop ancienne/);
  assert.equal((await site.get(path)).status, 410);
  assert.equal((await site.post(path, {})).status, 410);
  assert.match(
    (await site.get(`/connexion/code?demande=${request}`)).location ?? "",
    /^\/connexion/,
  );
});

test("once in, the other mails asked for open nothing more", async () => {
  await askToEnter(site, president);
  const earlier = await lastMail(site, president);
  const request = await askToEnter(site, president);
  const { code } = await lastMail(site, president);
  assert.equal((await enterWith(request, code)).status, 303);
  assert.equal((await site.post(earlier.path, {})).status, 410);
});

test("only hashes of what opens the door are kept with the request", async () => {
  const request = await askToEnter(site, president);
  const { code, path } = await lastMail(site, president);
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("sign_in_token").selectAll().execute(),
  );
  const kept = JSON.stringify(rows);
  for (const secret of [request, code, path.split("/").at(-1) ?? ""])
    assert.equal(kept.includes(secret), false);
});

test("signing out forgets the cookie and the session", async () => {
  await askToEnter(site, president);
  const { path } = await lastMail(site, president);
  const cookie = cookieOf(await site.post(path, {}));
  const out = await site.post("/deconnexion", {}, { headers: { cookie } });
  assert.equal(out.location, "/?fait=people.signed_out");
  assert.match(out.headers.get("set-cookie") ?? "", /Max-Age=0/);
  assert.match((await site.get("/espace", { headers: { cookie } })).location ?? "", /^\/connexion/);
});
