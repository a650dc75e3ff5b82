import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { holding, ownerOf } from "../../../testing/holding.ts";
import { header, openReminders, pathsIn } from "./reminders.testing.ts";
import { waiting } from "./waiting.ts";

let world: Awaited<ReturnType<typeof openReminders>>;
let choir: string;
let path: string;
const referent = { as: "referent" } as const;
const odette = "odette@pont.example";
before(async () => {
  world = await openReminders();
  const rule = { active: "on", answerDays: "21", quietMonths: ["8"] };
  await world.site.post("/gestion/annuaire/rappels", rule, referent);
  choir = await world.association("Chorale", [
    { name: "Odette Pont", email: odette },
    { name: "Paul Roc", email: "paul@roc.example" },
  ]);
  await world.morningOf("2026-09-17");
  const [mail] = world.newMails(odette);
  assert.ok(mail);
  [path = ""] = pathsIn(mail, "/rappels");
});
after(() => world.close());

const refusals = () => world.here((tx) => tx.selectFrom("mail_refusal").selectAll().execute());
const record = async () => (await world.site.get(`/gestion/associations/${choir}`, referent)).html;
/** An agent asks a new association by mail, of their own accord. */
const askByHand = async (contacts: { name: string; email: string }[]) => {
  const club = await world.association(`Tarot ${contacts.length}`, contacts);
  return world.site.post(`/gestion/associations/${club}/confirmation/demande`, {}, referent);
};
const askedByHand = () =>
  world.here((tx) => tx.selectFrom("mail").select("to_email").where("kind", "=", "confirmation").execute()); // prettier-ignore
/** As a mail program does: no page of ours, no browser. */
const oneClick = (to: string) =>
  world.site.post(to, { "List-Unsubscribe": "One-Click" }, { headers: { origin: "null" } });

test("opening the link stops nothing, so that a scanner does not; a button does, without an account", async () => {
  const page = await world.site.get(path);
  assert.equal(page.status, 200);
  assert.match(page.html, /Ne plus m’écrire/);
  assert.deepEqual(await refusals(), []);
  assert.equal((await world.site.post(path, {})).status, 303);
  assert.match((await world.site.get(path)).html, /Nous ne vous écrirons plus/);
  const [refusal] = await refusals();
  assert.equal(refusal?.purpose, "confirmation");
  assert.ok(!(await holding(world.site, odette)).includes("public.mail_refusal"));
  assert.match(await record(), /Ne veut plus recevoir nos rappels, depuis le 17 septembre 2026/);
  assert.equal((await world.site.get("/rappels/inconnu")).status, 404);
  assert.equal((await world.site.get(path, { host: "autreville.test" })).status, 404);
});

test("the listing climbs to the next step without waiting; the refusal is undone from its page", async () => {
  await world.morningOf("2026-09-18");
  assert.deepEqual(
    world.newMails().map(({ to }) => to),
    ["paul@roc.example"],
  );
  assert.deepEqual(await world.steps(choir), ["1 first", "1 second"]);
  assert.equal((await world.site.post(`${path}/reprise`, {})).status, 303);
  assert.deepEqual(await refusals(), []);
  assert.doesNotMatch(await record(), /Ne veut plus/);
  const history = await world.site.get(`/gestion/associations/${choir}/historique`, referent);
  assert.match(history.html, /Un contact a demandé à ne plus recevoir de rappels/);
  assert.match(history.html, /Un contact accepte de nouveau les rappels/);
});

test("the one click of a mail program needs no page, is answered in place, and acts once", async () => {
  const answer = await oneClick(path);
  assert.equal(answer.status, 200, "not a redirection: RFC 8058");
  assert.equal((await oneClick(path)).status, 200);
  assert.equal((await refusals()).length, 1);
  const elsewhere = await world.site.post(`${path}/reprise`, {}, { headers: { origin: "null" } });
  assert.equal(elsewhere.status, 403, "only the one click may come from elsewhere");
});

test("an address the mail server refuses for good is marked, the mail is not tried again, the climb goes on, an agent is told", async () => {
  const { site, mails, here } = world;
  mails.unknown.add("vieux@club.example");
  const club = await world.association("Club", [
    { name: "Vieux Contact", email: "Vieux@club.example" },
    { name: "Ana", email: "ana@club.example" },
  ]);
  await world.morningOf("2026-09-20");
  assert.deepEqual(world.newMails(), []);
  const [mail] = await here((tx) =>
    tx.selectFrom("mail").selectAll().where("to_email", "=", "vieux@club.example").execute(),
  );
  assert.ok(mail?.bounced_at);
  assert.equal(mail.sent_at, null);
  const { rows } = await ownerOf(site)((client) =>
    client.query("select from graphile_worker.jobs where task_identifier = 'send_mail'"),
  );
  assert.deepEqual(rows, []);
  const page = await site.get(`/gestion/associations/${club}`, referent);
  assert.match(page.html, /N’arrive plus, depuis le 20 septembre 2026/);
  const told = await here((tx) =>
    waiting({
      tx,
      t: site.house.words("fr"),
      now: site.clock.now(),
      person: { id: "", sessionId: "", name: "", email: "", roles: ["referent"], associations: [] },
    } as unknown as Parameters<typeof waiting>[0]),
  );
  assert.ok(told.some(({ words }) => words === "L’adresse de Vieux Contact ne reçoit plus"));
  await world.morningOf("2026-09-21");
  assert.deepEqual(
    world.newMails().map(({ to }) => to),
    ["ana@club.example"],
  );
});

test("a mail server that does not trust ours says nothing of the address", async () => {
  const { site, here } = world;
  await here((tx) => tx.deleteFrom("dead_address").execute());
  world.mails.distrust = true;
  await world.association("Fanfare", [{ email: "fa@fanfare.example" }]);
  await world.morningOf("2026-09-22");
  assert.deepEqual(await here((tx) => tx.selectFrom("dead_address").selectAll().execute()), []);
  world.mails.distrust = false;
  const [mail] = await here((tx) =>
    tx.selectFrom("mail").selectAll().where("to_email", "=", "fa@fanfare.example").execute(),
  );
  assert.match(mail?.last_error ?? "", /5\.7\.1/);
  const again = `/gestion/courriels/${mail?.mail_id}/envoi`;
  assert.equal((await site.post(again, {}, { as: "administrator" })).status, 303);
  await site.runJobs();
  const [sent] = world.newMails("fa@fanfare.example");
  assert.equal(
    header(sent?.source ?? "", "Message-ID"),
    mail?.message_id,
    "fixed when it was queued",
  );
});

test("an agent says by hand that an address is dead, and takes it back", async () => {
  const { site } = world;
  const html = await record();
  const [action = ""] = html.match(/\/gestion\/associations\/[^"]+\/adresse/) ?? [];
  assert.equal((await site.post(action, { state: "dead" }, referent)).status, 303);
  assert.match(await record(), /N’arrive plus/);
  assert.equal((await site.post(action, { state: "alive" }, referent)).status, 303);
  assert.doesNotMatch(await record(), /N’arrive plus/);
  assert.equal((await site.post(action, { state: "dead" }, { as: "elected" })).status, 403);
});

test("erasing someone leaves their refusal honoured and nothing else of their address", async () => {
  const hash = await world.here(async (tx) => (await sql<{ hash: string }>`select address_hash(${odette}) as hash`.execute(tx)).rows[0]?.hash ?? ""); // prettier-ignore
  assert.ok((await holding(world.site, hash)).length > 1);
  const erased = await world.site.post("/gestion/reglages/effacement/fait", { email: odette, _key: crypto.randomUUID() }, { as: "administrator" }); // prettier-ignore
  assert.equal(erased.status, 303);
  assert.deepEqual(await holding(world.site, hash), ["public.mail_refusal"]);
  assert.equal((await world.site.get(path)).status, 404);
});

test("an agent who asks by hand writes to nobody who refused or whom no mail reaches, but to the next contact", async () => {
  const closed = { name: "Odette Pont", email: odette };
  await oneClick(path);
  assert.match((await askByHand([closed])).location ?? "", /confirm_closed/);
  assert.deepEqual(await askedByHand(), []);
  const open = { name: "Zoé Roc", email: "zoe@roc.example" };
  assert.match((await askByHand([closed, open])).location ?? "", /confirm_asked/);
  assert.deepEqual(await askedByHand(), [{ to_email: open.email }]);
});
