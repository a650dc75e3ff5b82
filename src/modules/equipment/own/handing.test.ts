import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { readPdf } from "../../../testing/read-pdf.ts";
import { desk, plain, type Lending } from "../catalogue.testing.ts";
import { as, borrower, later, openHanding, own } from "./handing.testing.ts";

type Handing = Awaited<ReturnType<typeof openHanding>>;
let lending: Lending;
let club: string;
let acted: Handing["acted"];
let accepted: Handing["accepted"];
let fieldsOf: Handing["fieldsOf"];
let stateOf: Handing["stateOf"];
let loan = "";
/** A loan of both tablets, the weekend after. */
let promised = "";
const seen: Lending["seen"] = (...of) => lending.seen(...of);

before(async () => ({ lending, club, acted, accepted, fieldsOf, stateOf } = await openHanding()));
after(() => lending.site.close());

const gestures = ["preparation", "remise", "retour", "echange", "dates"] as const;

test("nobody else enters: neither who borrows, nor a member who only reads, nor another commune", async () => {
  loan = await accepted("2");
  const pages = [loan, ...["bon", "bon.pdf", "etat", "etat.pdf", "signature"].map((one) => `${loan}/${one}`), ...gestures.map((one) => `${loan}/${one}`), `${own}/verifier/CANOE-T1/verification`]; // prettier-ignore
  const change = (role: string) =>
    lending.write((tx) => tx.updateTable("association_member").set({ role, topics: [] }).where("association_id", "=", club).execute()); // prettier-ignore
  const shut = async (who: typeof as | typeof borrower, host?: string) => {
    const options = host ? { as: who, host } : { as: who };
    for (const path of pages) assert.notEqual((await lending.site.get(path, options)).status, 200, `${who} ${path}`); // prettier-ignore
    for (const one of [...gestures, "annulation", "signature", "signature/retrait", "rappel"])
      assert.ok([403, 404].includes((await lending.site.post(`${loan}/${one}`, {}, options)).status), `${who} ${one}`); // prettier-ignore
  };
  await shut(borrower);
  await shut(as, "autreville.test");
  for (const role of ["reader", "editor"]) {
    await change(role);
    await shut(as);
  }
  await change("owner");
  assert.doesNotMatch(await seen(own, borrower), /CANOE|Tablette/);
  // Nor does it reach what the commune lends from its own address.
  await lending.lend({ name: "Écran" }, ["EC-1"]);
  assert.equal((await lending.site.get(`${own}/verifier/EC-1/verification`, { as })).status, 404);
  assert.equal((await lending.site.get(`${desk}/prets/${loan.split("/").at(-1)}`, { as })).status, 403); // prettier-ignore
});

test("what leaves is on the day of the association: prepared, then handed over as it is, with a photo", async () => {
  assert.match(await seen(own, as), /À préparer Association.*Lire ensemble 2 × Tablette du club/);
  const chosen = await fieldsOf(`${loan}/preparation`);
  assert.match(await lending.refused(`${loan}/preparation`, { u_1_1: chosen["u_1_1"] ?? "", u_1_2: chosen["u_1_1"] ?? "" }, as), /déjà choisi plus haut/); // prettier-ignore
  await acted(`${loan}/preparation`, chosen);
  lending.site.clock.set("2026-11-27T16:00:00Z");
  assert.match(await seen("/espace", as), /1 chose à faire pour ce que vous prêtez/);
  assert.match(await seen(own, as), /À remettre Association.*Lire ensemble.*Aujourd’hui, 17/);
  assert.match(await lending.refused(`${loan}/remise`, {}, as), /Choisissez au moins un exemplaire/); // prettier-ignore
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } }).jpeg().toBuffer(); // prettier-ignore
  const form = new FormData();
  const told = { ...(await fieldsOf(`${loan}/remise`)), c_1_1: "worn", w_1_1: "Rayure", m_1_1: "Housse" }; // prettier-ignore
  for (const [name, value] of Object.entries(told)) form.append(name, value);
  form.append("f_1_1", new File([new Uint8Array(photo)], "t.jpg", { type: "image/jpeg" }));
  const sent = await lending.site.upload(`${loan}/remise`, form, { as });
  assert.equal(sent.status, 303, plain(sent.html).slice(0, 1000));
  const page = await lending.site.get(loan, { as });
  assert.match(plain(page.html), /Sorti.*CANOE-T1.*Usé.*Il manque : Housse.*Rayure/);
  const [picture = ""] = /\/espace\/materiel\/demandes\/[^"]+\/photos\/[^"]+/.exec(page.html) ?? [];
  assert.equal((await lending.site.get(picture, { as })).status, 200);
  assert.equal((await lending.site.get(picture, { as: borrower })).status, 404);
  const history = await lending.site.get(`${own}/exemplaires/CANOE-T1`, { as });
  assert.match(plain(history.html), /Il est chez Lire ensemble.*Ce qui lui est arrivé Remis Lire ensemble/); // prettier-ignore
  const [kept = ""] = /\/espace\/materiel\/exemplaires\/CANOE-T1\/photos\/[^"]+/.exec(history.html) ?? []; // prettier-ignore
  assert.equal((await lending.site.get(kept, { as })).status, 200);
  const elsewhere = kept.replace("CANOE-T1", "CANOE-T2");
  assert.equal((await lending.site.get(elsewhere, { as })).status, 404);
  assert.equal((await lending.site.post(`${loan}/annulation`, {}, { as })).status, 303);
  assert.match(await seen(loan, as), /Sorti/, "what is out is not given up");
  promised = await accepted("2", later);
});

test("the slip says who lends, on the page and on the paper", async () => {
  assert.match(await seen(`${loan}/bon`, as), /Pour Lire ensemble.*Pour Canoë pour tous/);
  const paper = await lending.site.get(`${loan}/bon.pdf`, { as });
  assert.equal(paper.status, 200);
  assert.equal(paper.headers.get("content-type"), "application/pdf");
});

test("it has it signed on its screen, who borrows first, and the condition report says what is noted and who signed", async () => {
  assert.match(await seen(loan, as), /Bon de prêt État du matériel Faire signer/);
  const path = `${loan}/signature`;
  const first = await seen(`${path}?pour=depart`, as);
  assert.match(first, /Signer l’état au départ.*Pour Lire ensemble Prénom et nom/);
  assert.doesNotMatch(first, /Pour Canoë pour tous/);
  const strokes = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><path d="M10 200 Q 300 10 500 200" stroke="#14213d" fill="none" stroke-width="5"/></svg>'; // prettier-ignore
  const png = await sharp(Buffer.from(strokes)).png().toBuffer();
  const drawing = `data:image/png;base64,${png.toString("base64")}`;
  const one = { pour: "depart", side: "association", name: "Nadia Benali", agreed: "on", drawing };
  assert.match(await lending.refused(path, { ...one, name: "", agreed: "" }, as), /Écrivez le prénom et le nom.*Cochez la case/); // prettier-ignore
  await acted(path, one);
  assert.match(await lending.refused(path, one, as), /C’est déjà signé/);
  assert.match(await seen(`${path}?pour=depart`, as), /Nadia Benali.*Pour Canoë pour tous Prénom et nom/); // prettier-ignore
  await acted(path, { pour: "depart", side: "commune", name: "Jeanne", agreed: "on", drawing: "" });
  assert.match(await seen(`${path}?pour=depart`, as), /Tout est signé/);
  assert.match(await seen(`${path}?pour=retour`, as), /Signer l’état au retour Signer le bon/);
  const report = await seen(`${loan}/etat`, as);
  assert.match(report, /Tablette du club, CANOE-T1.*Rayure.*Pas encore noté.*Signatures au départ Nadia Benali.*Jeanne/); // prettier-ignore
  const paper = await lending.site.get(`${loan}/etat.pdf`, { as });
  const { texts } = await readPdf(paper.bytes);
  assert.match(texts.join(" "), /Prêté par : Canoë pour tous.*Pour : Lire ensemble.*Pour : Canoë pour tous/); // prettier-ignore
  await acted(`${path}/retrait`, { pour: "depart", side: "association" });
  assert.doesNotMatch(await seen(`${loan}/etat`, as), /Nadia Benali/);
  assert.equal((await lending.site.post(`${path}/retrait`, { pour: "depart", side: "elle" }, { as })).status, 404); // prettier-ignore
});

test("late, it is asked back by letter, once a day, and what was written is told", async () => {
  const early = await lending.site.post(`${loan}/rappel`, {}, { as });
  assert.doesNotMatch(early.location ?? "", /letter/, "it is not late");
  lending.site.clock.set("2026-12-01T08:00:00Z");
  assert.match(await seen(loan, as), /Écrire pour demander le retour/);
  const sent = await lending.site.post(`${loan}/rappel`, {}, { as });
  assert.match(sent.location ?? "", /handing\.letterSent/);
  const again = await lending.site.post(`${loan}/rappel`, {}, { as });
  assert.match(again.location ?? "", /handing\.letterToday/);
  assert.match(await seen(loan, as), /Une lettre est déjà partie aujourd’hui.*Lettres envoyées.*Retour demandé à la main/); // prettier-ignore
  const mails = await lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("mail").select("subject").where("subject", "like", "%à rapporter%").execute(),
  );
  assert.equal(mails.length, 1);
});

test("late, it comes back in part; one is worn and checked step by step, the other is lost", async () => {
  lending.site.clock.set("2026-12-01T09:00:00Z");
  assert.match(await seen(own, as), /En retard.*Lire ensemble.*1 jour/);
  const back = await fieldsOf(`${loan}/retour`);
  const [first = "", second = ""] = Object.keys(back);
  const answer = await lending.site.post(`${loan}/retour`, { [first]: "good", [second]: "not_yet" }, { as }); // prettier-ignore
  assert.match(
    answer.location ?? "",
    /back_short/,
    "one is still out, late, and promised to somebody else",
  );
  await acted(`${loan}/retour`, { [second]: "lost" });
  const after = await seen(loan, as);
  assert.match(after, /Vérifier CANOE-T1/, "the check is next");
  assert.doesNotMatch(after, /Vérifier CANOE-T2/);
  assert.match(await seen(own, as), /Il en manque.*Tablette du club, Base de canoë : 2 promis, 1 en état.*Lire ensemble, le 04\/12\/2026 : il en manque 1/); // prettier-ignore
  assert.doesNotMatch(await seen(own, borrower), /Il en manque/);
  await acted(`${promised}/annulation`, {});
  assert.doesNotMatch(await seen(own, as), /Il en manque/);
  assert.deepEqual([await stateOf("CANOE-T1"), await stateOf("CANOE-T2")], ["to_check", "lost"]);
  assert.match(await seen(own, as), /À vérifier Exemplaire.*CANOE-T1/);
  const check = `${own}/verifier/CANOE-T1/verification`;
  assert.match(await seen(check, as), /Les fichiers et les données de qui l’a eu sont effacés/);
  const state = await lending.refused(`${own}/exemplaires/CANOE-T1/etat`, { state: "ready", note: "" }, as); // prettier-ignore
  assert.match(state, /Passez par « Vérifier »/);
  await acted(check, { steps: "hygiene:data_wiped", words: "" });
  assert.match(await seen(check, as), /Déjà fait.*effacés/);
  assert.match(await lending.refused(check, { broken: "on", words: "" }, as), /Dites ce qui ne va pas/); // prettier-ignore
  await acted(check, { broken: "on", words: "Écran fendu" });
  assert.match(await seen(own, as), /En réparation Exemplaire.*CANOE-T1.*Écran fendu/);
  await acted(`${own}/exemplaires/CANOE-T1/etat`, { state: "to_check", note: "" });
  const rest = await lending.site.post(check, { steps: ["hygiene:accounts_removed", "hygiene:sim_reset", "hygiene:updated", "hygiene:data_wiped"], words: "" }, { as }); // prettier-ignore
  assert.match(rest.location ?? "", /checked/);
  assert.equal(await stateOf("CANOE-T1"), "ready");
  assert.doesNotMatch(await seen(loan, as), /Vérifier/);
});

test("it gives up a loan it accepted, who asked is told; the commune's manager may act too", async () => {
  const one = await accepted("1", later);
  await acted(`${one}/annulation`, {});
  assert.match(await seen(one, as), /Annulé/);
  const mails = await lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("mail").select("subject").where("subject", "like", "%annulé%").execute(),
  );
  assert.equal(mails.length, 2, "one letter for each given up");
  const other = await accepted("1", later);
  const atDesk = other.replace(`${own}/demandes`, `${desk}/prets`);
  lending.site.clock.set("2026-12-04T16:00:00Z");
  await lending.acted(`${atDesk}/remise`, await fieldsOf(`${other}/remise`), "equipment_manager");
  assert.match(await seen(other, as), /Sorti.*CANOE-T1/);
  lending.site.clock.set("2026-12-05T16:00:00Z");
  await acted(`${other}/retour`, await fieldsOf(`${other}/retour`));
  assert.match(await seen(other, as), /Rendu/, "early");
});

test("in another language, words are of the language and names stay French", async () => {
  for (const path of [own, loan, `${loan}/bon`, `${loan}/etat`, `${loan}/signature`]) {
    const answer = await lending.site.get(`/ar${path}`, { as });
    assert.equal(answer.status, 200, path);
    assert.match(answer.html, /<span lang="fr" dir="ltr">/);
    assert.doesNotMatch(
      plain(answer.html),
      /À vérifier|Remettre|Prêté par|Faire signer|Pas encore noté/,
    );
  }
});
