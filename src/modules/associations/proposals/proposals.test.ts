import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { elsewhere, referent, registryOf } from "../registry.testing.ts";
import { forgetSenders } from "./queries.ts";

let site: TestSite;
let listing: { id: string; slug: string };
before(async () => {
  site = await openTestSite();
  const [created] = await registryOf(site).createMany([{ name: "Chorale du Val" }]);
  assert.ok(created);
  listing = created;
});
after(() => site.close());

const said = {
  name: "Les Tricoteuses",
  body: "On tricote ensemble.",
  theme: "leisure",
  website: "",
  place: "Chez Mado",
  schedule: "Le lundi",
  senderName: "Léa",
  senderEmail: "lea@exemple.example",
  senderPhone: "",
};
let hour = 0;
/** Each sending an hour after the other: limits are another promise. */
const send = (fields: Record<string, string>, path = "/annuaire/proposer/envoi") => {
  site.clock.set(
    `2026-09-${16 + Math.floor(hour / 20)}T${String(hour++ % 20).padStart(2, "0")}:00:00Z`,
  );
  return site.post(path, fields);
};
const proposals = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("proposal").selectAll().orderBy("created_at", "desc").execute(),
  );
const mails = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").selectAll().orderBy("created_at", "desc").execute(),
  );

test("anyone proposes an association in two short screens, checks, sends once, and may go back", async () => {
  const first = await site.get("/annuaire/proposer");
  assert.match(first.html, /Étape 1 sur 3/);
  const second = await site.post("/annuaire/proposer/vous", {
    name: said.name,
    body: said.body,
    theme: "leisure",
    website: "",
  });
  assert.match(second.html, /Étape 2 sur 3/);
  assert.match(second.html, /type="hidden" name="name" value="Les Tricoteuses"/);
  const check = await site.post("/annuaire/proposer/verifier", said);
  assert.match(check.html, /Loisirs et fêtes/);
  assert.match(check.html, /lea@exemple\.example/);
  const back = await site.post("/annuaire/proposer", said);
  assert.match(back.html, /value="Les Tricoteuses"/);
  const key = crypto.randomUUID();
  const sent = await send({ ...said, _key: key });
  assert.equal(sent.location, "/annuaire/proposer/merci");
  await send({ ...said, _key: key });
  assert.equal((await proposals()).length, 1);
  assert.match((await site.get("/en/annuaire/proposer")).html, /Suggest an association/);
});

test("what is missing or wrong is said by its field, on its screen", async () => {
  const first = await site.post("/annuaire/proposer/vous", { name: "", body: "", website: "rien" });
  assert.equal(first.status, 422);
  assert.match(first.html, /Écrivez le nom/);
  assert.match(first.html, /Écrivez une adresse complète/);
  const second = await site.post("/annuaire/proposer/verifier", { ...said, senderEmail: "lea" });
  assert.equal(second.status, 422);
  assert.match(second.html, /Étape 2 sur 3/);
  assert.match(second.html, /courriel complet/);
});

test("a program that fills the hidden box is thanked and forgotten; a flood is stopped", async () => {
  const before = (await proposals()).length;
  assert.equal((await send({ ...said, suite: "x" })).status, 303);
  assert.equal((await proposals()).length, before);
  site.clock.set("2026-09-20T10:00:00Z");
  for (let n = 0; n < 5; n++)
    assert.equal(
      (await site.post("/annuaire/proposer/envoi", { ...said, name: `Groupe ${n}` })).status,
      303,
    );
  const flood = await site.post("/annuaire/proposer/envoi", { ...said, name: "Groupe 6" });
  assert.equal(flood.status, 429);
  assert.match(flood.html, /Réessayez dans une heure/);
  assert.match(flood.html, /Groupe 6/);
  await site.database.write(site.communeId, (tx) =>
    tx.deleteFrom("proposal").where("name", "like", "Groupe%").execute(),
  );
});

test("an agent accepts: the record says where it comes from, and the sender is told", async () => {
  const [proposal] = await proposals();
  const id = proposal?.proposal_id ?? "";
  assert.match((await site.get("/gestion/propositions", referent)).html, /Les Tricoteuses/);
  const page = await site.get(`/gestion/propositions/${id}`, referent);
  assert.match(page.html, /Aucune fiche du registre ne porte un nom proche/);
  const accepted = await site.post(`/gestion/propositions/${id}/acceptation`, {}, referent);
  const created = accepted.location?.match(/associations\/([0-9a-f-]+)\/modifier/)?.[1] ?? "";
  const known = await registryOf(site).known(created);
  assert.equal(known.record.schedule, "Le lundi, Chez Mado");
  assert.deepEqual(known.record.themes, ["leisure"]);
  assert.equal(known.provenance["name"]?.source, "proposal");
  const [mail] = await mails();
  assert.equal(mail?.to_email, "lea@exemple.example");
  assert.match(mail?.text_body ?? "", /associations\/les-tricoteuses/);
  const again = await site.post(
    `/gestion/propositions/${id}/acceptation`,
    {},
    { as: "communication" },
  );
  assert.equal(again.status, 422);
  assert.match(again.html, /a déjà répondu/);
});

test("a proposal that looks like a known record shows it; a refusal needs its reason and sends it", async () => {
  await send({ ...said, name: "La chorale du val", senderEmail: "max@exemple.example" });
  const [proposal] = await proposals();
  const path = `/gestion/propositions/${proposal?.proposal_id}`;
  assert.match((await site.get(path, referent)).html, new RegExp(`associations/${listing.id}`));
  const mute = await site.post(`${path}/refus`, { answer: "" }, referent);
  assert.equal(mute.status, 422);
  assert.match(mute.html, /Écrivez votre raison/);
  const refused = await site.post(`${path}/refus`, { answer: "Elle y est déjà." }, referent);
  assert.equal(refused.status, 303);
  const [mail] = await mails();
  assert.match(mail?.text_body ?? "", /Elle y est déjà/);
  assert.match((await site.get(path, referent)).html, /Refusée/);
});

test("anyone reports an error; the agent corrects beside the text and thanks", async () => {
  const path = `/associations/${listing.slug}/signaler`;
  assert.match((await site.get(path)).html, /Chorale du Val/);
  const wrong = await site.post(path, { topic: "", body: "" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Choisissez ce qui n’est pas juste/);
  const sent = await send(
    { topic: "price", body: "C'est 50 € maintenant.", senderEmail: "" },
    path,
  );
  assert.equal(sent.location, `${path}/merci`);
  const [proposal] = await proposals();
  const page = await site.get(`/gestion/propositions/${proposal?.proposal_id}`, referent);
  const form = page.html.match(/\/gestion\/associations\/[^"]*signalement=[^"]*/)?.[0] ?? "";
  assert.match(
    (await site.get(form, referent)).html,
    /C&#39;est 50 € maintenant|C'est 50 € maintenant/,
  );
  const done = await site.post(
    `/gestion/propositions/${proposal?.proposal_id}/acceptation`,
    {},
    referent,
  );
  assert.equal(done.location?.startsWith("/gestion/propositions"), true);
  assert.equal((await site.get("/associations/inconnue/signaler")).status, 404);
});

test("an unlisted record cannot be reported; senders are forgotten in time; waiting ones are not", async () => {
  await site.database.write(site.communeId, async (tx) => {
    await tx
      .updateTable("association")
      .set({ listed: false })
      .where("slug", "=", listing.slug)
      .execute();
  });
  assert.equal((await site.get(`/associations/${listing.slug}/signaler`)).status, 404);
  await send({ ...said, name: "En attente", senderEmail: "wait@exemple.example" });
  await site.database.write(site.communeId, (tx) => forgetSenders(tx, new Date("2027-09-01")));
  const left = (await proposals()).map((one) => one.sender_email).filter((one) => one !== null);
  assert.deepEqual(left, ["wait@exemple.example"]);
});

test("only those who answer residents see the queue, and only their commune's", async () => {
  const [proposal] = await proposals();
  const path = `/gestion/propositions/${proposal?.proposal_id}`;
  for (const as of ["elected", "equipment_manager", "president"] as const) {
    assert.equal((await site.get("/gestion/propositions", { as })).status, 403);
    assert.equal((await site.get(path, { as })).status, 403);
    assert.equal((await site.post(`${path}/acceptation`, {}, { as })).status, 403);
    assert.equal((await site.post(`${path}/refus`, { answer: "non" }, { as })).status, 403);
  }
  assert.equal((await site.get(path, elsewhere)).status, 404);
  assert.equal((await site.post(`${path}/acceptation`, {}, elsewhere)).status, 404);
  assert.doesNotMatch((await site.get("/gestion/propositions", elsewhere)).html, /En attente/);
});
