import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { ids, now, writeMade } from "../reports/made.testing.ts";
import { statementsOf } from "./statements.ts";

let site: TestSite;
const season = "du=2025-09-01&au=2026-08-31";
const desk = "/gestion/materiel/soutien";
const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s   ]+/g, " ");
type Reader = "equipment_manager" | "referent" | "elected" | "front_desk" | "president";
const seen = async (path: string, as: Reader) => {
  const answer = await site.get(path, { as });
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
let club = "";

before(async () => {
  site = await openTestSite();
  site.clock.set(now.toISOString());
  await site.database.write(site.communeId, async (tx) => {
    await writeMade(tx);
    await tx.updateTable("equipment_model").set({ day_value_cents: 1250 }).where("model_id", "!=", ids.models[1] ?? "").execute(); // prettier-ignore
    const { statements } = await statementsOf(tx, async () => [], { from: "2025-09-01", to: "2026-08-31" }, now); // prettier-ignore
    club = statements.find(({ untold, totalCents }) => untold > 0 && totalCents > 0)?.associationId ?? ""; // prettier-ignore
    await tx.insertInto("association_member").values({ association_id: club, person_id: site.personId("president"), role: "owner" }).execute(); // prettier-ignore
  });
});
after(() => site.close());

test("an association reads its statement, keeps it as a file and on paper, and finds it from its space", async () => {
  assert.match((await site.get(`/espace/fiches/${club}`, { as: "president" })).html, /\/espace\/soutien\?association=/); // prettier-ignore
  const page = await seen(`/espace/soutien?association=${club}&${season}`, "president");
  assert.match(page, /Saison 2025-2026/);
  assert.match(page, /€ de soutien en nature/);
  assert.match(page, /n’est pas chiffrée|ne sont pas chiffrées/);
  assert.match(page, /Total .*Comment c’est calculé.*sur 5 ans.*comptes 86 et 87/);
  const csv = await site.get(`/espace/soutien/csv?association=${club}&${season}`, { as: "president" }); // prettier-ignore
  assert.match(
    csv.html,
    /Quoi;Comment;Prêt;Du;Au;Exemplaires;Durée;"?Comptée en"?;"?Tarif \(€\)"?/,
  );
  assert.match(csv.html, /Total;.*\d+(,\d+)?\r\n$/);
  const pdf = await site.get(`/espace/soutien/pdf?association=${club}&${season}`, { as: "president" }); // prettier-ignore
  assert.equal(pdf.status, 200);
  assert.equal(pdf.headers.get("content-type"), "application/pdf");
  const text = plain((await readPdf(pdf.bytes)).texts.join(" "));
  assert.match(text, /Soutien en nature/);
  assert.match(text, /Saison 2025-2026/);
  assert.match(text, /comptes 86 et 87/);
  assert.match(await seen(`/en/espace/soutien?association=${club}&${season}`, "president"), /Support in kind.*over 5 years/); // prettier-ignore
  assert.match((await site.get(`/en/espace/soutien?association=${club}&${season}`, { as: "president" })).html, /<span lang="fr" dir="ltr">(Vidéoprojecteur|Barnum|Sono)/); // prettier-ignore
  assert.match(await seen("/espace/soutien", "president"), /La période n’est pas finie/);
});

test("what is not one’s own is not found, and days that do not exist are refused", async () => {
  const other = ids.associations.find((id) => id !== club) ?? "";
  for (const path of [
    `?association=${other}`,
    `/csv?association=${other}`,
    `/pdf?association=${other}`,
    "/doc",
  ])
    // prettier-ignore
    assert.equal((await site.get(`/espace/soutien${path}`, { as: "president" })).status, 404, path);
  const wrong = await site.get(`/espace/soutien?du=hier&au=demain`, { as: "president" });
  assert.equal(wrong.status, 422);
  assert.match(plain(wrong.html), /Donnez deux dates qui existent/);
});

test("the commune reads its annex, line by line, each with what is behind it", async () => {
  assert.match((await site.get("/gestion/materiel/bilan", { as: "elected" })).html, /href="\/gestion\/materiel\/soutien/); // prettier-ignore
  const annex = await site.get(`${desk}?${season}`, { as: "referent" });
  assert.deepEqual(await htmlFaults(annex.html), []);
  assert.match(plain(annex.html), /€ de soutien en nature, à \d+ associations.*Total.*Tarifs utilisés.*12,50 €.*L\. 2313-1/); // prettier-ignore
  const link = new RegExp(`href="([^"]*associations/${club}[^"]*)"`).exec(annex.html)?.[1] ?? "";
  const one = await seen(link.replaceAll("&amp;", "&"), "referent");
  assert.match(one, /Le relevé que l’association voit/);
  assert.doesNotMatch(await seen(`${desk}?${season}`, "elected"), /\/associations\//);
  assert.equal((await site.get(`${desk}/associations/${club}`, { as: "elected" })).status, 403);
  assert.equal((await site.get(desk, { as: "front_desk" })).status, 403);
  const csv = await site.get(`${desk}/fichier/csv?${season}`, { as: "elected" });
  assert.match(csv.html, /Association;Prêts;/);
  assert.equal((await site.get(`${desk}/fichier/xlsx?${season}`, { as: "elected" })).status, 200);
  const pdf = await site.get(`${desk}/fichier/pdf?${season}`, { as: "elected" });
  const text = plain((await readPdf(pdf.bytes)).texts.join(" "));
  assert.match(text, /Soutien en nature aux associations.*Tarifs utilisés.*Comment c’est calculé/);
  assert.equal((await site.get(`${desk}/associations/${club}/pdf?${season}`, { as: "referent" })).status, 200); // prettier-ignore
  assert.match(await seen(`${desk}?du=2019-01-01&au=2019-12-31`, "elected"), /Aucun soutien en nature sur cette période/); // prettier-ignore
});
