import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { personalData } from "../../../app.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { writeEverywhere } from "../../../testing/written-everywhere.ts";
import { zoe } from "../../../testing/zoe.ts";
import { holding } from "../../../testing/holding.ts";
import { giveAssociation, lastMail, mailsTo, president } from "../letters.testing.ts";
import { heldAbout } from "./held.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await writeEverywhere(site);
  await giveAssociation(site);
});
after(() => site.close());

const mine = "/espace/mes-donnees";
const request = "/donnees-personnelles/demande";
const t = () => site.house.words("fr");
const told = (whom: { email: string } | { id: string }, proven = false) =>
  site.database.read(site.communeId, (tx) =>
    heldAbout(tx, whom, { rooms: personalData, t: t(), proven }),
  );
const tables = (found: readonly string[]) =>
  found.filter((name) => name.startsWith("public.")).map((name) => name.slice(7)).sort(); // prettier-ignore
/** A link to what is held with an address, as its mail gives it. */
const linkTo = async (email: string) => {
  assert.equal((await site.post(request, { email })).status, 303);
  return (await lastMail(site, email)).path;
};
// What is counted or computed again from what is told.
const derived = new Set(["activity_document", "search_document", "search_stale", "search_summary"]);

test("what is told of somebody names every table that holds their address, their name or their number", async () => {
  const said = new Set((await told({ email: zoe.email })).map(({ table }) => table as string));
  for (const marker of [zoe.email, "Marquérande", "0688776655", "06 88 77 66 55"])
    for (const table of tables(await holding(site, marker)))
      assert.ok(derived.has(table) || said.has(table), `${table} holds ${marker} and is not told`);
});

test("what is told of an agent names every table that keeps what they did", async () => {
  const id = site.personId("referent");
  const said = new Set((await told({ id })).map(({ table }) => table as string));
  for (const table of tables(await holding(site, id)))
    assert.ok(
      derived.has(table) || said.has(table),
      `${table} holds the identifier and is not told`,
    );
});

test("whoever asks for themselves reads what bears their address, never what bears a name they wrote", async () => {
  await site.post("/annuaire/proposer/envoi", {
    name: "Les Curieux",
    body: "Bonjour.",
    senderName: zoe.name,
    senderEmail: "curieux@exemple.example",
    senderPhone: zoe.phone,
  });
  const path = await linkTo("curieux@exemple.example");
  const seen = await site.post(path, {});
  assert.equal(seen.status, 200);
  assert.deepEqual(await htmlFaults(seen.html), []);
  assert.match(seen.html, /Les Curieux/);
  assert.doesNotMatch(seen.html, /zoe@exemple|Tricoteuses|Couture du Val/);
  const check = await site.post(`${path}/effacement`, {});
  assert.match(check.html, /1 proposition/);
  const done = await site.post(`${path}/effacement/fait`, { email: "curieux@exemple.example" });
  assert.match(done.location ?? "", /mine\.erased/);
  assert.deepEqual(await holding(site, "curieux@exemple"), []);
  assert.ok((await holding(site, "zoe@exemple")).length > 5, "nothing of Zoé went");
});

test("asking for a link says the same for every address, and opening it changes nothing", async () => {
  const known = await site.post(request, { email: zoe.email });
  const unknown = await site.post(request, { email: "personne@exemple.example" });
  assert.equal(known.location, unknown.location);
  assert.equal((await site.post(request, { email: "zoe" })).status, 422);
  const { path, subject } = await lastMail(site, zoe.email);
  assert.equal(subject, (await lastMail(site, "personne@exemple.example")).subject);
  const shown = await site.get(path);
  assert.doesNotMatch(shown.html, /Marquérande/);
  assert.match((await site.post(path, {})).html, /Couture du Val/);
  const table = await site.post(`${path}/fichier`, {});
  assert.match(table.headers.get("content-type") ?? "", /text\/csv/);
  assert.match(table.html, /Tricoteuses/);
  site.clock.set("2026-09-15T10:01:00Z");
  for (const answer of [await site.get(path), await site.post(path, {})])
    assert.equal(answer.status, 410);
  site.clock.set("2026-09-15T09:00:00Z");
});

test("someone signed in reads, takes away and corrects what is held about them", async () => {
  const as = { as: "president" } as const;
  const page = await site.get(mine, as);
  assert.deepEqual(await htmlFaults(page.html), []);
  assert.match(page.html, /Jeanne Présidente/);
  assert.match(page.html, /Club de marche/);
  assert.match((await site.get(`${mine}/tableau.csv`, as)).html, /Club de marche/);
  const file = JSON.parse((await site.get(`${mine}/fichier.json`, as)).html) as {
    donnees: unknown[];
  };
  assert.ok(file.donnees.length > 2);
  assert.equal((await site.post(`${mine}/correction`, { name: "", phone: "" }, as)).status, 422);
  await site.post(`${mine}/correction`, { name: "Jeanne Corrigée", phone: "0241000099" }, as);
  assert.match((await site.get(mine, as)).html, /Jeanne Corrigée/);
  assert.match((await site.get(mine)).location ?? "", /connexion/);
});

test("an address changes once its new box opened the link, and the old one is told", async () => {
  const as = { as: "president" } as const;
  const email = "jeanne@neuve.example";
  assert.equal((await site.post(`${mine}/adresse`, { email: president }, as)).status, 422);
  await site.post(`${mine}/adresse`, { email }, as);
  const { path } = await lastMail(site, email);
  assert.equal((await site.get(path)).status, 200);
  assert.match((await site.get(mine, as)).html, new RegExp(president));
  assert.match((await site.post(path, {}, as)).location ?? "", /mine\.email_changed/);
  assert.match((await site.get(mine, as)).html, /jeanne@neuve/);
  assert.match((await mailsTo(site, president))[0]?.text_body ?? "", /une autre adresse/);
  assert.equal((await site.post(path, {}, as)).status, 410, "a link serves once");
  await site.post(`${mine}/adresse`, { email: "referent@valbrume.example" }, as);
  const taken = await lastMail(site, "referent@valbrume.example");
  assert.equal((await site.post(taken.path, {}, as)).status, 422);
});

test("the last administrator is told why they stay; the last one responsible is told what they leave", async () => {
  const kept = await site.post(`${mine}/effacement`, {}, { as: "administrator" });
  assert.equal(kept.status, 422);
  assert.match(kept.html, /dernière personne qui administre/);
  const as = { as: "president" } as const;
  const check = await site.post(`${mine}/effacement`, {}, as);
  assert.match(check.html, /seule personne responsable de\s: Club de marche/);
  assert.equal(
    (await site.post(`${mine}/effacement/fait`, {}, as)).status,
    200,
    "only from that page",
  );
  const done = await site.post(`${mine}/effacement/fait`, { email: "jeanne@neuve.example" }, as);
  assert.match(done.headers.get("set-cookie") ?? "", /Max-Age=0/);
  assert.deepEqual(await holding(site, "jeanne@neuve"), []);
  assert.match((await site.get("/gestion/file", { as: "referent" })).html, /Club de marche/);
});
