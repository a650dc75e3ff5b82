import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTable } from "../../imports/index.ts";
import { openLending, type Lending } from "../inventory/lending.testing.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";

let lending: Lending;
before(async () => {
  lending = await openLending();
  const { site, club, hand } = lending;
  const { tags } = await lending.stock("Vidéoprojecteur", ["VP-01", "VP-02"]);
  assert.equal(tags, 2);
  await site.database.write(site.communeId, async (tx) => {
    const common = { at: hand.at, association_id: club.id, from_day: "2026-12-01", until_day: "2026-12-02" }; // prettier-ignore
    await tx
      .insertInto("loan_refusal")
      .values([
        { ...common, rule: "not_free", model_id: lending.models.get("Vidéoprojecteur") ?? "", quantity: 2 }, // prettier-ignore
        { ...common, rule: "quota" },
      ])
      .execute();
    await tx.updateTable("equipment_unit").set({ serial: "=1+1" }).where("tag", "=", "VP-02").execute(); // prettier-ignore
  });
});
after(() => lending.site.close());

const as = "equipment_manager" as const;
const got = async (path: string, who: typeof as | "president" = as) => {
  const answer = await lending.site.get(path, { as: who });
  assert.equal(answer.status, 200, path);
  return answer.html;
};

test("the page leads to each table, and says which days are wrong", async () => {
  const html = await got("/gestion/materiel/exports");
  assert.deepEqual(await htmlFaults(html), []);
  assert.match(html, /exports\/prets\.csv\?du=2025-11-26&amp;au=2026-11-26/);
  const wrong = await lending.site.get("/gestion/materiel/exports?du=2026-12-02&au=2026-12-01", { as }); // prettier-ignore
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Le dernier jour vient après le premier/);
  const unknown = await lending.site.get("/gestion/materiel/exports/tout.csv", { as });
  assert.equal(unknown.status, 404);
  assert.match(await got("/gestion/materiel"), /\/gestion\/materiel\/exports/);
});

test("an inventory leaves one line a unit, and nothing a spreadsheet would run", async () => {
  const csv = await got("/gestion/materiel/exports/inventaire.csv");
  assert.match(csv, /^\uFEFF?Étiquette;Désignation;Catégorie;Numéro de série;État;Lieu;/);
  assert.match(csv, /VP-02;Vidéoprojecteur;Écrans et vidéoprojecteurs;'=1\+1;Prêt;Maison des associations/); // prettier-ignore
  const { site } = lending;
  const answer = await site.app.fetch(
    new Request("http://valbrume.test/gestion/materiel/exports/inventaire.xlsx", {
      headers: { host: "valbrume.test", cookie: `maillage=${site.communeId}-${as}` },
    }),
  );
  const book = await openTable(new Uint8Array(await answer.arrayBuffer()));
  assert.ok("header" in book);
  assert.equal(book.sample.length, 2);
});

test("refusals are counted by cause, models and places are told", async () => {
  const refusals = await got("/gestion/materiel/exports/refus.csv?du=01/11/2026&au=30/11/2026");
  assert.match(refusals, /Tout était pris;Vidéoprojecteur;1;2;1/);
  assert.match(refusals, /Nombre de prêts de la saison atteint;;1;;1/);
  assert.doesNotMatch(await got("/gestion/materiel/exports/refus.csv?du=2026-01-01&au=2026-01-02"), /quota|pris/); // prettier-ignore
  assert.match(await got("/gestion/materiel/exports/modeles.csv"), /Vidéoprojecteur;.*;2;2;/);
  assert.match(await got("/gestion/materiel/exports/lieux.csv"), /Maison des associations;.*09:00-12:00/); // prettier-ignore
});

test("loans leave line by line; an association has its own and no other's", async () => {
  await lending.lend("Vidéoprojecteur", 1);
  const csv = await got("/gestion/materiel/exports/prets.csv?du=2026-12-01&au=2026-12-31");
  assert.match(csv, /;Lire ensemble;Vidéoprojecteur;1;Maison des associations;/);
  assert.doesNotMatch(await got("/gestion/materiel/exports/prets.csv?du=2026-01-01&au=2026-02-01"), /Lire/); // prettier-ignore
  assert.match(await got("/espace/prets", "president"), /mes-prets\.csv/);
  assert.match(await got("/espace/prets/mes-prets.csv", "president"), /Lire ensemble/);
});
