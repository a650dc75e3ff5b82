import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { testStart } from "../../../testing/site.ts";
import { openChoir } from "./confirming.testing.ts";

let choir: Awaited<ReturnType<typeof openChoir>>;
const referent = { as: "referent" } as const;
before(async () => (choir = await openChoir()));
after(() => choir.site.close());

test("the letter says the page's own figures and asks for what no longer holds; opening its link writes nothing", async () => {
  const { path, text } = await choir.askedByMail();
  assert.match(text, /vue 42 fois/);
  assert.match(text, /Bonjour Odette Pont/);
  const { html, status } = await choir.site.get(path);
  assert.equal(status, 200);
  assert.match(html, /10\s€ par mois/);
  assert.match(html, /non publié\s: Odette Pont/);
  assert.deepEqual(await choir.confirmations(), []);
});

test("one tap confirms all, once; the page and the history say it was the association", async () => {
  const { path } = await choir.askedByMail();
  const answer = await choir.site.post(path, { section: "all" });
  assert.equal(answer.status, 303);
  const said = await choir.confirmations();
  assert.equal(said.length, 5);
  assert.ok(said.every(({ by_kind, how }) => by_kind === "association" && how === "link"));
  assert.match((await choir.site.get(path)).html, /Merci, tout est confirmé/);
  await choir.site.post(path, { section: "all" });
  assert.equal((await choir.confirmations()).length, 5, "a link says each section once");
  assert.match(
    await choir.publicPage(),
    /Confirmé le 15 septembre 2026[\s\S]{0,80}par l’association/,
  );
  const history = await choir.site.get(`/gestion/associations/${choir.id}/historique`, referent);
  assert.match(history.html, /L’association, par son lien/);
  assert.match(history.html, /Informations confirmées/);
});

test("a correction by the link is published, confirmed, and undone by an agent like any other", async () => {
  const { path } = await choir.askedByMail();
  const form = await choir.site.get(`${path}/tarifs`);
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form.html)?.[1]?.replaceAll("&quot;", '"') ??
    "";
  const typed = {
    prices: "12 € par mois",
    registration: "Venez un mardi",
    _revision: hidden("_revision"),
    _base: hidden("_base"),
  };
  const saved = await choir.site.post(`${path}/tarifs`, typed);
  assert.equal(saved.status, 303, saved.html.slice(saved.html.indexOf("<main")));
  assert.match(await choir.publicPage(), /12\s€ par mois/);
  const stale = await choir.site.post(`${path}/tarifs`, { ...typed, prices: "9 €" });
  assert.equal(stale.status, 422);
  assert.match(stale.html, /pendant que vous écriviez/);
  assert.match(stale.html, /9\s€/);
  const wrong = await choir.site.post(`${path}/contact`, { email: "pas une adresse" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="pas une adresse"/);
  const right = {
    name: "Odette Pont",
    email: "odette@pont.example",
    phone: "02 41 00 00 09",
    shown: ["phone"],
  };
  assert.equal((await choir.site.post(`${path}/contact`, right)).status, 303);
  assert.match(await choir.publicPage(), /02\s41\s00\s00\s09/);
  assert.equal(
    (await choir.site.get(`${path}/etat`)).status,
    404,
    "only what is asked is corrected",
  );
  const history = await choir.site.get(`/gestion/associations/${choir.id}/historique`, referent);
  const line = history.html.split("<tr>").find((row) => /12\s€ par mois/.test(row)) ?? "";
  const undo = /action="([^"]+\/annulation)"/.exec(line)?.[1] ?? "";
  assert.equal((await choir.site.post(undo, {}, referent)).status, 303);
  assert.match(await choir.publicPage(), /10\s€ par mois/);
});

test("a link ends: another is asked for from its page, to the contact's address only, and not for ever", async () => {
  const { path } = await choir.askedByMail();
  choir.site.clock.set("2026-11-15T09:00:00Z");
  const over = await choir.site.get(path);
  assert.equal(over.status, 410);
  assert.match(over.html, /Ce lien est trop ancien/);
  assert.equal((await choir.site.post(path, { section: "all" })).status, 410);
  const before = await choir.letters();
  for (let n = 0; n < 4; n++)
    assert.equal((await choir.site.post(`${path}/nouveau-lien`, {})).status, 200);
  assert.equal(await choir.letters(), before + 2);
  assert.equal((await choir.site.get("/confirmer/inconnu")).status, 410);
  assert.equal((await choir.site.get(path, { host: "autreville.test" })).status, 410);
  choir.site.clock.set(testStart);
});

test("a contact who is removed takes their links along", async () => {
  const { path } = await choir.askedByMail();
  await choir.here((tx) =>
    tx.deleteFrom("association_contact").where("association_id", "=", choir.id).execute(),
  );
  assert.equal((await choir.site.get(path)).status, 410);
  const asked = await choir.site.post(
    `/gestion/associations/${choir.id}/confirmation/demande`,
    {},
    referent,
  );
  assert.match(asked.location ?? "", /confirm_no_mail/);
});

test("someone of the association confirms signed in; a reader or a stranger does not", async () => {
  const home = `/espace/fiches/${choir.id}`;
  const path = `${home}/page`;
  const space = await choir.site.get("/espace", { as: "president" });
  assert.match(space.html, new RegExp(`href="${home}"`));
  assert.match(
    (await choir.site.get(home, { as: "president" })).html,
    new RegExp(`href="${path}"`),
  );
  assert.equal((await choir.site.get(path, { as: "president" })).status, 200);
  const done = await choir.site.post(path, { section: "places" }, { as: "president" });
  assert.equal(done.status, 303);
  const said = (await choir.confirmations()).filter(({ how }) => how === "site");
  assert.deepEqual(said, [{ section: "places", by_kind: "association", how: "site" }]);
  assert.equal((await choir.site.get(path, { as: "elected" })).status, 404);
  assert.equal((await choir.site.get(path, { as: "communication" })).status, 403);
});

test("an agent notes what was said on the phone", async () => {
  const path = `/gestion/associations/${choir.id}/confirmation`;
  const nothing = await choir.site.post(path, {}, referent);
  assert.equal(nothing.status, 422);
  assert.match(nothing.html, /Cochez ce que l’association a confirmé/);
  await choir.site.post(path, { section: ["contact", "prices"] }, referent);
  const said = (await choir.confirmations()).filter(({ how }) => how === "phone");
  assert.deepEqual(
    said.map(({ section, by_kind }) => `${section} ${by_kind}`),
    ["contact agent", "prices agent"],
  );
  assert.equal(
    (await choir.site.post(path, { section: "contact" }, { as: "elected" })).status,
    403,
  );
});
