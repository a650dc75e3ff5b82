import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { addSeries } from "../series/change.ts";
import { cancelOccurrence } from "../series/one.ts";
import type { Pattern } from "../series/pattern.ts";
import { occurrencesBetween } from "../series/queries.ts";
import { schedulingUrls as urls } from "../urls.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const administrator = { as: "administrator" } as const;
const page = async () => (await site.get(urls.calendar, administrator)).html;
const post = (path: string, fields: Record<string, string>) =>
  site.post(path, { _key: crypto.randomUUID(), ...fields }, administrator);
const done = async (path: string, fields: Record<string, string>) => {
  const answer = await post(path, fields);
  assert.equal(answer.status, 303, answer.html);
  await site.runJobs();
};
const send = (text: string | Uint8Array<ArrayBuffer>, name: string) => {
  const form = new FormData();
  form.set("_key", crypto.randomUUID());
  form.set("file", new Blob([text]), name);
  return site.upload(urls.file, form, administrator);
};

const daily: Pattern = {
  rhythm: { kind: "daily", every: 1 },
  firstDay: "2026-09-15",
  lastDay: null,
  startMinute: 1080,
  durationMinutes: 60,
  zone: "Europe/Paris",
  skipPublicHolidays: true,
  skipSchoolHolidays: true,
};
const add = (more: Partial<Pattern> = {}, commune = site.communeId) =>
  site.database.write(commune, (tx) =>
    addSeries(tx, { actor: { kind: "system" }, at: site.clock.now() }, { ...daily, ...more }),
  );
const days = async (id: string, from: string, to: string, commune = site.communeId) =>
  (await site.database.read(commune, (tx) => occurrencesBetween(tx, [id], from, to))).map(
    ({ day }) => day,
  );

test("the page says the zone of the department, the days known and until when", async () => {
  const html = await page();
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /Celle du département\s: zone B/);
  assert.match(html, /connues jusqu’au 31 août 2027/);
  assert.match(html, /du 17 octobre 2026 au 1er novembre 2026/);
  assert.match(html, /mercredi 11 novembre 2026/);
  assert.match((await site.get("/gestion/reglages", administrator)).html, new RegExp(urls.calendar)); // prettier-ignore
  site.clock.set("2027-07-01T09:00:00Z");
  assert.match(await page(), /ne sont connues que jusqu’au 31 août 2027/);
  site.clock.set("2027-10-01T09:00:00Z");
  assert.match(await page(), /ne sont plus connues depuis le 31 août 2027/);
  site.clock.set("2026-09-15T09:00:00Z");
});

const insee = (code: string) =>
  site.database.write(site.communeId, (tx) =>
    tx.updateTable("commune").set({ insee: code }).where("commune_id", "=", site.communeId).execute(),
  ); // prettier-ignore

test("Moselle has no session on Good Friday nor on 26 December", async () => {
  const id = await add({ skipSchoolHolidays: false });
  assert.deepEqual(await days(id, "2027-03-25", "2027-03-30"), ["2027-03-25", "2027-03-26", "2027-03-27", "2027-03-28", "2027-03-30"]); // prettier-ignore
  await insee("57463");
  const there = await add({ skipSchoolHolidays: false });
  await insee("49998");
  assert.deepEqual(await days(there, "2027-03-25", "2027-03-30"), ["2027-03-25", "2027-03-27", "2027-03-28", "2027-03-30"]); // prettier-ignore
  assert.deepEqual(await days(there, "2026-12-24", "2026-12-27"), ["2026-12-24", "2026-12-27"]);
});

test("another zone, and the sessions follow; what was decided by hand stays", async () => {
  const id = await add();
  assert.deepEqual(await days(id, "2027-02-04", "2027-02-07"), ["2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07"]); // prettier-ignore
  const [cancelled] = await site.database.read(site.communeId, (tx) =>
    occurrencesBetween(tx, [id], "2027-02-07", "2027-02-07"),
  );
  const act = { actor: { kind: "system" } as const, at: site.clock.now() };
  await site.database.write(site.communeId, (tx) =>
    cancelOccurrence(tx, act, cancelled?.id ?? "", null),
  );
  await done(urls.zone, { zone: "c" });
  assert.deepEqual(await days(id, "2027-02-04", "2027-02-22"), ["2027-02-04", "2027-02-05", "2027-02-07", "2027-02-22"]); // prettier-ignore
  assert.match(await page(), /du 6 février 2027 au 21 février 2027/);
  assert.equal((await post(urls.zone, { zone: "d" })).status, 422);
  await done(urls.zone, { zone: "" });
  assert.equal((await days(id, "2027-02-04", "2027-02-07")).length, 4);
});

const csv = [
  "Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire",
  "Vacances de Noël;-;2026-12-18;2027-01-04;Nantes;Zone B;2026-2027",
  "Vacances d'Hiver;-;2028-02-12;2028-02-28;Nantes;Zone B;2027-2028",
].join("\r\n");

test("the ministry's file replaces the dates of the site, which come back when asked", async () => {
  const id = await add({ skipPublicHolidays: false });
  assert.equal((await days(id, "2026-10-17", "2026-11-01")).length, 0);
  const answer = await send(new Uint8Array(Buffer.from(csv, "latin1")), "calendrier.csv");
  assert.equal(answer.status, 303, answer.html);
  await site.runJobs();
  const html = await page();
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /«\scalendrier\.csv\s»/);
  assert.match(html, /jusqu’au 27 février 2028/);
  assert.equal((await days(id, "2026-10-17", "2026-11-01")).length, 16);
  assert.equal((await days(id, "2028-02-12", "2028-02-28")).length, 1);
  await done(urls.fileBack, {});
  assert.equal((await days(id, "2026-10-17", "2026-11-01")).length, 0);
  assert.doesNotMatch(await page(), /calendrier\.csv/);
});

const plain = (html: string) => html.replace(/name="_key" value="[^"]*"/g, "");

test("a wrong file is refused by a sentence, and changes nothing", async () => {
  const before = await page();
  for (const [text, sentence] of [
    ["Nom;Jour\nNoël;25", /Il manque une colonne/],
    ["", /Choisissez un fichier/],
    [csv.replace("2026-12-18", "bientôt"), /Une date du fichier/],
    ["x".repeat(2_000_001), /dépasse 2\sMo/],
  ] as const) {
    const answer = await send(text, "faux.csv");
    assert.equal(answer.status, 422);
    assert.match(answer.html, sentence);
    assert.deepEqual(await htmlFaults(answer.html), []);
  }
  assert.equal(plain(await page()), plain(before));
});

test("closed days are added once, skipped as public holidays, and taken out again", async () => {
  const id = await add({ skipSchoolHolidays: false });
  const typed = { name: "Pont d’hiver", first_day: "2026-12-28", last_day: "2026-12-27" };
  const wrong = await post(urls.closed, typed);
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /doit venir après le premier/);
  assert.match(wrong.html, /value="Pont d’hiver"/);
  const right = { ...typed, last_day: "2026-12-29" };
  await done(urls.closed, right);
  assert.deepEqual(await days(id, "2026-12-27", "2026-12-30"), ["2026-12-27", "2026-12-30"]);
  assert.match((await post(urls.closed, right)).html, /déjà dans la liste/);
  const html = await page();
  assert.match(html, /du 28 décembre 2026 au 29 décembre 2026/);
  await done(html.match(/\/gestion\/reglages\/calendrier\/fermetures\/[^"]+/)?.[0] ?? "", {});
  assert.equal((await days(id, "2026-12-27", "2026-12-30")).length, 4);
});

test("only the administrator, and only their commune", async () => {
  for (const as of ["referent", "president"] as const) {
    assert.equal((await site.get(urls.calendar, { as })).status, 403);
    assert.equal((await site.post(urls.zone, { zone: "c" }, { as })).status, 403);
  }
  const there = await add({}, site.otherCommuneId);
  await done(urls.closed, { name: "Ici seulement", first_day: "2026-12-01", last_day: "" });
  const seen = await site.get(urls.calendar, { as: "administrator", host: "autreville.test" });
  assert.doesNotMatch(seen.html, /Ici seulement/);
  assert.deepEqual(await days(there, "2026-12-01", "2026-12-01", site.otherCommuneId), ["2026-12-01"]); // prettier-ignore
});
