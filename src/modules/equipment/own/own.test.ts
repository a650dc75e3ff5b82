import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, openLending, plain, type Lending } from "../catalogue.testing.ts";

const own = "/espace/materiel";
let lending: Lending;
let canoe: { id: string; slug: string };
before(async () => {
  lending = await openLending();
  canoe = await lending.join("Canoë pour tous", "president");
  // Who borrows is of another association: anybody of the site will do.
  await lending.join("Lire ensemble", "communication");
});
after(() => lending.site.close());

const as = "president" as const;
const borrower = "communication" as const;
const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "1", words: "Sonnez.", week_FR: "17h-19h", week_MO: "17h-19h" }; // prettier-ignore
const typed = { name: "Sono du club", category: "sound", purpose: "Parler à cent personnes.", ownerRules: "Un membre du club vient la brancher.", longestDays: "4", leadOpenDays: "0", bufferHours: "0" }; // prettier-ignore
const loanIn = async (path: string, who: typeof as | typeof borrower): Promise<string> =>
  /\/(?:demandes|prets)\/([0-9a-f-]{36})/.exec((await lending.site.get(path, { as: who })).html)?.[1] ?? ""; // prettier-ignore
let model = "";
let pool = "";
let place = "";

test("an association says where it hands over, adds what is its own under its own rules, and shows it", async () => {
  assert.match(await lending.seen(own, as), /Dites d’abord où et quand vous remettez le matériel/);
  assert.match(await lending.refused(`${own}/lieux/nouveau`, { ...week, name: "" }, as), /Donnez un nom à ce lieu/); // prettier-ignore
  const taken = await lending.refused(`${own}/lieux/nouveau`, { ...week, name: "Maison des associations" }, as); // prettier-ignore
  assert.match(taken, /Ce lieu prête déjà du matériel, pour quelqu’un d’autre/);
  await lending.acted(`${own}/lieux/nouveau`, { ...week, name: "Base de canoë", street: "1 quai du Lac" }, as); // prettier-ignore
  model = await lending.acted(`${own}/modeles/nouveau`, typed, as);
  assert.match(model, /^\/espace\/materiel\/modeles\//);
  const units = (await lending.site.get(`${model}/exemplaires`, { as })).html;
  assert.doesNotMatch(units, /Maison des associations/);
  place = /<option value="([0-9a-f-]{36})"[^>]*>Base de canoë/.exec(units)?.[1] ?? "";
  await lending.acted(`${model}/exemplaires`, { tags: "CANOE-SONO", place }, as);
  await lending.acted(`${model}/publication`, {}, as);
  assert.match(await lending.seen(own, as), /Sono du club 1 sur 1 Proposé.*Base de canoë/);
  const page = await lending.seen("/materiel/sono-du-club");
  assert.match(page, /Prêté par Canoë pour tous/);
  assert.match(page, /Un membre du club vient la brancher/);
  assert.match(page, /Canoë pour tous répond à chaque demande.*Durée la plus longue 4 jours/);
  assert.match(page, /Base de canoë.*1 quai du Lac/);
  assert.match(await lending.seen("/materiel"), /Sono du club.*Prêté par Canoë pour tous/);
});

test("its unit is kept by the association; the town hall sees it, another association does not", async () => {
  await lending.acted(`${own}/exemplaires/CANOE-SONO/etat`, { state: "repair", note: "" }, as);
  assert.match(await lending.seen(model, as), /En réparation/);
  await lending.acted(`${own}/exemplaires/CANOE-SONO/etat`, { state: "ready", note: "" }, as);
  const atDesk = model.replace(own, desk);
  assert.match(await lending.seen(atDesk, "equipment_manager"), /Prêté par Canoë pour tous/);
  for (const path of [
    model,
    `${model}/fiche`,
    `${model}/photo`,
    `${own}/exemplaires/CANOE-SONO`,
    `${own}/lieux/${place}`,
  ])
    // prettier-ignore
    assert.equal((await lending.site.get(path, { as: borrower })).status, 404, path);
  assert.equal((await lending.site.post(`${model}/retrait`, {}, { as: borrower })).status, 404);
});

const weekend = { du: "2026-11-27", au: "2026-11-30" };
const ask = async (out: number, back: number): Promise<string> => {
  const asking = { ...weekend, [`q_${pool}`]: "1", purpose: "Fête du livre", [`out_${place}`]: String(out), [`back_${place}`]: String(back) }; // prettier-ignore
  return lending.acted("/materiel/demande", asking, borrower);
};

test("its own rules hold, and it alone answers: it is told by mail, accepts, and who asked is told", async () => {
  const long = await lending.seen("/materiel?du=2026-11-27&au=2026-12-04");
  assert.match(long, /ne se prête pas aussi longtemps/);
  const { html } = await lending.site.get("/materiel?du=2026-11-27&au=2026-11-30");
  pool = /name="q_([0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  await ask(1020, 1020);
  assert.match(await lending.seen("/espace", as), /1 demande attend votre réponse/);
  assert.match(await lending.seen(own, as), /1 demande attend votre réponse/);
  const loan = await loanIn(`${own}/demandes`, as);
  assert.match(await lending.seen(`${own}/demandes/${loan}`, as), /Lire ensemble.*1 × Sono du club.*Fête du livre/); // prettier-ignore
  assert.equal((await lending.site.get(`${own}/demandes/${loan}`, { as: borrower })).status, 404);
  assert.equal((await lending.site.post(`${own}/demandes/${loan}/acceptation`, {}, { as: borrower })).status, 404); // prettier-ignore
  assert.doesNotMatch(await lending.seen(desk, "equipment_manager"), /Lire ensemble/);
  await lending.acted(`${desk}/prets/${loan}/acceptation`, {});
  const atDesk = await lending.seen(`${desk}/prets/${loan}`, "equipment_manager");
  assert.match(atDesk, /Réponse à venir.*répond elle-même à cette demande/);
  await lending.acted(`${own}/demandes/${loan}/acceptation`, {}, as);
  assert.match(await lending.seen(`/espace/prets/${loan}`, borrower), /Accepté/);
  const kept = await lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("loan").select(["decided_how", "decided_by"]).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(kept, { decided_how: "association", decided_by: lending.site.personId(as) });
  const mails = await lending.site.database.read(
    lending.site.communeId,
    (tx) => tx.selectFrom("mail").select("subject").where("kind", "=", "loan").execute(),
  ); // prettier-ignore
  const subjects = mails.map(({ subject }) => subject.replace(/\s/g, " ")).toSorted();
  assert.equal(subjects[0], "Lire ensemble vous demande du matériel");
  assert.equal(subjects.filter((subject) => subject.startsWith("Prêt accepté")).length, 1);
  await lending.acted(`/espace/prets/${loan}/annulation`, {}, borrower);
});

test("refused, it says why in the words of who lends, once", async () => {
  await ask(1050, 1050);
  const loan = await loanIn(`${own}/demandes`, as);
  assert.match(await lending.refused(`${own}/demandes/${loan}/refus`, { words: "" }, as), /Dites pourquoi/); // prettier-ignore
  await lending.acted(`${own}/demandes/${loan}/refus`, { words: "Elle sert ce jour-là." }, as);
  const said = await lending.seen(`/espace/prets/${loan}`, borrower);
  assert.match(said, /Refusé.*Qui prête vous dit Elle sert ce jour-là/);
  await lending.acted(`${own}/demandes/${loan}/acceptation`, {}, as);
  assert.match(await lending.seen(`/espace/prets/${loan}`, borrower), /Refusé/);
});

test("who edits keeps the equipment only when it was given to them, who reads never", async () => {
  const change = (role: string, topics: string[]) =>
    lending.write(
      (tx) =>
      tx.updateTable("association_member").set({ role, topics }).where("association_id", "=", canoe.id).execute(), // prettier-ignore
    );
  await change("editor", ["listing"]);
  assert.match(await lending.seen(own, as), /Vous ne tenez le matériel d’aucune association/);
  assert.equal((await lending.site.get(model, { as })).status, 404);
  assert.equal((await lending.site.get(`${own}/modeles/nouveau`, { as })).status, 404);
  await change("editor", ["equipment"]);
  assert.match(await lending.seen(model, as), /Sono du club/);
  await change("reader", []);
  assert.equal((await lending.site.get(model, { as })).status, 404);
  await change("owner", []);
});

test("the town hall takes a model out of the catalogue, and the association cannot put it back alone", async () => {
  const atDesk = model.replace(own, desk);
  await lending.acted(`${atDesk}/retrait`, {});
  assert.match(await lending.seen(own, as), /Sono du club 1 sur 1 Retiré par la mairie/);
  assert.match(
    await lending.seen(model, as),
    /La mairie ne propose pas ce modèle.*Appelez la mairie/,
  );
  for (const gesture of ["publication", "retrait"])
    assert.match(await lending.refused(`${model}/${gesture}`, {}, as), /Appelez-la avant de le proposer/); // prettier-ignore
  assert.equal((await lending.site.get("/materiel/sono-du-club")).status, 404);
  await lending.acted(`${atDesk}/publication`, {});
  assert.equal((await lending.site.get("/materiel/sono-du-club")).status, 200);
  const refused = plain((await lending.site.get("/ar/espace/materiel", { as })).html);
  assert.match(refused, /المعدات التي نعيرها/);
});

test("it lets its rules accept at once what keeps to them, says so to both, and refuses by name what does not", async () => {
  const mailsTo = async () => {
    const mails = await lending.site.database.read(lending.site.communeId, (tx) =>
      tx.selectFrom("mail").select(["subject", "text_body"]).where("kind", "=", "loan").execute(),
    );
    return mails.map(({ subject, text_body: text }) => `${subject} ${text}`.replace(/\s+/g, " "));
  };
  assert.match(await lending.seen(model, as), /L’association répond à chaque demande/);
  const byHand = await lending.seen("/materiel/sono-du-club?n=1");
  assert.match(byHand, /Canoë pour tous répond à chaque demande/);
  assert.ok((await mailsTo()).some((mail) => /Canoë pour tous, qui répond à votre demande/.test(mail))); // prettier-ignore
  const sheet = await lending.site.get(`${model}/fiche`, { as });
  const revision = /name="_revision" value="(\d+)"/.exec(sheet.html)?.[1] ?? "";
  assert.match(sheet.html, /name="decision"[^>]*value="asked"[^>]*checked/);
  await lending.acted(`${model}/fiche`, { ...typed, decision: "rules", _revision: revision }, as);
  assert.match(await lending.seen("/materiel/sono-du-club?n=2"), /accepte tout de suite ce qui respecte ses règles/); // prettier-ignore
  // The desk that saves the sheet leaves what its owner chose.
  const atDesk = await lending.site.get(`${model.replace(own, desk)}/fiche`, { as: "equipment_manager" }); // prettier-ignore
  assert.match(atDesk.html, /name="decision"[^>]*value="rules"[^>]*checked/);
  const long = { du: "2026-11-27", au: "2026-12-04", [`q_${pool}`]: "1", purpose: "Fête", [`out_${place}`]: "1020", [`back_${place}`]: "1020" }; // prettier-ignore
  assert.match(await lending.refused("/materiel/demande", long, borrower), /Sono du club/);
  assert.match(await lending.seen("/materiel?du=2026-11-27&au=2026-12-04&n=3"), /ne se prête pas aussi longtemps/); // prettier-ignore
  const before = await mailsTo();
  await ask(1020, 1050);
  const loan = await loanIn("/espace/prets", borrower);
  assert.match(await lending.seen(`/espace/prets/${loan}`, borrower), /Accepté/);
  const kept = await lending.site.database.read(
    lending.site.communeId,
    (tx) =>
    tx.selectFrom("loan").select(["decided_how", "decided_by", "state"]).where("loan_id", "=", loan).executeTakeFirstOrThrow(), // prettier-ignore
  );
  assert.deepEqual(kept, { decided_how: "rules", decided_by: null, state: "accepted" });
  const told = (await mailsTo())
    .filter((mail) => !before.includes(mail))
    .toSorted()
    .join(" ");
  assert.match(told, /Canoë pour tous, qui accepte tout de suite ce qui respecte ses règles/); // prettier-ignore
  assert.match(told, /Lire ensemble vous emprunte du matériel .*Vos règles l’ont accepté tout de suite/); // prettier-ignore
  assert.doesNotMatch(await lending.seen(own, as), /attend votre réponse/);
  const again = { ...weekend, [`q_${pool}`]: "1", purpose: "Fête", [`out_${place}`]: "1050", [`back_${place}`]: "1080" }; // prettier-ignore
  assert.match(await lending.refused("/materiel/demande", again, borrower), /Sono du club/, "nothing is promised twice"); // prettier-ignore
});
