import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after, before } from "node:test";
import pg from "pg";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { askToEnter, cookieOf, giveAssociation, lastMail, president } from "../letters.testing.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
});
after(() => site.close());

const withoutSecrets = (html: string): string =>
  html.replace(/value="[\w-]{36,43}"|\/assets\/[^"]+/g, "");

test("a known and an unknown address get the same pages, from the first to the last", async () => {
  const known = await askToEnter(site, president);
  const unknown = await askToEnter(site, "inconnue@ailleurs.example");
  const pages = async (request: string) => {
    const shown = await site.get(`/connexion/code?demande=${request}`);
    const wrong = await site.post("/connexion/code", { demande: request, code: "999999" });
    return [shown.status, withoutSecrets(shown.html), wrong.status, withoutSecrets(wrong.html)].map(
      (part) => String(part).replaceAll(request, ""),
    );
  };
  assert.deepEqual(await pages(known), await pages(unknown));
});

test("an unknown address is told by mail, kindly, that it has no access, and gets no key", async () => {
  const mail = await lastMail(site, "inconnue@ailleurs.example");
  assert.match(mail.text_body, /pas encore d’accès/);
  assert.match(mail.text_body, /Écrivez à la mairie/);
  assert.equal(mail.code, "");
  assert.equal(mail.path, "/annuaire");
});

test("someone known who belongs to nothing any more has no access either", async () => {
  await site.database.write(site.communeId, (tx) =>
    tx.insertInto("person").values({ email: "ancien@valbrume.example", name: "Ancien" }).execute(),
  );
  await askToEnter(site, "ancien@valbrume.example");
  assert.match((await lastMail(site, "ancien@valbrume.example")).text_body, /pas encore d’accès/);
});

test("access lost between the mail and the code is refused", async () => {
  const request = await askToEnter(site, "front_desk@valbrume.example");
  const { code, path } = await lastMail(site, "front_desk@valbrume.example");
  await site.database.write(site.communeId, (tx) =>
    tx.deleteFrom("staff_role").where("role", "=", "front_desk").execute(),
  );
  assert.equal((await site.post("/connexion/code", { demande: request, code })).status, 422);
  assert.equal((await site.post(path, {})).status, 410);
});

/** The statements the database receives while an address asks to sign in. */
const listened = async (email: string) => {
  const asked: string[] = [];
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    asked.push(typeof first === "string" ? first : (first as { text: string }).text);
    return Reflect.apply(query, this, args);
  } as never;
  try {
    await askToEnter(site, email);
  } finally {
    pg.Client.prototype.query = query as never;
  }
  return asked.filter((text) => !text.includes("commune_hosts"));
};

test("a known and an unknown address put the same questions to the database", async () => {
  const known = await listened(president);
  assert.ok(known.length > 8);
  assert.deepEqual(known, await listened("personne@ailleurs.example"));
});

test("a session, a code and a link of one commune open nothing in the other", async () => {
  const request = await askToEnter(site, "referent@valbrume.example");
  const { code, path } = await lastMail(site, "referent@valbrume.example");
  const host = "autreville.test";
  assert.equal((await site.get(path, { host })).status, 410);
  assert.equal((await site.post(path, {}, { host })).status, 410);
  const fields = { demande: request, code, _key: randomUUID() };
  assert.equal((await site.post("/connexion/code", fields, { host })).status, 422);
  const entered = await site.post("/connexion/code", fields);
  assert.equal(entered.status, 303);
  const cookie = cookieOf(entered);
  assert.equal((await site.get("/espace", { headers: { cookie } })).status, 200);
  const elsewhere = await site.get("/espace", { host, headers: { cookie } });
  assert.match(elsewhere.location ?? "", /^\/connexion/);
});

test("an address that is not one is refused with what was typed", async () => {
  for (const email of ["", "jeanne", "jeanne@", "a b@c.fr"]) {
    const answer = await site.post("/connexion", { email });
    assert.equal(answer.status, 422);
    assert.match(answer.html, email ? /n’est pas complète/ : /Donnez une adresse e-mail/);
    assert.ok(answer.html.includes(`value="${email}"`) || !email);
  }
});

test("a form from another site is refused", async () => {
  const headers = { origin: "https://ailleurs.example" };
  assert.equal((await site.post("/connexion", { email: president }, { headers })).status, 403);
});

test("a page to go to after signing in is never outside the site", async () => {
  const page = await site.get("/connexion?suite=https%3A%2F%2Failleurs.example%2F");
  assert.doesNotMatch(page.html, /ailleurs\.example/);
  const local = await site.get("/connexion?suite=%2Fgestion%2Fassociations");
  assert.match(local.html, /name="suite" value="\/gestion\/associations"/);
});
