import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../testing/site.ts";
import { desk, openLending, plain, type Lending } from "./lending.testing.ts";

let lending: Lending;
let site: TestSite;
let place = "";
const as = "equipment_manager" as const;
const seen: Lending["seen"] = (path, who = "resident") => lending.seen(path, who);
/** What was done leads there. */
const acted = async (...of: Parameters<Lending["acted"]>) =>
  (await lending.acted(...of)).split("?")[0] ?? "";
const refused: Lending["refused"] = (...of) => lending.refused(...of);

before(async () => {
  lending = await openLending("2026-11-26T09:00:00Z");
  ({ site, place } = lending);
});
after(() => site.close());

const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "1", words: "" }; // prettier-ignore
let model = "";
let pool = "";

test("the manager says where it is handed over, what there is, and shows it", async () => {
  for (const path of [desk, `${desk}/prets/nouveau`])
    assert.match(await seen(path, as), /Aucun lieu ne prête encore.*Ajouter un lieu de prêt/, path);
  assert.match(await seen(`${desk}/lieux/nouveau`, as), /Un référent ou l’accueil l’ajoute/);
  assert.match(await seen("/materiel"), /Rien ne se prête pour l’instant/);
  const shut = await refused(`${desk}/lieux/nouveau`, { ...week, place });
  assert.match(shut, /Dites au moins un jour et ses heures/);
  const mornings = { week_MO: "9h-12h", week_FR: "9h-12h", week_TU: "9h-12h" };
  await acted(`${desk}/lieux/nouveau`, { ...week, ...mornings, place });
  assert.match(await seen(desk, as), /Rien à prêter pour l’instant.*Ajouter un modèle.*Importer un inventaire/); // prettier-ignore
  const nameless = await refused(`${desk}/modeles/nouveau`, { name: "", category: "screen", purpose: "Montrer un film.", decision: "" }); // prettier-ignore
  assert.match(nameless, /Donnez un nom à ce modèle/);
  assert.match(nameless, /Montrer un film/);
  model = await acted(`${desk}/modeles/nouveau`, { name: "Vidéoprojecteur", category: "screen", purpose: "Montrer un film à une salle.", pieces: "2 câbles HDMI\nTélécommande", value: "450", dayValue: "12,50", decision: "" }); // prettier-ignore
  assert.match(await seen(model, as), /n’a encore aucun exemplaire/);
  await acted(`${model}/exemplaires`, { tags: "VP-01 à VP-02", place });
  assert.match(await seen(desk, as), /Rien à faire pour l’instant/);
  const twice = await refused(`${model}/exemplaires`, { tags: "vp 02", place });
  assert.match(twice, /déjà prise/);
  const page = await seen(model, as);
  assert.match(page, /2 câbles HDMI, Télécommande/);
  assert.match(page, /450 €.*12,50 €/);
  assert.match(page, /VP-01.*VP-02/);
  assert.doesNotMatch(await seen("/materiel"), /Vidéoprojecteur/);
  await acted(`${model}/publication`, {});
  assert.match(await seen("/materiel"), /Vidéoprojecteur.*Avec : 2 câbles HDMI/);
});

test("dates first: what is free is said with its number, what is not with its reason and the next days", async () => {
  const free = await site.get("/materiel?du=04/12/2026&au=2026-12-07");
  assert.match(plain(free.html), /Du 4 décembre 2026 au 7 décembre 2026/);
  assert.match(plain(free.html), /Il en reste 2 : Maison des associations/);
  pool = /name="q_([0-9a-f-]{36})"/.exec(free.html)?.[1] ?? "";
  assert.ok(pool);
  const sunday = await seen("/materiel?du=2026-12-06&au=2026-12-07");
  assert.match(
    sunday,
    /Le lieu est fermé.*Libre du lundi 7 décembre 2026 au mardi 8 décembre 2026/,
  );
  const oneSunday = await seen("/materiel?du=2026-12-06&au=2026-12-06");
  assert.match(oneSunday, /Le lieu est fermé.*Libre le lundi 7 décembre 2026/);
  assert.match(await seen("/materiel?du=2026-11-27&au=2026-11-30"), /Il faut plus de temps/);
  assert.match(await seen("/materiel?du=2026-12-04&au=2027-01-04"), /ne se prête pas aussi longtemps/); // prettier-ignore
  const wrong = await site.get("/materiel?du=hier&au=");
  assert.equal(wrong.status, 422);
  assert.match(plain(wrong.html), /Écrivez le jour où vous venez/);
  assert.match(plain((await site.get("/materiel?du=2026-12-07&au=2026-12-04")).html), /Le jour du retour vient après/); // prettier-ignore
});

test("asking for nothing says so, and keeps the dates", async () => {
  const nothing = await site.get("/materiel/demande?du=2026-12-04&au=2026-12-07");
  assert.equal(nothing.status, 422);
  assert.match(plain(nothing.html), /Choisissez au moins une chose.*Du 4 décembre/);
});

const weekend = "du=2026-12-04&au=2026-12-07";
const asking = (count: number, more: Record<string, string> = {}) => ({
  du: "2026-12-04",
  au: "2026-12-07",
  [`q_${pool}`]: String(count),
  purpose: "Ciné-club des aînés",
  [`out_${place}`]: "540",
  [`back_${place}`]: "600",
  ...more,
});
let loan = "";

test("an association asks, the manager accepts, the association reads it in its mail and its space", async () => {
  assert.match(await seen(`/materiel/demande?${weekend}&q_${pool}=2`), /Connectez-vous au nom de votre association/); // prettier-ignore
  assert.match(await seen(`/materiel/demande?${weekend}&q_${pool}=2`, "president"), /2 × Vidéoprojecteur.*9 h.*10 h/); // prettier-ignore
  const silent = await refused("/materiel/demande", asking(2, { purpose: "", [`out_${place}`]: "" }), "president"); // prettier-ignore
  assert.match(silent, /Dites pour quoi faire/);
  assert.match(silent, /Choisissez l’heure où vous venez/);
  assert.equal(await acted("/materiel/demande", asking(2), "president"), "/espace/prets");
  assert.match(await seen("/espace/prets", "president"), /2 × Vidéoprojecteur.*Réponse à venir/); // prettier-ignore
  const arabic = await site.get("/ar/espace/prets", { as: "president" });
  assert.match(arabic.html, /<span lang="fr" dir="ltr">2\u00a0× Vidéoprojecteur<\/span>/, "a number stays beside its thing"); // prettier-ignore
  assert.match(await seen(`/materiel?${weekend}`), /Tout est pris à ces dates/);
  const board = await site.get(desk, { as });
  loan = /\/gestion\/materiel\/prets\/([0-9a-f-]{36})/.exec(board.html)?.[1] ?? "";
  assert.match(await seen(`${desk}/prets/${loan}`, as), /vendredi 4 décembre 2026 à 9 h.*lundi 7 décembre 2026 à 10 h/); // prettier-ignore
  await acted(`${desk}/prets/${loan}/acceptation`, {});
  assert.match(await seen(`/espace/prets/${loan}`, "president"), /Accepté/);
  const twice = await site.post(`${desk}/prets/${loan}/acceptation`, {}, { as });
  assert.equal(
    twice.location,
    `${desk}/prets/${loan}`,
    "the second agent is told nothing was done",
  );
  const mails = await site.database.read(
    site.communeId,
    (tx) =>
    tx.selectFrom("mail").select(["subject", "text_body"]).where("kind", "=", "loan").orderBy("created_at").execute(), // prettier-ignore
  );
  assert.equal(mails.length, 2);
  assert.match(mails[1]?.subject ?? "", /^Prêt accepté/);
  assert.match((mails[1]?.text_body ?? "").replace(/\s+/g, " "), /À prendre vendredi 4 décembre 2026 à 9 h, Maison des associations/); // prettier-ignore
});

test("what is promised to one is refused to another, with its reason, and kept as what was missing", async () => {
  const again = await refused("/materiel/demande", asking(1, { [`out_${place}`]: "570", [`back_${place}`]: "630" }), "president"); // prettier-ignore
  assert.match(again, /Il n’y a plus assez de : Vidéoprojecteur/);
  assert.match(again, /Ciné-club des aînés/);
  const kept = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("loan_refusal").select(["rule", "quantity"]).execute(),
  );
  assert.deepEqual(kept, [{ rule: "not_free", quantity: 1 }]);
  const short = await acted(`${desk}/exemplaires/VP-01/etat`, { state: "repair", note: "Lampe" });
  assert.equal(short, `${desk}/exemplaires/VP-01`);
  await acted(`${desk}/exemplaires/VP-01/etat`, { state: "ready", note: "" });
});

test("what is no longer lent when the request comes is said, and nothing is promised", async () => {
  await acted(`${model}/retrait`, {});
  const gone = await refused("/materiel/demande", asking(1), "president");
  assert.match(gone, /Tout est pris à ces dates/);
  await acted(`${model}/publication`, {});
});

test("given up, it is free again, and its hour with it", async () => {
  await acted(`/espace/prets/${loan}/annulation`, {}, "president");
  assert.match(await seen(`/materiel?${weekend}`), /Il en reste 2/);
  await acted("/materiel/demande", asking(1), "president");
  assert.match(
    await refused("/materiel/demande", asking(1), "president"),
    /Choisissez l’heure où vous venez/,
  );
});

test("refused, it says why; the rules of the commune refuse by their name", async () => {
  const board = await site.get(desk, { as });
  const id = /\/gestion\/materiel\/prets\/([0-9a-f-]{36})/.exec(board.html)?.[1] ?? "";
  assert.match(await refused(`${desk}/prets/${id}/refus`, { words: "" }), /Dites pourquoi/);
  await acted(`${desk}/prets/${id}/refus`, { words: "La lampe est fatiguée." });
  assert.match(await seen(`/espace/prets/${id}`, "president"), /Refusé.*La lampe est fatiguée/);
  const rules = { openTo: "registered", decision: "rules", insurance: "on", lateWaits: "on", seasonLoans: "", leadOpenDays: "1", longestDays: "14", furthestDays: "180", bufferHours: "1" }; // prettier-ignore
  assert.match(await refused(`${desk}/regles`, { ...rules, longestDays: "0" }), /nombre entier/);
  await acted(`${desk}/regles`, rules);
  const against = await refused("/materiel/demande", asking(1), "president");
  assert.match(against, /associations déclarées/);
  assert.match(against, /attestation d’assurance/);
  await acted(`${desk}/regles`, { ...rules, openTo: "all", insurance: "" });
  await acted("/materiel/demande", asking(1), "president");
  assert.match(await seen("/espace/prets", "president"), /Accepté/);
});
