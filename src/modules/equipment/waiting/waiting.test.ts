import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { createAssociation } from "../../associations/index.ts";
import { settleDue } from "../../scheduling/seats/jobs.ts";
import { desk, easyRules, mornings, openLending, plain, type Lending } from "../lending.testing.ts";

let lending: Lending;
let pool = "";
let danse = "";
const as = "equipment_manager" as const;
before(async () => {
  lending = await openLending("2026-11-26T09:00:00Z");
  const { acted, place, site } = lending;
  await acted(`${desk}/lieux/nouveau`, { ...mornings, slotMost: "5", place });
  await acted(`${desk}/regles`, easyRules);
  await lending.addModel(
    { name: "Barnum", category: "event", purpose: "Abriter une fête." },
    "BA-1",
  );
  [pool = ""] = await lending.pools("2026-12-07", "2026-12-08");
  // Another association, that the same person holds: two who wait.
  danse = await site.database.write(site.communeId, async (tx) => {
    const made = await createAssociation(tx, { name: "Danse en cercle" }, { source: "hand", at: site.clock.now(), actor: { kind: "system" } }); // prettier-ignore
    await tx.insertInto("association_member").values({ association_id: made.id, person_id: site.personId("president"), role: "owner" }).execute(); // prettier-ignore
    return made.id;
  });
});
after(() => lending.site.close());

const join = "/materiel/attente";
const days = (from: string, until: string) => ({ du: from, au: until, pool, quantity: "1", purpose: "Fête du quartier" }); // prettier-ignore
const id = (location: string) => /prets\/([0-9a-f-]+)/.exec(location)?.[1] ?? "";
const take = async (du: string, au: string) => {
  const asked = { du, au, [`q_${pool}`]: "1", association: lending.club.id, purpose: "Atelier", [`out_${lending.place}`]: "540", [`back_${lending.place}`]: "600" }; // prettier-ignore
  await lending.acted("/materiel/demande", asked, "president");
  return lending.site.database.read(lending.site.communeId, async (tx) => (await tx.selectFrom("loan").select("loan_id").where("state", "=", "accepted").orderBy("created_at", "desc").orderBy("from_at", "desc").executeTakeFirstOrThrow()).loan_id); // prettier-ignore
};
const waitFor = async (du: string, au: string, association = lending.club.id) =>
  id(await lending.acted(join, { ...days(du, au), association }, "president"));
const serviceWaits = async (day: string, service: string) => {
  const fields = { association: "", service, regime: "loan", fromDay: day, fromHour: "9h", untilDay: day, untilHour: "11h", reviewOn: "", [`q_${pool}`]: "1", purpose: "Vœux", wait: "on" }; // prettier-ignore
  await lending.acted(`${desk}/prets/nouveau?lieu=${lending.place}`, fields);
};
const loan = (path: string) => lending.seen(`/espace/prets/${path}`, "president");
const letters = async () => {
  await lending.site.runJobs();
  return lending.site.database.read(lending.site.communeId, async (tx) =>
    (await tx.selectFrom("mail").select(["subject", "text_body as text"]).where("kind", "=", "loan").orderBy("created_at").execute()).map(({ subject, text }) => plain(`${subject} ${text}`)),
  ); // prettier-ignore
};
const lastLetter = async (about: RegExp) => (await letters()).filter((one) => about.test(one)).at(-1) ?? ""; // prettier-ignore
const answerOf = (letter: string) => /(\/attente-de-pret\/[\w-]+)/.exec(letter)?.[1] ?? "";
const seat = (loanId: string) =>
  lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("loan_line").innerJoin("seat", "seat.seat_id", "loan_line.seat_id").select(["seat.seat_id", "seat.state", "seat.notices", "seat.from_at", "seat.until_at"]).where("loan_id", "=", loanId).executeTakeFirstOrThrow(),
  ); // prettier-ignore
const later = async (iso: string) => {
  lending.site.clock.set(iso);
  await settleDue(lending.site.house, lending.site.communeId);
  await letters();
};
const slots = { out: "540", back: "660" };

test("what is not free then leads to waiting for it, from the catalogue and from a request that comes too late", async () => {
  await take("2026-12-07", "2026-12-08");
  const catalogue = await lending.site.get("/materiel?du=2026-12-07&au=2026-12-08&n=1");
  assert.match(plain(catalogue.html), /Pas libre.*Me mettre en liste d’attente/);
  const path = /href="(\/materiel\/attente\?[^"]+)"/.exec(catalogue.html)?.[1]?.replaceAll("&amp;", "&") ?? ""; // prettier-ignore
  const out = await lending.site.get(path);
  assert.match(plain(out.html), /Connectez-vous au nom de votre association pour attendre/);
  assert.match(await lending.seen(path, "president"), /Barnum.*du lundi 7 décembre 2026 au mardi 8 décembre 2026.*Combien.*Les services de la commune passent d’abord/); // prettier-ignore
  const asked = { du: "2026-12-07", au: "2026-12-08", [`q_${pool}`]: "1", association: lending.club.id, purpose: "Fête", [`out_${lending.place}`]: "540", [`back_${lending.place}`]: "600" }; // prettier-ignore
  assert.match(await lending.refused("/materiel/demande", asked, "president"), /plus assez de : Barnum.*Me mettre en liste d’attente/); // prettier-ignore
  assert.match(await lending.seen(`${join}?du=2026-12-14&au=2026-12-15&q_${pool}=1`, "president"), /C’est libre à ces dates.*Faire la demande/); // prettier-ignore
  assert.match(await lending.seen(`${join}?du=2026-12-12&au=2026-12-14&q_${pool}=1`, "president"), /Le lieu est fermé/); // prettier-ignore
  assert.equal((await lending.site.get(join, { as: "president" })).status, 404);
  assert.equal((await lending.site.post(join, days("2026-12-07", "2026-12-08"))).status, 303);
});

test("why one may not wait is said by its name: nothing said, twice, more than there is, the rules, too many", async () => {
  const on = { ...days("2026-12-07", "2026-12-08"), association: lending.club.id };
  assert.match(await lending.refused(join, { ...on, purpose: "" }, "president"), /Dites pour quoi faire/); // prettier-ignore
  assert.match(await lending.refused(join, { ...on, quantity: "zéro" }, "president"), /Écrivez un nombre/); // prettier-ignore
  assert.match(await lending.refused(join, { ...on, association: "" }, "president"), /Choisissez une association/); // prettier-ignore
  assert.match(await lending.refused(join, { ...on, quantity: "3" }, "president"), /n’y en a pas autant/); // prettier-ignore
  assert.match(await lending.refused(join, { ...on, du: "2026-12-12", au: "2026-12-14" }, "president"), /Le lieu est fermé/); // prettier-ignore
  await lending.acted(`${desk}/regles`, { ...easyRules, insurance: "on" });
  assert.match(await lending.refused(join, on, "president"), /attestation d’assurance/);
  await lending.acted(`${desk}/regles`, { ...easyRules, seasonLoans: "1" });
  assert.match(await lending.refused(join, on, "president"), /déjà eu 1 prêts cette saison/);
  await lending.acted(`${desk}/regles`, { ...easyRules, leadOpenDays: "40" });
  assert.match(await lending.refused(join, on, "president"), /Il faut plus de temps/);
  await lending.acted(`${desk}/regles`, easyRules);
  const first = await waitFor("2026-12-07", "2026-12-08");
  assert.match(await lending.refused(join, { ...on, au: "2026-12-07" }, "president"), /Vous attendez déjà/); // prettier-ignore
  assert.match(await loan(first), /En attente.*Vous êtes en premier.*À prendre lundi 7 décembre 2026 À rendre/); // prettier-ignore
  assert.doesNotMatch(await loan(first), /0 h|Bon de prêt/);
  assert.match(await lastLetter(/Vous êtes sur la liste/), /du lundi 7 décembre 2026 au mardi 8 décembre/); // prettier-ignore
});

test("a service of the town hall waits ahead of associations, and it is said to those it passes", async () => {
  const [mine] = await lending.site.database.read(lending.site.communeId, (tx) => tx.selectFrom("loan").select("loan_id").where("state", "=", "waiting").execute()); // prettier-ignore
  const second = await waitFor("2026-12-07", "2026-12-07", danse);
  assert.match(await loan(second), /1 demande passe avant la vôtre/);
  const fields = { association: "", service: "Médiathèque", regime: "loan", fromDay: "2026-12-07", fromHour: "9h", untilDay: "2026-12-07", untilHour: "11h", reviewOn: "", [`q_${pool}`]: "1", purpose: "Vœux" }; // prettier-ignore
  assert.match(await lending.refused(`${desk}/prets/nouveau?lieu=${lending.place}`, fields, as), /Ce n’est pas libre.*Mettre en liste d’attente/); // prettier-ignore
  await serviceWaits("2026-12-07", "Médiathèque");
  assert.match(await loan(mine?.loan_id ?? ""), /1 demande passe avant la vôtre\. 1 vient d’un service de la commune, qui passe d’abord/); // prettier-ignore
  assert.match(await lending.seen("/espace/prets", "president"), /2 demandes passent avant la vôtre\. 1 vient d’un service.*Ne plus attendre/); // prettier-ignore
  assert.match(await lending.seen(`${desk}/attente`), /Médiathèque Service de la commune, passe d’abord.*En premier.*Lire ensemble.*1 avant, dont 1 service.*Danse en cercle.*2 avant/); // prettier-ignore
  assert.match(await lending.seen(desk), /3 demandes en liste d’attente/);
  assert.match(await lending.refused(`${desk}/prets/nouveau?lieu=${lending.place}`, { ...fields, wait: "on" }, as), /Cet emprunteur attend déjà/); // prettier-ignore
});

test("what is given back is the first one’s for a day: the service is called, says no, the next has a letter and says yes signed out, in one tap", async () => {
  const { site } = lending;
  const taken = await site.database.read(site.communeId, (tx) => tx.selectFrom("loan").select("loan_id").where("state", "=", "accepted").executeTakeFirstOrThrow()); // prettier-ignore
  await lending.acted(`/espace/prets/${taken.loan_id}/annulation`, {}, "president");
  assert.equal((await letters()).filter((one) => /C’est libre/.test(one)).length, 0);
  assert.match(await lending.seen(`${desk}/attente`), /Médiathèque.*Proposé, répond avant le/);
  assert.match(await lending.seen("/gestion/file?pour=tous"), /Appeler Médiathèque : 1 × Barnum, c’est libre/); // prettier-ignore
  const waiting = await site.database.read(site.communeId, (tx) => tx.selectFrom("loan").select(["loan_id", "service"]).where("state", "=", "waiting").orderBy((of) => of("association_id", "=", danse)).execute()); // prettier-ignore
  const service = waiting.find((one) => one.service)?.loan_id ?? "";
  assert.match(await lending.refused(`${desk}/attente/${service}/retrait`, { words: "" }), /./);
  await lending.acted(`${desk}/attente/${service}/retrait`, { words: "Plus besoin" });
  const link = answerOf(await lastLetter(/C’est libre : 1 × Barnum/));
  assert.ok(link);
  const before = await site.get(link);
  assert.match(plain(before.html), /Lire ensemble.*C’est libre pour vous\. Répondez avant le.*Oui, je le prends.*Non, je n’en ai plus besoin/); // prettier-ignore
  const offered = waiting.filter((one) => !one.service);
  assert.deepEqual(await Promise.all(offered.map(async (one) => (await seat(one.loan_id)).state)), ["offered", "waiting"]); // prettier-ignore
  const none = await site.post(`${link}/acceptation`, { out: "1", back: "2" });
  assert.equal(none.status, 422);
  assert.match(plain(none.html), /Choisissez l’heure/);
  const yes = await site.post(`${link}/acceptation`, slots);
  assert.equal(yes.status, 303, plain(yes.html));
  assert.equal((await site.post(`${link}/acceptation`, slots)).status, 303, "twice is once");
  assert.match(plain((await site.get(link)).html), /Accepté/);
  const mine = await seat(offered[0]?.loan_id ?? "");
  assert.equal(mine.state, "taken");
  assert.equal(new Date(mine.from_at).toISOString(), "2026-12-07T08:00:00.000Z");
  assert.match(await lastLetter(/accept/i), /Barnum/);
  assert.match(await loan(offered[0]?.loan_id ?? ""), /9 h.*Annuler ce prêt/);
});

test("leaving is one tap, twice is once, and one may come back", async () => {
  const mine = await waitFor("2026-12-07", "2026-12-08");
  await lending.acted(`/espace/prets/${mine}/attente/depart`, {}, "president");
  const again = await lending.acted(`/espace/prets/${mine}/attente/depart`, {}, "president");
  assert.match(again, /loanwait\.left/);
  const page = await loan(mine);
  assert.match(page, /Vous n’attendez plus ce matériel.*Me remettre en liste d’attente/);
  assert.match((await lending.site.get(`/espace/prets/${mine}`, { as: "president" })).html, /href="\/materiel\/attente\?du=2026-12-07&amp;au=2026-12-08/); // prettier-ignore
  assert.match(await lending.refused(`/espace/prets/${mine}/attente/acceptation`, slots, "president"), /Le temps pour répondre est passé/); // prettier-ignore
  assert.equal((await lending.site.post("/attente-de-pret/inconnu/depart", {})).status, 404);
});

test("the agent who takes somebody out says why, and they are told", async () => {
  const mine = await waitFor("2026-12-08", "2026-12-08", danse);
  await lending.acted(`${desk}/attente/${mine}/retrait`, {
    words: "Le barnum part en réparation.",
  });
  assert.match(await lastLetter(/retiré de la liste/), /Le barnum part en réparation/);
  assert.match(await loan(mine), /La mairie vous a retiré.*Le barnum part en réparation/);
  const twice = await lending.acted(`${desk}/attente/${mine}/retrait`, { words: "Encore" });
  assert.match(twice, /handing\.waitOver/);
});

test("an offer without answer goes to the next; after three, one leaves the list and is told; so is who waited for days that begin", async () => {
  const taken = await take("2026-12-21", "2026-12-22");
  const slow = await waitFor("2026-12-21", "2026-12-22");
  await lending.acted(`/espace/prets/${taken}/annulation`, {}, "president");
  await letters();
  assert.equal((await seat(slow)).notices, 1);
  for (const day of ["27", "28", "29"]) await later(`2026-11-${day}T10:00:00Z`);
  assert.equal((await seat(slow)).state, "expired");
  assert.match(await lastLetter(/n’êtes plus sur la liste/), /Trois propositions/);
  assert.match(await loan(slow), /Trois propositions sont restées sans réponse/);
  const other = await take("2026-12-21", "2026-12-22");
  const late = await waitFor("2026-12-21", "2026-12-22", danse);
  assert.ok(other);
  await later("2026-12-21T06:00:00Z");
  assert.match(await lastLetter(/Rien ne s’est libéré/), /Barnum/);
  assert.match(await loan(late), /ne s’est pas libéré à temps.*Voir ce que la commune prête/);
});
