import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { hidden, referent, registryOf } from "../registry.testing.ts";
import { reportsBetween } from "./counts.ts";
import { forgetSenders } from "./queries.ts";

let site: TestSite;
let registry: ReturnType<typeof registryOf>;
let listing: { id: string; slug: string };
before(async () => {
  site = await openTestSite();
  registry = registryOf(site);
  const [created] = await registry.createMany([{ name: "Chorale du Val" }]);
  assert.ok(created);
  listing = created;
  await site.database.write(site.communeId, async (tx) => {
    const said = { prices: "10 € par an", schedule: "Le mardi" };
    await tx.updateTable("association").set(said).execute();
    await tx
      .insertInto("association_contact")
      .values({
        association_id: listing.id,
        position: 1,
        name: "Odette",
        phone: "+33241000001",
        phone_public: true,
      })
      .execute();
  });
});
after(() => site.close());

const path = () => `/associations/${listing.slug}/signaler`;
let hour = 0;
const report = async (fields: Record<string, string>) => {
  site.clock.set(`2026-09-17T${String(++hour).padStart(2, "0")}:00:00Z`);
  const sent = await site.post(path(), { body: "", senderEmail: "", ...fields });
  assert.equal(sent.location, `${path()}/merci`, sent.html);
  const rows = await proposals();
  return `/gestion/propositions/${rows[0]?.proposal_id}`;
};
const proposals = () =>
  site.database.read(site.communeId, (tx) =>
    tx.selectFrom("proposal").selectAll().orderBy("created_at", "desc").execute(),
  );

test("who reports an error corrects the very words of the page; nothing changed and nothing said is asked again", async () => {
  const topics = await site.get(path());
  assert.match(topics.html, /signaler\?sujet=price/);
  assert.deepEqual(await htmlFaults(topics.html), []);
  const form = await site.get(`${path()}?sujet=price`);
  assert.match(form.html, /10 € par an/);
  assert.deepEqual(await htmlFaults(form.html), []);
  const same = await site.post(path(), {
    topic: "price",
    prices: "10 € par an",
    registration: "",
    body: "",
    senderEmail: "",
  });
  assert.equal(same.status, 422);
  assert.match(same.html, /Corrigez ce qui n’est pas juste/);
  assert.match((await site.get(`/en${path()}?sujet=price`)).html, /Prices/);
  assert.match((await site.get(`${path()}?sujet=contact`)).html, /02\s41\s00\s00\s01/);
});

test("the agent sees old and new side by side, accepts in one tap; the page changes, the reporter is told, and it is undone", async () => {
  const screen = await report({
    topic: "price",
    prices: "12 € par an",
    registration: "",
    senderEmail: "max@exemple.example",
  });
  const { html } = await site.get(screen, referent);
  assert.match(html, /10 € par an[\s\S]*12 € par an/);
  assert.deepEqual(await htmlFaults(html), []);
  const done = await site.post(`${screen}/acceptation`, { _base: hidden(html, "_base") }, referent);
  assert.equal(done.status, 303);
  await pause(20);
  assert.match((await site.get(`/associations/${listing.slug}`)).html, /12\s€ par an/);
  const known = await registry.known(listing.id);
  assert.equal(known.provenance["prices"]?.source, "proposal");
  const [mail] = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").selectAll().execute(),
  );
  assert.equal(mail?.to_email, "max@exemple.example");
  const history = await site.get(`/gestion/associations/${listing.id}/historique`, referent);
  const undo = /action="([^"]+\/annulation)"/.exec(history.html)?.[1] ?? "";
  assert.equal((await site.post(undo, {}, referent)).status, 303);
  assert.equal((await registry.known(listing.id)).record.prices, "10 € par an");
});

test("what someone else changed meanwhile is shown before anything is written", async () => {
  const screen = await report({ topic: "schedule", schedule: "Le jeudi" });
  const { html } = await site.get(screen, referent);
  await site.database.write(site.communeId, (tx) =>
    tx.updateTable("association").set({ schedule: "Le lundi" }).execute(),
  );
  const late = await site.post(`${screen}/acceptation`, { _base: hidden(html, "_base") }, referent);
  assert.equal(late.status, 422);
  assert.match(late.html, /La fiche a changé/);
  assert.match(late.html, /Le lundi[\s\S]*Le jeudi/);
  assert.equal((await registry.known(listing.id)).record.schedule, "Le lundi");
  const refused = await site.post(
    `${screen}/refus`,
    { answer: "Nous avons vérifié : la fiche est juste." },
    referent,
  );
  assert.equal(refused.status, 303);
});

test("a published number is replaced, still published; a new address is kept unpublished; both are forgotten in the report", async () => {
  const screen = await report({
    topic: "contact",
    phone: "02 41 00 00 02",
    email: "choeur@exemple.example",
    website: "",
  });
  const { html } = await site.get(screen, referent);
  assert.equal(
    (await site.post(`${screen}/acceptation`, { _base: hidden(html, "_base") }, referent)).status,
    303,
  );
  const { contacts } = await registry.known(listing.id);
  assert.deepEqual(
    contacts.map(({ name, phone, phonePublic, email, emailPublic }) => [
      name,
      phone,
      phonePublic,
      email,
      emailPublic,
    ]),
    [
      ["Odette", "+33241000002", true, null, false],
      [null, null, false, "choeur@exemple.example", false],
    ],
  );
  await site.database.write(site.communeId, (tx) => forgetSenders(tx, new Date("2027-09-01")));
  const kept = (await proposals()).filter(({ topic }) => topic === "contact");
  assert.deepEqual(
    kept.map(({ proposed }) => proposed),
    [null],
  );
});

test("errors received, corrected and refused are counted with their delay", async () => {
  const rows = await site.database.read(site.communeId, (tx) =>
    reportsBetween(tx, "2026-09-01", "2026-09-30"),
  );
  assert.deepEqual(
    rows.map(({ state, days }) => `${state} ${days}`),
    ["accepted 0", "refused 0", "accepted 0"],
  );
  assert.deepEqual(
    await site.database.read(site.communeId, (tx) =>
      reportsBetween(tx, "2026-10-01", "2026-10-31"),
    ),
    [],
  );
});
