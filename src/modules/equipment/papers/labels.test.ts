import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { press } from "../../printing/index.ts";
import { labelsContent, labelsDocument } from "./labels.ts";
import { lend } from "./papers.testing.ts";

let site: TestSite;
const as = "equipment_manager" as const;
let model = "";
const desk = "/gestion/materiel";
const templates = "/gestion/documents";

before(async () => {
  site = await openTestSite();
  ({ model } = await lend(site));
});
after(() => site.close());

const seen = async (path: string, status = 200) => {
  const answer = await site.get(path, { as });
  assert.equal(answer.status, status, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return answer.html;
};
const pdfOf = async (path: string) => {
  const answer = await site.get(path, { as });
  assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "application/pdf"]);
  return readPdf(answer.bytes);
};

test("a model, a place or one unit gets its labels, each with a code that is read by ear too", async () => {
  assert.match(await seen(`${desk}/modeles/${model}`), new RegExp(`etiquettes\\?modele=${model}`));
  const page = await seen(`${desk}/etiquettes?modele=${model}`);
  assert.match(page, /Imprimer 2 étiquettes/);
  const sheet = await pdfOf(`${desk}/etiquettes.pdf?modele=${model}`);
  assert.equal(sheet.texts.length, 1);
  assert.match(sheet.texts[0] ?? "", /VP-01.*Vidéoprojecteur.*VP-02/);
  assert.deepEqual(sheet.alts, [
    "Code à photographier de l’exemplaire VP-01",
    "Code à photographier de l’exemplaire VP-02",
  ]);
  assert.deepEqual([sheet.tagged, sheet.language], [true, "fr"]);
  assert.match(sheet.metadata, /pdfuaid:part>1</);
  const one = await pdfOf(`${desk}/etiquettes.pdf?exemplaire=vp 02&feuille=65`);
  assert.equal(one.alts.length, 1);
  const last = await pdfOf(`${desk}/etiquettes.pdf?modele=${model}&premiere=24`);
  assert.equal(last.texts.length, 2, "the second label goes on the next sheet");
  const wrong = await seen(`${desk}/etiquettes?modele=${model}&premiere=30`, 422);
  assert.match(wrong, /Écrivez un nombre de 1 à 24/);
});

test("a long name stops where its label does, on the smallest sheet too", async () => {
  const long = "Ordinateur portable de quinze pouces reconditionné, avec loupe et lecteur d’écran";
  const unit = { tag: "ORDI-PORTABLE-0012", modelName: long, placeName: "Réserve" };
  for (const sheet of ["24", "65"] as const) {
    const { data } = await labelsContent([unit], sheet, 1, "https://exemple.fr");
    const head = { commune: "Valbrume", sender: "Commune de Valbrume", lines: [], colour: "#1d4e89", printedOn: "1er décembre 2026" }; // prettier-ignore
    const printed = await readPdf(
      await press(labelsDocument, null, head, { data }, site.clock.now()),
    );
    assert.match(printed.texts[0] ?? "", /ORDI-.*Ordinateur.*…/);
    assert.doesNotMatch(printed.texts[0] ?? "", /lecteur d’écran/);
  }
});

test("the commune writes a template again: tried, refused where it is wrong, kept, put back", async () => {
  const list = await seen(templates);
  assert.match(list, /Étiquettes/);
  const page = await seen(`${templates}/etiquettes`);
  assert.match(page, /VP-01/, "the values it may say are shown");
  const source = '#set document(title: "Nos étiquettes")\n#let data = json("data.json")\n= Bonjour #data.labels.first().tag'; // prettier-ignore
  const sent = { kind: "etiquettes", _revision: "0", source };
  const wrong = { ...sent, source: `${source}\n#rien(` };
  for (const path of [`${templates}/etiquettes`, `${templates}/etiquettes/essai`]) {
    const refused = await site.post(path, wrong, { as });
    assert.equal(refused.status, 422);
    assert.deepEqual(await htmlFaults(refused.html), []);
    const words = refused.html.replaceAll("\u00a0", " ");
    assert.match(words, /Ligne 4, signe 6 : Une parenthèse, un crochet/);
    assert.match(refused.html, /#rien\(/, "what was typed is kept");
  }
  const trial = await site.post(`${templates}/etiquettes/essai`, sent, { as });
  assert.deepEqual((await readPdf(trial.bytes)).texts, ["Bonjour VP-01"]);
  const saved = await site.post(`${templates}/etiquettes`, sent, { as });
  assert.equal(saved.status, 303);
  const mine = await pdfOf(`${desk}/etiquettes.pdf?modele=${model}`);
  assert.deepEqual([mine.title, mine.texts], ["Nos étiquettes", ["Bonjour VP-01"]]);
  const late = await site.post(`${templates}/etiquettes`, sent, { as });
  assert.match(late.html, /Quelqu’un a enregistré une autre version/);
  assert.equal(late.status, 422);
  const back = await site.post(`${templates}/etiquettes/origine`, { _revision: "1" }, { as });
  assert.equal(back.status, 303);
  assert.match((await pdfOf(`${desk}/etiquettes.pdf?modele=${model}`)).title ?? "", /matériel/);
  const past = await seen(`${templates}/etiquettes?version=1`);
  assert.match(past, /Nos étiquettes/);
  assert.match(past, /qui n’est plus en usage/);
});

test("a template whose real values it cannot bear says so, and where to mend it", async () => {
  const source =
    '#set document(title: "x")\n#let data = json("data.json")\n= A\n#data.labels.at(2).tag';
  const sent = { kind: "etiquettes", _revision: "2", source };
  assert.equal((await site.post(`${templates}/etiquettes`, sent, { as })).status, 303);
  const page = await seen(`${desk}/etiquettes.pdf?modele=${model}`, 503);
  assert.match(page, /ne s’imprime pas pour l’instant/);
  assert.match(page, /\/gestion\/documents\/etiquettes/);
});
