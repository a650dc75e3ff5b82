import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { historyOf } from "../../journal/index.ts";
import { communeWork } from "../jobs.ts";
import { settingsUrls } from "../settings/urls.ts";
import { legalUrls } from "./urls.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await site.post(settingsUrls.section("langues"), { languages: "en" }, admin);
});
after(() => site.close());

const admin = { as: "administrator" } as const;
const form = settingsUrls.section("accessibilite-declaration");
const save = (fields: Record<string, string>) => site.post(form, fields, admin);
/** As a visitor reads it: pages kept for visitors learn of a change a few milliseconds after it, by a notification. */
async function statement(awaited: RegExp, lang = ""): Promise<string> {
  for (let left = 100; ; left--) {
    const { html } = await site.get(lang + legalUrls.accessibility);
    const read = html.replace(/\s+/g, " ");
    if (left > 0 && !awaited.test(read)) await pause(20);
    else {
      assert.match(read, awaited);
      assert.deepEqual(await htmlFaults(html), []);
      return read;
    }
  }
}
const typed = {
  statementOn: "2026-05-12",
  statementUpdatedOn: "2026-06-01",
  testEnvironments: "Firefox et NVDA\r\nSafari et VoiceOver",
  tools: "Colour Contrast Analyser\r\n\r\n  axe <2026>  ",
  testedPages:
    "Accueil : /\r\nAnnuaire des associations /annuaire?q=yoga\r\nPortail https://ville.example",
};

test("before anything is typed, the statement claims nothing", async () => {
  const html = await statement(/aucun audit en cours de validité/);
  for (const said of [
    /Les non-conformités ne sont pas connues, faute d’audit/,
    /Aucune vérification avec un lecteur d’écran n’a encore été déclarée/,
    /Aucun outil n’a encore été déclaré/,
    /Aucune page vérifiée n’a encore été déclarée/,
  ])
    assert.match(html, said);
  assert.doesNotMatch(html, /mise à jour le|ne sont pas accessibles pour les raisons/);
  await statement(/No page that was checked has been declared yet/, "/en");
});

test("what the commune types shows on the statement, in French and in English", async () => {
  assert.equal((await save(typed)).status, 303);
  for (const [lang, dates, lead] of [
    [
      "",
      /établie le 12 mai 2026\.<\/p><p>Elle a été mise à jour le 1er juin 2026\./,
      /réalisées avec/,
    ],
    [
      "/en",
      /prepared on May 12, 2026\.<\/p><p>It was updated on June 1, 2026\./,
      /was checked with/,
    ],
  ] as const) {
    const html = await statement(dates, lang);
    assert.match(html, lead);
    for (const line of [
      "<li>Firefox et NVDA</li><li>Safari et VoiceOver</li>",
      "<li>Colour Contrast Analyser</li><li>axe &lt;2026></li>",
      '<li><a href="/">Accueil</a></li>',
      '<li><a href="/annuaire?q=yoga">Annuaire des associations</a></li>',
      '<li><a href="https://ville.example">Portail</a></li>',
    ])
      assert.ok(html.includes(line), line);
  }
  const lines = await site.database.read(site.communeId, (tx) =>
    historyOf(tx, "commune", String(site.communeId)),
  );
  const line = lines.find(({ action }) => action === "settings.statement");
  assert.deepEqual(line?.change["statementOn"], { old: null, new: "2026-05-12" });
});

test("a line that leads to no page is refused by name, and what was typed comes back", async () => {
  for (const line of [
    "Piège javascript:alert(1)",
    "Piège //ailleurs.example",
    "Piège /\\ailleurs.example",
    "Piège data:text/html,x",
    "/annuaire",
    "Accueil",
  ]) {
    const answer = await save({ ...typed, testedPages: `Accueil /\n${line}` });
    assert.equal(answer.status, 422, line);
    assert.ok(answer.html.includes(`À la ligne «\u00a0${line}\u00a0», écrivez le nom`), line);
    assert.ok(answer.html.includes(`Accueil /\n${line}</textarea>`), line);
    assert.deepEqual(await htmlFaults(answer.html), []);
  }
  assert.doesNotMatch(await statement(/Colour Contrast/), /Piège/);
});

test("a statement is updated after it was made, and never in the days to come", async () => {
  for (const [made, updated, said] of [
    ["", "2026-06-01", /donnez les deux dates/],
    ["2026-06-01", "2026-05-01", /donnez les deux dates/],
    ["2036-06-01", "", /pas encore passée/],
  ] as const) {
    const answer = await save({ ...typed, statementOn: made, statementUpdatedOn: updated });
    assert.equal(answer.status, 422);
    assert.match(answer.html, said);
  }
});

test("what is emptied is unsaid again, and an audit says what it did not list", async () => {
  assert.equal((await save({})).status, 303);
  await statement(/Aucun outil n’a encore été déclaré/);
  const audit = { auditedOn: "2026-05-04", auditRate: "72,5", auditor: "Cabinet Clair" };
  const saved = await site.post(settingsUrls.section("accessibilite"), audit, admin);
  assert.equal(saved.status, 303);
  const html = await statement(/trouvées par l’audit n’ont pas encore été déclarées/);
  assert.match(html, /établie le 4 mai 2026/);
});

test("an audit holds three years: then the site is no longer said compliant, and the settings ask for another", async () => {
  const settings = async () => (await site.get(settingsUrls.all, admin)).html;
  site.clock.set("2029-05-04T10:00:00Z");
  await statement(/en conformité partielle/);
  site.clock.set("2029-05-05T10:00:00Z");
  for (const { task, run } of communeWork(site.house))
    if (task === "new_day") await run(site.communeId);
  const html = await statement(/aucun audit en cours de validité/);
  assert.match(html, /72,5.*plus de trois ans/s);
  assert.match((await site.get("/")).html, /Accessibilité\s: non conforme/);
  assert.match(await settings(), /L’audit a plus de trois ans/);
});
