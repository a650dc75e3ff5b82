import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../../testing/site.ts";
import { openFilledSite } from "../quality/filled-site.ts";

let site: TestSite;
before(async () => (site = await openFilledSite()));
after(() => site.close());

const change = (slug: string, values: object) =>
  site.database.write(site.communeId, (tx) =>
    tx.updateTable("association").set(values).where("slug", "=", slug).execute(),
  );

test("an association's page answers first: for whom, where, when, how to join, price", async () => {
  const { status, html } = await site.get("/associations/football-club-de-valbrume");
  assert.equal(status, 200);
  const order = [
    "Pour qui",
    "Où",
    "Quand",
    "Pour s’inscrire",
    "Prix",
    "Contact",
    "En savoir plus",
  ].map((word) => html.indexOf(`>${word}<`));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.ok(order.every((at) => at > 0));
  assert.match(html, /Confirmé le/);
});

test("a contact value is shown only when the association says so", async () => {
  const { html } = await site.get("/associations/football-club-de-valbrume");
  assert.doesNotMatch(html, /Mamadou Diarra/);
  assert.match(html, /mailto:/);
  const other = await site.get("/associations/futsal-des-fontaines");
  assert.doesNotMatch(other.html, /mailto:|Yacine/);
  assert.match(other.html, /Écrire à l’association/);
});

test("the page describes itself to machines as an organisation of schema.org, with only what it shows", async () => {
  const { html } = await site.get("/associations/futsal-des-fontaines");
  const data = JSON.parse(
    /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "{}",
  );
  assert.equal(data["@context"], "https://schema.org");
  assert.equal(data["@type"], "SportsOrganization");
  assert.equal(data.name, "Futsal des Fontaines");
  assert.equal(data.url, "http://valbrume.test/associations/futsal-des-fontaines");
  assert.equal(data.location[0]["@type"], "Place");
  assert.equal(typeof data.location[0].geo.latitude, "number");
  assert.equal(data.email, undefined);
  assert.match(data.telephone, /^\+33\d{9}$/);
});

test("an unlisted association is not found; a merged one leads to the kept one", async () => {
  await change("entrechats", { listed: false });
  assert.equal((await site.get("/associations/entrechats")).status, 404);
  const kept = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("association")
      .select("association_id")
      .where("slug", "=", "flow-de-loire")
      .executeTakeFirstOrThrow(),
  );
  await change("salsa-brume", { merged_into: kept.association_id, listed: false });
  const answer = await site.get("/associations/salsa-brume");
  assert.equal(answer.status, 301);
  assert.equal(answer.location, "/associations/flow-de-loire");
  assert.equal(
    (await site.get("/en/associations/salsa-brume/affiche")).location,
    "/en/associations/flow-de-loire/affiche",
  );
  assert.equal(
    (await site.get("/associations/flow-de-loire", { host: "autreville.test" })).status,
    404,
  );
});

test("a code to photograph leads to the page, a poster prints it", async () => {
  const qr = await site.get("/associations/flow-de-loire/qr.svg");
  assert.equal(qr.headers.get("content-type"), "image/svg+xml");
  assert.match(qr.html, /^<svg/);
  assert.match((await site.get("/associations/flow-de-loire/affiche")).html, /class="poster"/);
});

test("a message is passed on without showing any address, answered to its sender, within limits", async () => {
  const path = "/associations/futsal-des-fontaines/ecrire";
  assert.equal((await site.get(path)).status, 200);
  const wrong = await site.post(path, { name: "", email: "zut", message: "Court" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Écrivez votre nom/);
  assert.match(wrong.html, /value="zut"/);
  const fields = {
    name: "Ana Lopes",
    email: "ana@exemple.fr",
    message: "Bonjour, puis-je venir lundi ?",
  };
  const sent = await site.post(path, fields);
  assert.equal(sent.location, "/associations/futsal-des-fontaines?fait=directory.message_sent");
  const mails = () =>
    site.database.read(site.communeId, (tx) =>
      tx.selectFrom("mail").selectAll().where("kind", "=", "relayed_message").execute(),
    );
  const [mail] = await mails();
  assert.equal(mail?.reply_to, "ana@exemple.fr");
  assert.match(mail?.to_email ?? "", /@futsal-des-fontaines\.example$/);
  assert.match(mail?.text_body ?? "", /puis-je venir lundi/);
  assert.doesNotMatch(sent.html, /futsal-des-fontaines\.example/);
  await site.post(path, { ...fields, "site-internet": "http://spam" });
  assert.equal((await mails()).length, 1, "what fills the hidden field is a machine");
  for (let more = 0; more < 4; more++) await site.post(path, fields);
  assert.equal((await site.post(path, fields)).status, 429);
  assert.equal((await mails()).length, 5);
});

test("without an e-mail address the page says whom to ask, and the form does not exist", async () => {
  await site.database.write(site.communeId, (tx) =>
    tx.updateTable("association_contact").set({ email: null }).execute(),
  );
  const { html } = await site.get("/associations/pas-de-loire", { as: "referent" });
  assert.doesNotMatch(html, /\/ecrire"/);
  assert.equal((await site.get("/associations/pas-de-loire/ecrire")).status, 404);
  assert.equal((await site.post("/associations/pas-de-loire/ecrire", { name: "A" })).status, 404);
});

test("a shortlist lives in its address: kept in order, moved, removed, printed large", async () => {
  const { html } = await site.get("/selection?a=flow-de-loire&a=pas-de-loire&a=inconnue");
  const order = [...html.matchAll(/<h2><a href="\/associations\/([a-z-]+)/g)].map(
    (found) => found[1],
  );
  assert.deepEqual(order, ["flow-de-loire", "pas-de-loire"]);
  assert.match(html, /href="\/selection\?a=pas-de-loire&(amp;)?a=flow-de-loire"/);
  assert.match(html, /href="\/selection\?a=pas-de-loire"/);
  assert.match(
    (await site.get("/selection?a=flow-de-loire&grand=1")).html,
    /class="larger large-print"/,
  );
  assert.match((await site.get("/selection")).html, /Votre sélection est vide/);
  const page = await site.get("/associations/flow-de-loire?a=pas-de-loire");
  assert.match(page.html, /href="\/selection\?a=pas-de-loire&(amp;)?a=flow-de-loire"/);
});
