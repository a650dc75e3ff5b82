import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import readExcel from "read-excel-file/node";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { ids, now, writeMade } from "./made.testing.ts";
import { loanCounts, usesOf } from "./usage/queries.ts";

let site: TestSite;
const home = "/gestion/materiel/bilan";
const year = "du=2026-01-01&au=2026-12-31";
const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

type Reader = "equipment_manager" | "referent" | "elected" | "front_desk";
const seen = async (path: string, as: Reader = "equipment_manager") => {
  const answer = await site.get(path, { as });
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return answer.html;
};

before(async () => {
  site = await openTestSite();
  site.clock.set(now.toISOString());
});
after(() => site.close());

const all = ["usage", "refus", "attente", "non-servies", "cout", "jamais-sorti"];

test("a commune that lends nothing yet reads empty reports, without a division by nothing", async () => {
  const first = plain(await seen(home));
  assert.match(first, /0 prêts? remis?/);
  assert.match(first, /0 demande décidée/);
  assert.match(first, /Aucun coût/);
  for (const one of all) assert.doesNotMatch(await seen(`${home}/${one}`), /NaN|undefined|null/);
});

test("each report says its sentence, its tables and how it counts, and links to what is behind", async () => {
  await site.database.write(site.communeId, writeMade);
  assert.match(await seen("/gestion/materiel"), /href="\/gestion\/materiel\/bilan"/);
  const first = await seen(`${home}?${year}`);
  for (const one of all) {
    assert.ok(first.includes(`${home}/${one}?du=2026-01-01`), one);
    const page = await seen(`${home}/${one}?${year}`);
    assert.match(page, /Année 2026/);
    assert.match(page, /Comment c’est compté/);
    assert.doesNotMatch(page, /NaN|undefined|>null</);
    for (const [, link = ""] of page.matchAll(/href="(\/gestion\/materiel\/bilan\/[^"]+)"/g)) {
      const path = link.replaceAll("&amp;", "&");
      const answer = await site.get(path, { as: "equipment_manager" });
      assert.equal(answer.status, 200, path);
    }
  }
  const usage = plain(await seen(`${home}/usage?${year}`));
  assert.match(usage, /prêts remis , \d+ de (plus|moins) que l’année précédente/);
  assert.match(usage, /Vidéoprojecteur/);
});

test("what a figure says is in its rows, on the page and in the file", async () => {
  const page = await seen(`${home}/usage?${year}`);
  const link = new RegExp(
    `href="([^"]*lignes[^"]*modele=${ids.models[0]}[^"]*)">([\\d\\s  ]+)</a>`,
  );
  const days = [...page.matchAll(new RegExp(link, "g"))].find(
    ([, path]) => !path?.includes("quoi="),
  );
  assert.ok(days?.[1]);
  const rows = plain(await seen(days[1].replaceAll("&amp;", "&")));
  assert.match(rows, /Étiquette Modèle Lieu Prêt Qui/);
  assert.match(rows, /U-\d+ Vidéoprojecteur/);
  assert.doesNotMatch(rows, /Sono/);
  const late = await site.get(`${home}/usage/lignes/csv?${year}&quoi=retards`, { as: "referent" });
  assert.match(late.html, /^﻿?"?Étiquette"?;/);
  for (const line of late.html.trim().split("\r\n").slice(1)) {
    const [due = "", back = ""] = line.split(";").slice(6, 8);
    assert.ok(back > due, line);
  }
  assert.equal(
    (await site.get(`${home}/usage/lignes?${year}&modele=x`, { as: "referent" })).status,
    404,
  );
});

test("files hold the same figures as the page, as numbers", async () => {
  const uses = await site.database.read(site.communeId, (tx) => usesOf(tx, { from: "2026-01-01", to: "2026-12-31" }, now, 5)); // prettier-ignore
  const mine = uses.filter(({ modelId }) => modelId === ids.models[0]);
  const sheet = await site.get(`${home}/usage/tableaux/modeles/xlsx?${year}`, { as: "elected" });
  assert.equal(sheet.status, 200);
  const [first] = await readExcel(Buffer.from(sheet.bytes));
  const table = (first as unknown as { data: unknown[][] }).data ?? first;
  assert.ok(Array.isArray(table));
  const line = (table as unknown[][]).find(([name]) => name === "Vidéoprojecteur");
  assert.equal(
    line?.[5],
    mine.reduce((sum, { outDays }) => sum + outDays, 0),
  );
  const cost = await site.get(`${home}/cout/tableaux/modeles/csv?${year}`, { as: "elected" });
  assert.match(cost.html, /Valeur d’un exemplaire \(€\)/);
  assert.match(cost.html, /Vidéoprojecteur;450;/);
  for (const path of ["usage/tableaux/rien/csv", "usage/tableaux/modeles/pdf", "rien"])
    assert.equal((await site.get(`${home}/${path}`, { as: "elected" })).status, 404, path);
});

test("elected officials read the figures, and neither rows nor decisions with names", async () => {
  for (const one of all) {
    const page = await seen(`${home}/${one}?${year}`, "elected");
    assert.doesNotMatch(page, /\/lignes|\/revue|\/gestion\/materiel\/prets/);
  }
  for (const path of ["usage/lignes", "usage/lignes/csv", `jamais-sorti/revue/${ids.models[0]}`])
    assert.equal((await site.get(`${home}/${path}`, { as: "elected" })).status, 403, path);
  assert.equal((await site.get(home, { as: "front_desk" })).status, 403);
});

test("the steering page says loans, refusals and support in kind, to those who may read them", async () => {
  const steering = await seen("/gestion/pilotage", "elected");
  const uses = await site.database.read(site.communeId, (tx) => loanCounts(tx, { from: "2026-01-01", to: "2026-12-31" }, now)); // prettier-ignore
  const loans = uses.find(({ modelId, placeId }) => modelId === null && placeId === null)?.loans;
  assert.match(plain(steering), new RegExp(`D’autres chiffres Ce qui s’emprunte ${loans} prêts remis.*Ce qui est refusé \\d+ refus.*€ de soutien en nature, à \\d+ associations`)); // prettier-ignore
  assert.doesNotMatch(await seen("/gestion/pilotage", "front_desk"), /D’autres chiffres/);
});

test("days that do not exist are refused in words, and the year is shown", async () => {
  const answer = await site.get(`${home}/usage?du=2026-02-30&au=2026-03-01`, { as: "elected" });
  assert.equal(answer.status, 422);
  assert.match(plain(answer.html), /Donnez deux dates qui existent.*Année 2026/);
});

test("what never leaves is decided with words, and the decision is kept with who and when", async () => {
  const night = "du=2026-10-25&au=2026-10-25";
  assert.match(plain(await seen(`${home}/jamais-sorti?${night}`)), /Tout a servi au moins un jour/);
  // Nothing was lent for most of the last spring but what the tests say: the quietest quarter has something to review.
  let period = "";
  let review = "";
  for (let month = 1; month <= 10 && !review; month++) {
    const two = String(month).padStart(2, "0");
    period = `du=2026-${two}-01&au=2026-${two}-31`.replace(/-(02)-31/, "-$1-28").replace(/-(04|06|09)-31/, "-$1-30"); // prettier-ignore
    review = /href="([^"]*\/revue\/[^"]+)"/.exec(await seen(`${home}/jamais-sorti?${period}`))?.[1]?.replaceAll("&amp;", "&") ?? ""; // prettier-ignore
  }
  const [, pool = ""] = /revue\/([0-9a-f-]{36})/.exec(review) ?? [];
  assert.ok(pool, "one month at least has something nobody borrowed");
  assert.match(plain(await seen(review)), /Que décidez-vous/);
  const [du = "", au = ""] = [...period.matchAll(/\d{4}-\d\d-\d\d/g)].map(([day]) => day);
  const send = (fields: Record<string, string>) =>
    site.post(`${home}/jamais-sorti/revue/${pool}`, { du, au, place: "", words: "", ...fields }, { as: "equipment_manager" }); // prettier-ignore
  const silent = await send({});
  assert.equal(silent.status, 422);
  assert.match(plain(silent.html), /Choisissez ce que vous décidez.*Dites pourquoi, en une phrase/);
  const nowhere = await send({ decision: "move", words: "Il servira en bas." });
  assert.match(plain(nowhere.html), /Choisissez le nouveau lieu/);
  const place = /<option value="([0-9a-f-]{36})"/.exec(nowhere.html)?.[1] ?? "";
  assert.equal((await send({ decision: "move", words: "Il servira en bas.", place })).status, 303);
  site.clock.set("2026-11-26T10:00:00Z");
  assert.equal((await send({ decision: "keep", words: "On attend l’été." })).status, 303);
  const history = plain(await seen(review));
  assert.match(history, /Garder .*On attend l’été\. Camille equipment_manager .*Mettre ailleurs : Salle du (bas|haut) .*Il servira en bas/); // prettier-ignore
  const listed = plain(await seen(`${home}/jamais-sorti?${period}`, "elected"));
  assert.match(listed, /Garder/);
  assert.doesNotMatch(listed, /Camille|On attend/);
  assert.equal((await site.post(`${home}/jamais-sorti/revue/${pool}`, {}, { as: "elected" })).status, 403); // prettier-ignore
  assert.equal((await site.get(review, { as: "equipment_manager", host: "autreville.test" })).status, 404); // prettier-ignore
});
