import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite, testStart, type TestSite } from "../../../testing/site.ts";
import { createAssociation } from "../record/create.ts";

let site: TestSite;
let id: string;
const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
const referent = { as: "referent" } as const;

before(async () => {
  site = await openTestSite();
  await here(async (tx) => {
    const origin = {
      source: "hand" as const,
      at: new Date(testStart),
      actor: { kind: "person" as const, id: site.personId("referent") },
    };
    id = (await createAssociation(tx, { name: "Chorale du Pont" }, origin)).id;
    await tx
      .updateTable("association")
      .set({ prices: "10 € par mois", schedule: "Le mardi à 20 h" })
      .where("association_id", "=", id)
      .execute();
    await tx
      .insertInto("association_contact")
      .values({
        association_id: id,
        position: 1,
        name: "Odette Pont",
        email: "odette@pont.example",
        phone: "+33241000001",
      })
      .execute();
    await tx
      .insertInto("association_member")
      .values([
        { association_id: id, person_id: site.personId("president"), role: "owner" },
        { association_id: id, person_id: site.personId("elected"), role: "reader" },
      ])
      .execute();
    await tx
      .insertInto("visit_count")
      .values({
        day: "2026-09-01",
        page_kind: "association",
        channel: "site",
        subject_id: id,
        views: 42,
      })
      .execute();
  });
});
after(() => site.close());

const confirmations = () =>
  here((tx) =>
    tx
      .selectFrom("confirmation")
      .select(["section", "by_kind", "how"])
      .where("association_id", "=", id)
      .orderBy("confirmed_at")
      .orderBy("section")
      .execute(),
  );

/** The public page, once the news of what was just published has reached the pages kept in memory. */
const publicPage = async () => {
  await pause(20);
  return (await site.get("/associations/chorale-du-pont")).html;
};

/** Letters sent to the contact so far. */
const letters = async () =>
  (await here((tx) => tx.selectFrom("mail").select("to_email").execute())).filter(
    ({ to_email }) => to_email === "odette@pont.example",
  ).length;

/** Asks for a confirmation by mail, as an agent does; gives the path of its link. */
async function askedByMail(): Promise<{ path: string; text: string }> {
  const asked = await site.post(
    `/gestion/associations/${id}/confirmation/demande`,
    { _key: crypto.randomUUID() },
    referent,
  );
  assert.equal(asked.status, 303);
  const mail = await here((tx) =>
    tx
      .selectFrom("mail")
      .select(["text_body", "to_email"])
      .where("kind", "=", "confirmation")
      .orderBy("created_at", "desc")
      .orderBy("mail_id")
      .execute(),
  );
  const latest = mail[0];
  assert.equal(latest?.to_email, "odette@pont.example");
  const path = /http:\/\/valbrume\.test(\/confirmer\/[\w-]+)/.exec(latest.text_body)?.[1] ?? "";
  assert.ok(path);
  return { path, text: latest.text_body };
}

test("the letter says the page's own figures and asks for what no longer holds; opening its link writes nothing", async () => {
  const { path, text } = await askedByMail();
  assert.match(text, /vue 42 fois/);
  assert.match(text, /Bonjour Odette Pont/);
  const { html, status } = await site.get(path);
  assert.equal(status, 200);
  assert.match(html, /10\s€ par mois/);
  assert.match(html, /non publié\s: Odette Pont/);
  assert.deepEqual(await confirmations(), []);
});

test("one tap confirms all, once; the page and the history say it was the association", async () => {
  const { path } = await askedByMail();
  const answer = await site.post(path, { section: "all" });
  assert.equal(answer.status, 303);
  const said = await confirmations();
  assert.equal(said.length, 5);
  assert.ok(said.every(({ by_kind, how }) => by_kind === "association" && how === "link"));
  assert.match((await site.get(path)).html, /Merci, tout est confirmé/);
  await site.post(path, { section: "all" });
  assert.equal((await confirmations()).length, 5, "a link says each section once");
  assert.match(await publicPage(), /Confirmé le 15 septembre 2026[\s\S]{0,80}par l’association/);
  const history = await site.get(`/gestion/associations/${id}/historique`, referent);
  assert.match(history.html, /L’association, par son lien/);
  assert.match(history.html, /Informations confirmées/);
});

test("a correction by the link is published, confirmed, and undone by an agent like any other", async () => {
  const { path } = await askedByMail();
  const form = await site.get(`${path}/tarifs`);
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form.html)?.[1]?.replaceAll("&quot;", '"') ??
    "";
  const typed = {
    prices: "12 € par mois",
    registration: "Venez un mardi",
    _revision: hidden("_revision"),
    _base: hidden("_base"),
  };
  const saved = await site.post(`${path}/tarifs`, typed);
  assert.equal(saved.status, 303, saved.html.slice(saved.html.indexOf("<main")));
  assert.match(await publicPage(), /12\s€ par mois/);
  const stale = await site.post(`${path}/tarifs`, { ...typed, prices: "9 €" });
  assert.equal(stale.status, 422);
  assert.match(stale.html, /pendant que vous écriviez/);
  assert.match(stale.html, /9\s€/);
  const wrong = await site.post(`${path}/contact`, { email: "pas une adresse" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="pas une adresse"/);
  const right = {
    name: "Odette Pont",
    email: "odette@pont.example",
    phone: "02 41 00 00 09",
    shown: ["phone"],
  };
  assert.equal((await site.post(`${path}/contact`, right)).status, 303);
  assert.match(await publicPage(), /02\s41\s00\s00\s09/);
  assert.equal((await site.get(`${path}/etat`)).status, 404, "only what is asked is corrected");
});

test("a link ends: another is asked for from its page, to the contact's address only, and not for ever", async () => {
  const { path } = await askedByMail();
  site.clock.set("2026-11-15T09:00:00Z");
  const over = await site.get(path);
  assert.equal(over.status, 410);
  assert.match(over.html, /Ce lien est trop ancien/);
  assert.equal((await site.post(path, { section: "all" })).status, 410);
  const before = await letters();
  for (let n = 0; n < 4; n++)
    assert.equal((await site.post(`${path}/nouveau-lien`, {})).status, 200);
  assert.equal(await letters(), before + 2);
  assert.equal((await site.get("/confirmer/inconnu")).status, 410);
  assert.equal((await site.get(path, { host: "autreville.test" })).status, 410);
  site.clock.set(testStart);
});

test("a contact who is removed takes their links along", async () => {
  const { path } = await askedByMail();
  await here((tx) =>
    tx.deleteFrom("association_contact").where("association_id", "=", id).execute(),
  );
  assert.equal((await site.get(path)).status, 410);
  const asked = await site.post(`/gestion/associations/${id}/confirmation/demande`, {}, referent);
  assert.match(asked.location ?? "", /confirm_no_mail/);
});

test("someone of the association confirms signed in; a reader or a stranger does not", async () => {
  const path = `/espace/fiches/${id}`;
  assert.equal((await site.get(path, { as: "president" })).status, 200);
  const done = await site.post(path, { section: "places" }, { as: "president" });
  assert.equal(done.status, 303);
  const said = (await confirmations()).filter(({ how }) => how === "site");
  assert.deepEqual(said, [{ section: "places", by_kind: "association", how: "site" }]);
  assert.equal((await site.get(path, { as: "elected" })).status, 404);
  assert.equal((await site.get(path, { as: "communication" })).status, 403);
});

test("an agent notes what was said on the phone", async () => {
  const path = `/gestion/associations/${id}/confirmation`;
  const nothing = await site.post(path, {}, referent);
  assert.match(nothing.location ?? "", /confirm_nothing/);
  await site.post(path, { section: ["contact", "prices"] }, referent);
  const said = (await confirmations()).filter(({ how }) => how === "phone");
  assert.deepEqual(
    said.map(({ section, by_kind }) => `${section} ${by_kind}`),
    ["contact agent", "prices agent"],
  );
  assert.equal((await site.post(path, { section: "contact" }, { as: "elected" })).status, 403);
});
