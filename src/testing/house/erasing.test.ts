import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../site.ts";
import { htmlFaults } from "../valid-html.ts";
import { referent, registryOf } from "../../modules/associations/registry.testing.ts";
import { writeEverywhere } from "../written-everywhere.ts";
import { desk, markers, sent, zoe } from "../zoe.ts";
import { holding } from "../holding.ts";

let site: TestSite;
let registry: ReturnType<typeof registryOf>;
let written: Awaited<ReturnType<typeof writeEverywhere>>;
before(async () => {
  site = await openTestSite();
  registry = registryOf(site);
  written = await writeEverywhere(site);
});
after(() => site.close());

const administrator = { as: "administrator" } as const;
const erasing = "/gestion/reglages/effacement";
const contacts = async (id: string) => (await registry.known(id)).contacts;

test("what people wrote about somebody without an account is told before anything is erased", async () => {
  const found = await Promise.all(markers.map((marker) => holding(site, marker)));
  assert.ok(found.every((tables) => tables.length > 0));
  const tables = ["association", "association_contact", "association_designation", "association_invitation", "association_merge", "association_note", "association_translation", "claim_request", "declared_need", "import", "import_line", "journal", "journal_personal", "mail", "place", "proposal", "registrant", "registration", "registration_opening", "search_need", "search_word", "support_event"]; // prettier-ignore
  for (const table of tables) assert.ok(found.flat().includes(`public.${table}`), table);
  assert.ok((await holding(site, "mail_id")).includes("graphile_worker._private_jobs"));
  const page = await site.get(erasing, administrator);
  assert.deepEqual(await htmlFaults(page.html), []);
  assert.match((await site.get("/gestion/reglages", administrator)).html, new RegExp(erasing));
  const wrong = await site.post(`${erasing}/verification`, { email: "zoe" }, administrator);
  assert.equal(wrong.status, 422);
  const nobody = { email: "personne@exemple.example" };
  const none = await site.post(`${erasing}/verification`, nobody, administrator);
  assert.match(none.html, /Le site ne garde rien avec cette adresse/);
  const told = await site.post(
    `${erasing}/verification`,
    { email: " Zoe@exemple.example" },
    administrator,
  );
  assert.equal(told.status, 200);
  assert.deepEqual(await htmlFaults(told.html), []);
  for (const words of [
    /5 contacts d’associations/,
    /11 textes qui la citent/,
    /1 inscription à une activité/,
    /3 propositions, signalements ou demandes de fiche/,
    /1 réunion de fiches/,
    /4 lignes de fichiers importés/,
    /2 recherches/,
    /5 courriels/,
  ])
    assert.match(told.html, words);
  assert.equal((await contacts(written.club.id)).length, 2, "nothing is erased yet");
});

test("only the administrator erases, and only in their commune", async () => {
  for (const as of ["referent", "communication", "elected", "president"] as const)
    for (const path of [`${erasing}/verification`, `${erasing}/fait`])
      assert.equal((await site.post(path, { email: zoe.email }, { as })).status, 403, as);
  const there = { as: "administrator", host: "autreville.test" } as const;
  assert.equal((await site.post(`${erasing}/fait`, { email: zoe.email }, there)).status, 422);
  assert.equal((await contacts(written.club.id)).length, 2);
});

test("once erased, they are nowhere in the database, and what they did not own stays", async () => {
  const address = `/associations/${written.club.slug}`;
  assert.match((await site.get(address)).html, /Marquérande/);
  await sent(site, `${erasing}/fait`, { email: zoe.email }, administrator);
  await nowhere();
  assert.doesNotMatch((await site.get(address)).html, /Marquérande|06 88/);
  const known = await registry.known(written.club.id);
  assert.deepEqual(known.contacts.map(({ email, phone }) => [email, phone]), [["contact@club.example", null]]); // prettier-ignore
  assert.equal(known.record.registration, "Auprès de …, … (…) ou …");
  const texts = await site.get(desk(written.club.id, "/traductions"), referent);
  assert.match(texts.html, /À jour avec le français/, "what both lost does not read as changed");
  const past = await site.get(erasing, administrator);
  assert.match(past.html, /Camille administrator/);
  assert.match(past.html, /5 contacts d’associations/);
});

/** Neither in what waits for the worker. */
async function nowhere(): Promise<void> {
  for (const marker of markers) assert.deepEqual(await holding(site, marker), [], marker);
}

test("what would have given them back says so, and gives back the rest", async () => {
  const history = await site.get(desk(written.removed, "/historique"), referent);
  assert.match(history.html, /…/);
  const entries = [...history.html.matchAll(/historique\/[0-9a-f-]{36}\/annulation/g)];
  assert.ok(entries.length > 1);
  for (const [path] of entries) {
    const answer = await site.post(desk(written.removed, `/${path}`), {}, referent);
    assert.equal(answer.status, 422, path);
    assert.match(answer.html, /a été effacé|a changé depuis/);
  }
  const whole = await site.get(desk(written.mixed, "/historique"), referent);
  const undo = whole.html.match(/historique\/[0-9a-f-]{36}\/annulation/)?.[0] ?? "";
  assert.match(await sent(site, desk(written.mixed, `/${undo}`), {}), /registry\.undone_without/);
  const { record, contacts: none } = await registry.known(written.mixed);
  assert.deepEqual([record.website, none], [null, []]);
  const split = await site.get(written.merge, referent);
  assert.match(split.html, /2 contacts ont été effacés à la demande de la personne/);
  await sent(site, `${written.merge}/separation`, {});
  assert.equal((await contacts(written.club.id)).length, 1);
  await sent(site, `${written.carried}/annulation`, {});
  await site.runJobs();
  const lines = await site.get(`${written.carried}?lignes=changed`, referent);
  assert.match(lines.html, /un contact a été effacé à la demande de la personne/);
  await nowhere();
});
