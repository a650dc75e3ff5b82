import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { readPdf } from "../../../testing/read-pdf.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { equipmentPeople, equipmentWork } from "../index.ts";
import { borrow, lend } from "./papers.testing.ts";

let site: TestSite;
let loan = "";
const as = "equipment_manager" as const;
type Someone = typeof as | "president";
const desk = "/gestion/materiel";

before(async () => {
  site = await openTestSite();
  loan = await borrow(site, (await lend(site)).place);
});
after(() => site.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const seen = async (path: string, who: Someone = as) => {
  const answer = await site.get(path, { as: who });
  assert.equal(answer.status, 200, path);
  assert.deepEqual(await htmlFaults(answer.html), [], path);
  return plain(answer.html);
};
const pdfOf = async (path: string, who: Someone = as) => {
  const answer = await site.get(path, { as: who });
  assert.equal(answer.headers.get("content-type"), "application/pdf", path);
  const read = await readPdf(answer.bytes);
  assert.deepEqual([read.tagged, read.language], [true, "fr"]);
  assert.match(read.metadata, /pdfuaid:part>1</);
  return { ...read, words: read.texts.join(" ").replace(/\s+/g, " ") };
};

const said = /Lire ensemble.*Ciné-club des aînés.*Maison des associations.*vendredi 4 décembre 2026 à 9 h.*lundi 7 décembre 2026 à 10 h.*Vidéoprojecteur.*2 câbles HDMI, Télécommande/; // prettier-ignore

test("the loan slip says on paper what it says on its page, to the association and at the desk", async () => {
  const sides = [["president", `/espace/prets/${loan}`], [as, `${desk}/prets/${loan}`]] as const; // prettier-ignore
  for (const [who, path] of sides) {
    assert.match(await seen(path, who), /Bon de prêt/);
    const page = await seen(`${path}/bon`, who);
    assert.match(page, said);
    assert.match(page, /450 €/);
    assert.match(page, /Pas encore signé/);
    const paper = await pdfOf(`${path}/bon.pdf`, who);
    assert.match(paper.words, said);
    assert.match(paper.words, /450 €/);
    assert.match(paper.title ?? "", /^Bon de prêt [2-9A-Z]{6}$/);
    for (const role of ["H1", "H2", "Table", "TH", "TD", "L"])
      assert.ok(paper.roles.includes(role), role);
  }
  const stranger = await site.get(`/espace/prets/${loan}/bon.pdf`, { as });
  assert.equal(stranger.status, 403);
});

test("what is accepted for a day is listed by place and shelf, what is not is left out", async () => {
  const day = `${desk}/preparation?jour=2026-12-04`;
  assert.match(await seen(day), /Rien à préparer ce jour-là/);
  await site.post(`${desk}/prets/${loan}/acceptation`, {}, { as });
  assert.match(await seen(`${desk}/preparation`), /vendredi 4 décembre.*Maison des associations.*Vidéoprojecteur.*Lire ensemble/); // prettier-ignore
  const paper = await pdfOf(`${desk}/preparation.pdf?jour=2026-12-04`);
  assert.match(paper.words, /vendredi 4 décembre 2026.*Maison des associations.*Vidéoprojecteur.*Lire ensemble.*9 h/); // prettier-ignore
  assert.match((await pdfOf(`${desk}/preparation.pdf?jour=2026-12-05`)).words, /Rien à préparer/);
});

test("the condition report is a paper to fill by hand until something is noted", async () => {
  assert.match(await seen(`${desk}/prets/${loan}/etat`), /Vidéoprojecteur.*Pas encore noté/);
  const paper = await pdfOf(`${desk}/prets/${loan}/etat.pdf`);
  assert.match(paper.words, /Lire ensemble.*Étiquette.*Télécommande.*Quand il part.*Quand il revient/); // prettier-ignore
  assert.match(paper.words, /Bon état.*Usé.*Cassé.*Manque/);
});

test("every shipped template prints its invented values", async () => {
  for (const kind of ["bon_de_pret", "etat_du_materiel", "preparation", "etiquettes"]) {
    const page = await site.get(`/gestion/documents/${kind}`, { as });
    assert.deepEqual(await htmlFaults(page.html), [], kind);
    const source = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page.html)?.[1] ?? "";
    const text = source.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"); // prettier-ignore
    const trial = await site.post(`/gestion/documents/${kind}/essai`, { kind, source: text }, { as }); // prettier-ignore
    assert.equal(trial.headers.get("content-type"), "application/pdf", plain(trial.html).slice(0, 900)); // prettier-ignore
  }
});

test("signed at the counter: drawn by the association, typed by the agent, shown on the paper, taken back", async () => {
  const path = `${desk}/prets/${loan}/signature`;
  const strokes = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><path d="M10 200 Q 300 10 500 200 T 890 90" stroke="#14213d" fill="none" stroke-width="5"/></svg>'; // prettier-ignore
  const png = await sharp(Buffer.from(strokes)).png().toBuffer();
  const drawing = `data:image/png;base64,${png.toString("base64")}`;
  const one = { pour: "bon", side: "association", name: "Nadia Benali", agreed: "on", drawing };
  const silent = await site.post(path, { ...one, name: "", agreed: "" }, { as });
  assert.equal(silent.status, 422);
  assert.deepEqual(await htmlFaults(silent.html), []);
  assert.match(plain(silent.html), /Écrivez le prénom et le nom.*Cochez la case/);
  assert.equal((await site.post(path, one, { as })).status, 303);
  assert.match(plain((await site.post(path, one, { as })).html), /C’est déjà signé/);
  const half = await site.get(path, { as });
  assert.match(half.html, /src="data:image\/png;base64,/);
  assert.match(half.html, /value="Camille equipment_manager"/, "the agent signs next");
  const agent = { pour: "bon", side: "commune", name: "Sam Martin", agreed: "on", drawing: "data:image/png;base64,AAAA" }; // prettier-ignore
  assert.equal((await site.post(path, agent, { as })).status, 303);
  assert.match(await seen(path), /Nadia Benali.*Signé à l’écran.*Sam Martin.*nom tapé.*Tout est signé/); // prettier-ignore
  const paper = await pdfOf(`${desk}/prets/${loan}/bon.pdf`);
  assert.match(paper.words, /Nadia Benali.*Sam Martin/);
  assert.deepEqual(paper.alts, ["Signature de Nadia Benali"]);
  assert.match(await seen(`/espace/prets/${loan}/bon`, "president"), /Nadia Benali.*Signé à l’écran/); // prettier-ignore
  assert.doesNotMatch(await seen(`${desk}/prets/${loan}/etat`), /au retour/, "nothing left yet");
  assert.doesNotMatch(await seen(`${path}?pour=retour`), /Signer l’état au retour/);
  assert.equal((await site.post(path, { ...one, pour: "retour" }, { as })).status, 404);
  const onPaper = { pour: "depart", side: "association", name: "Nadia Benali", agreed: "on", paper: "on" }; // prettier-ignore
  assert.equal((await site.post(path, onPaper, { as })).status, 303);
  assert.match(await seen(`${desk}/prets/${loan}/etat`), /Signatures au départ.*Signé sur papier/);
  for (const pour of ["bon", "depart"])
    await site.post(`${path}/retrait`, { pour, side: "association" }, { as });
  assert.deepEqual((await pdfOf(`${desk}/prets/${loan}/bon.pdf`)).alts, []);
  const kept = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("file").select("kind").where("kind", "=", "signature").execute(),
  );
  assert.deepEqual(kept, [], "what was drawn goes with its signature");
});

test("erased, the one who signed leaves neither a name nor a drawing; that it was signed stays", async () => {
  const png = await sharp({ create: { width: 90, height: 30, channels: 4, background: "#112233" } }).png().toBuffer(); // prettier-ignore
  const drawing = `data:image/png;base64,${png.toString("base64")}`;
  const one = { pour: "bon", side: "association", name: "Zoé Marquérande", agreed: "on", drawing };
  assert.equal((await site.post(`${desk}/prets/${loan}/signature`, one, { as })).status, 303);
  await site.database.write(site.communeId, async (tx) => {
    const who = { id: null, email: "zoe@exemple.example", names: ["Zoé Marquérande"], phones: [] };
    const told = await equipmentPeople.tell(tx, who, site.house.words("fr"));
    assert.ok(told.some(({ table }) => table === "signature"));
    await equipmentPeople.erase(tx, who, { actor: { kind: "system" }, at: site.clock.now() });
  });
  const page = await seen(`${desk}/prets/${loan}/bon`);
  assert.doesNotMatch(page, /Marquérande/);
  assert.match(page, /….*Signé à l’écran/);
  assert.deepEqual((await pdfOf(`${desk}/prets/${loan}/bon.pdf`)).alts, []);
});

test("what was drawn is forgotten with what it signed, when a loan goes with its association", async () => {
  const png = await sharp({ create: { width: 60, height: 20, channels: 4, background: "#332211" } }).png().toBuffer(); // prettier-ignore
  const drawing = `data:image/png;base64,${png.toString("base64")}`;
  const one = { pour: "depart", side: "association", name: "Ali", agreed: "on", drawing };
  assert.equal((await site.post(`${desk}/prets/${loan}/signature`, one, { as })).status, 303);
  const drawings = () =>
    site.database.read(site.communeId, (tx) =>
      tx.selectFrom("file").select("file_id").where("kind", "=", "signature").execute(),
    );
  const night = async () => {
    for (const { run } of equipmentWork(site.house)) await run(site.communeId);
  };
  await night();
  assert.equal((await drawings()).length, 1);
  await site.database.write(site.communeId, (tx) =>
    tx.deleteFrom("loan").where("loan_id", "=", loan).execute(),
  );
  await night();
  assert.deepEqual(await drawings(), []);
});
