import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { queueMail } from "../../../platform/mail.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { askToEnter, lastMail } from "../letters.testing.ts";
import { keepsSecret, stateOfMail, troubleOf } from "./rules.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const as = "administrator" as const;
const path = "/gestion/courriels";
const write = (subject: string, html?: string) =>
  site.database.write(site.communeId, (tx) =>
    queueMail(tx, {
      kind: "test",
      to: "quelqu.un@ici.example",
      subject,
      text: `Bonjour\nhttp://valbrume.test/annuaire\nhttps://ailleurs.example/x`,
      ...(html ? { html } : {}),
    }),
  );

test("without a mail server the page says so, and says it is empty", async () => {
  const page = await site.get(path, { as });
  assert.equal(page.status, 200);
  assert.match(page.html, /rien ne part/);
  assert.match(page.html, /Aucun courriel pour le moment/);
  assert.equal((await site.get(path, { as: "referent" })).status, 403);
});

test("without a mail server the administrator reads the code to hand over", async () => {
  await askToEnter(site, "referent@valbrume.example");
  const { mail_id, code } = await lastMail(site, "referent@valbrume.example");
  await site.runJobs();
  const list = await site.get(path, { as });
  assert.match(list.html, /en attente/);
  assert.match(list.html, new RegExp(`href="${path}/${mail_id}"`));
  const mail = await site.get(`${path}/${mail_id}`, { as });
  assert.ok(mail.html.includes(`${code.slice(0, 3)} ${code.slice(3)}`));
  assert.match(mail.html, /<a href="http:\/\/valbrume\.test\/connexion\/lien\//);
  const send = await site.post(`${path}/${mail_id}/envoi`, {}, { as });
  assert.equal(send.status, 422);
  assert.match(send.html, /ne peut pas partir/);
});

test("a mail is shown without any power: no script, a sandboxed frame, only our addresses linked", async () => {
  const id = await write("Piège", `<p onclick="x()">Bonjour</p><script>alert(1)</script>`);
  const page = await site.get(`${path}/${id}`, { as });
  assert.match(page.html, /<iframe[^>]*sandbox/);
  assert.doesNotMatch(page.html, /alert\(1\)/);
  assert.match(page.html, /<a href="http:\/\/valbrume\.test\/annuaire"/);
  assert.doesNotMatch(page.html, /href="https:\/\/ailleurs/);
  assert.match(page.headers.get("content-security-policy") ?? "", /frame-src 'self'/);
  const look = await site.get(`${path}/${id}/apercu`, { as });
  const policy = look.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /sandbox/);
  assert.doesNotMatch(policy, /script-src|allow-scripts/);
  assert.equal((await site.get(`${path}/${id}/apercu`, { as: "referent" })).status, 403);
});

test("mails are read thirty a page; a page that is not there is not found", async () => {
  for (let count = 0; count < 32; count++) await write(`Lettre ${count}`);
  const first = await site.get(path, { as });
  assert.equal(first.html.match(/<a href="\/gestion\/courriels\/[0-9a-f-]{36}"/g)?.length, 30);
  assert.match(first.html, /href="\/gestion\/courriels\?page=2"/);
  assert.equal((await site.get(`${path}?page=2`, { as })).status, 200);
  assert.equal((await site.get(`${path}?page=3`, { as })).status, 404);
  assert.equal((await site.get(`${path}?page=-4`, { as })).status, 200);
});

test("mails of one commune are not found from the other", async () => {
  const id = await write("Ici");
  const elsewhere = { as, host: "autreville.test" };
  assert.match((await site.get(path, elsewhere)).html, /Aucun courriel/);
  assert.equal((await site.get(`${path}/${id}`, elsewhere)).status, 404);
  assert.equal((await site.get(`${path}/${id}/apercu`, elsewhere)).status, 404);
});

test("the answer of a mail server becomes a plain reason", () => {
  const reasons: [string, string][] = [
    ["Error: connect ECONNREFUSED 127.0.0.1:25", "unreachable"],
    ["Error: getaddrinfo ENOTFOUND smtp.example", "unreachable"],
    ["Error: Invalid login: 535 5.7.8 Authentication failed", "sign_in"],
    ["Error: Mail command failed: 553 5.1.8 sender rejected", "sender"],
    ["Error: Message failed: 451 4.3.0 try later", "later"],
    ["Error: Can't send mail - all recipients were rejected: 550 5.1.1 unknown", "address"],
    ["Error: strange", "other"],
  ];
  for (const [error, reason] of reasons) assert.equal(troubleOf(error), reason, error);
});

test("with a mail server, what opens a door is shown to nobody else", () => {
  assert.equal(keepsSecret("sign_in", true), true);
  assert.equal(keepsSecret("invitation", true), true);
  assert.equal(keepsSecret("association_access", true), true);
  assert.equal(keepsSecret("confirmation", true), true);
  assert.equal(keepsSecret("confirmation_reminder", true), true);
  assert.equal(keepsSecret("confirmation_campaign", true), true);
  assert.equal(keepsSecret("sign_in", false), false);
  assert.equal(keepsSecret("answer", true), false);
  assert.equal(stateOfMail({ sentAt: new Date(), lastError: "before" }), "sent");
});
