import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { historyOf } from "../../journal/index.ts";
import { sections } from "./sections.ts";
import { settingsUrls } from "./urls.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const admin = { as: "administrator" } as const;

test("the settings are for the administrator alone", async () => {
  const pages = [
    settingsUrls.all,
    settingsUrls.hosts,
    settingsUrls.colours,
    settingsUrls.districts,
  ];
  for (const path of [...pages, ...sections.map((one) => settingsUrls.section(one.path))]) {
    assert.equal((await site.get(path, admin)).status, 200, path);
    for (const as of ["referent", "communication", "elected", "president"] as const)
      assert.equal((await site.get(path, { as })).status, 403, `${path} ${as}`);
    assert.equal((await site.get(path)).status, 303, path);
  }
  const refused = await site.post(
    settingsUrls.section("identite"),
    { name: "X" },
    { as: "referent" },
  );
  assert.equal(refused.status, 403);
});

test("an unknown settings page is not found", async () => {
  assert.equal((await site.get("/gestion/reglages/nimporte", admin)).status, 404);
});

test("a change of name shows on every page, and the history says the old and the new one", async () => {
  const answer = await site.post(
    settingsUrls.section("identite"),
    { name: "Valbrume-sur-Loire", site_name: "Assos de Valbrume", insee: "49998" },
    admin,
  );
  assert.equal(answer.status, 303);
  const home = await site.get(settingsUrls.all, admin);
  assert.match(home.html, /Assos de Valbrume/);
  const [line] = await site.database.read(site.communeId, (tx) =>
    historyOf(tx, "commune", String(site.communeId)),
  );
  assert.equal(line?.action, "settings.identity");
  assert.deepEqual(line?.change["name"], { old: "Valbrume", new: "Valbrume-sur-Loire" });
});

test("a change in one commune leaves the other as it was", async () => {
  await site.post(settingsUrls.section("identite"), { name: "Ailleurs", insee: "49998" }, admin);
  const other = await site.get(settingsUrls.section("identite"), {
    ...admin,
    host: "autreville.test",
  });
  assert.match(other.html, /value="Autreville"/);
});

test("a refused setting gives back what was typed, with a sentence by its field", async () => {
  const answer = await site.post(
    settingsUrls.section("identite"),
    { name: "", insee: "4999" },
    admin,
  );
  assert.equal(answer.status, 422);
  assert.match(answer.html, /Écrivez le nom de la commune/);
  assert.match(answer.html, /value="4999"/);
  assert.match(answer.html, /cinq caractères, par exemple/);
});

test("names of people are kept on the personal side of the history", async () => {
  const texts = { publisher: "Commune", director: "Solène Marchadier", host: "Syndicat" };
  assert.equal((await site.post(settingsUrls.section("mentions"), texts, admin)).status, 303);
  const lines = await site.database.read(site.communeId, (tx) =>
    historyOf(tx, "commune", String(site.communeId)),
  );
  const line = lines.find(({ action }) => action === "settings.legal");
  assert.doesNotMatch(JSON.stringify(line?.change), /Marchadier/);
  assert.deepEqual(
    line?.personal.map((value) => [value.field, value.old, value.new]),
    [["director", null, "Solène Marchadier"]],
  );
});

const save = (fields: Record<string, string>) =>
  site.post(settingsUrls.section("accessibilite"), fields, admin);
const footer = async () =>
  (await site.get(settingsUrls.all, admin)).html.match(/Accessibilité\s: ([\p{L} ]+)/u)?.[1];

test("the state of accessibility follows the audit", async () => {
  assert.equal(await footer(), "non conforme");
  const half = await save({ auditedOn: "2026-05-04", auditRate: "72,5" });
  assert.equal(half.status, 422);
  assert.match(half.html, /une date, un résultat et un auteur/);
  const late = { auditedOn: "2027-05-04", auditRate: "72,5", auditor: "Access42" };
  assert.equal((await save(late)).status, 422);
  assert.equal((await save({ ...late, auditedOn: "2026-05-04" })).status, 303);
  assert.equal(await footer(), "partiellement conforme");
});

test("a date of publication that is still to come is refused", async () => {
  const path = settingsUrls.section("publication");
  const late = await site.post(path, { directory_published_on: "2026-10-01" }, admin);
  assert.equal(late.status, 422);
  assert.match(late.html, /pas encore passée/);
  const wrong = await site.post(path, { directory_published_on: "2026-02-30" }, admin);
  assert.match(wrong.html, /Cette date n’existe pas/);
  assert.equal(
    (await site.post(path, { directory_published_on: "2026-09-01" }, admin)).status,
    303,
  );
});

test("the phone number is shown as people write it, and is the same however it is written", async () => {
  const path = settingsUrls.section("accueil");
  const number = () =>
    site.database.read(site.communeId, (tx) =>
      tx.selectFrom("commune").select("phone").executeTakeFirstOrThrow(),
    );
  assert.equal((await site.post(path, { phone: "+33261910049" }, admin)).status, 303);
  assert.match((await site.get(path, admin)).html, /name="phone"[^>]*value="02 61 91 00 49"/);
  const again = await site.post(path, { phone: "02\u00a061 91.00.49" }, admin);
  assert.equal(again.status, 303);
  assert.deepEqual(await number(), { phone: "+33261910049" });
  assert.equal((await site.post(path, { phone: "02 61 91 00 50" }, admin)).status, 303);
  assert.deepEqual(await number(), { phone: "02 61 91 00 50" });
});

test("French is always offered; a language nobody translated is refused", async () => {
  const path = settingsUrls.section("langues");
  assert.equal((await site.post(path, { languages: "xx" }, admin)).status, 422);
  assert.equal((await site.post(path, { languages: "en" }, admin)).status, 303);
  assert.match((await site.get(settingsUrls.all, admin)).html, /hreflang="en"/);
  assert.equal((await site.post(path, {}, admin)).status, 303);
  assert.doesNotMatch((await site.get(settingsUrls.all, admin)).html, /hreflang="en"/);
});

test("saving what is already there writes no history", async () => {
  const path = settingsUrls.section("publication");
  const lines = () =>
    site.database.read(site.communeId, (tx) => historyOf(tx, "commune", String(site.communeId)));
  const count = (await lines()).length;
  await site.post(path, { directory_published_on: "2026-09-01" }, admin);
  assert.equal((await lines()).length, count);
});

test("a test mail goes to the person who asks for it", async () => {
  const answer = await site.post(settingsUrls.testMail, {}, admin);
  assert.equal(answer.status, 303);
  const mail = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("mail").selectAll().execute(),
  );
  assert.deepEqual(
    mail.map((one) => [one.kind, one.to_email]),
    [["sender_test", "administrator@valbrume.example"]],
  );
});

test("the addresses of the site are shown, those of this commune only", async () => {
  const { html } = await site.get(settingsUrls.hosts, admin);
  assert.match(html, /<li>valbrume\.test<\/li>/);
  assert.doesNotMatch(html, /<li>autreville/);
});

test("two administrators on the same settings: the second is told, and loses nothing", async () => {
  const path = settingsUrls.section("identite");
  const base = /name="_base" value="([^"]+)"/.exec((await site.get(path, admin)).html)?.[1] ?? "";
  assert.notEqual(base, "");
  const first = await site.post(path, { name: "Valbrume-Ville", _base: base }, admin);
  assert.equal(first.status, 303);
  const second = await site.post(path, { name: "Valbrume-les-Eaux", _base: base }, admin);
  assert.equal(second.status, 422);
  assert.match(second.html, /Quelqu’un a changé ces réglages.*value="Valbrume-les-Eaux"/s);
  const again = /name="_base" value="([^"]+)"/.exec(second.html)?.[1] ?? "";
  assert.equal((await site.post(path, { name: "Valbrume-les-Eaux", _base: again }, admin)).status, 303); // prettier-ignore
});

test("a date is read as people write it", async () => {
  const path = settingsUrls.section("publication");
  const typed = { directory_published_on: "2 septembre 2026", rules_published_on: "01/09/2026" };
  assert.equal((await site.post(path, typed, admin)).status, 303);
  const { html } = await site.get(path, admin);
  assert.match(html, /value="2026-09-02"/);
  assert.match(html, /value="2026-09-01"/);
});
