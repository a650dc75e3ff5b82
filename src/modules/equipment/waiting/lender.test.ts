import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, openLending, plain, type Lending } from "../catalogue.testing.ts";

const own = "/espace/materiel";
const lender = "president" as const;
const borrower = "communication" as const;
const keeper = "equipment_manager" as const;
const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "2", words: "Sonnez.", week_FR: "17h-19h", week_MO: "17h-19h" }; // prettier-ignore
const typed = { name: "Sono du club", category: "sound", purpose: "Parler à cent personnes.", ownerRules: "", longestDays: "4", leadOpenDays: "0", bufferHours: "0" }; // prettier-ignore
const weekend = { du: "2026-11-27", au: "2026-11-30" };

let lending: Lending;
/** Who waits for what the club lends, and for what the commune lends. */
let ofClub = "";
let ofCommune = "";

const poolOf = (name: string): Promise<string> =>
  lending.write(async (tx) => (await tx.selectFrom("equipment_pool").innerJoin("equipment_model", "equipment_model.model_id", "equipment_pool.model_id").select("pool_id").where("equipment_model.name", "=", name).executeTakeFirstOrThrow()).pool_id); // prettier-ignore
const joins = async (name: string, days: typeof weekend, who: typeof lender | typeof borrower) => {
  const pool = await poolOf(name);
  const path = await lending.acted("/materiel/attente", { ...days, pool, quantity: "1", [`q_${pool}`]: "1", purpose: "Fête" }, who); // prettier-ignore
  return path.split("/").at(-1) ?? "";
};
const loanRow = (id: string) =>
  lending.write((tx) => tx.selectFrom("loan").select(["state", "decided_how", "wait_ended"]).where("loan_id", "=", id).executeTakeFirstOrThrow()); // prettier-ignore
const letters = async (): Promise<string[]> => {
  const rows = await lending.write((tx) => tx.selectFrom("mail").select(["subject", "text_body as text"]).where("kind", "=", "loan").execute()); // prettier-ignore
  return rows.map(({ subject, text }) => plain(`${subject} ${text}`));
};
const noticeOf = async (path: string, fields: Record<string, string>, who: typeof lender | typeof keeper) => (await lending.site.post(path, fields, { as: who })).location ?? ""; // prettier-ignore

before(async () => {
  lending = await openLending();
  await lending.join("Canoë pour tous", lender);
  await lending.join("Lire ensemble", borrower);
  const { acted, site } = lending;
  await acted(`${own}/lieux/nouveau`, { ...week, name: "Base de canoë", street: "1 quai du Lac" }, lender); // prettier-ignore
  const model = await acted(`${own}/modeles/nouveau`, typed, lender);
  const { html } = await site.get(`${model}/exemplaires`, { as: lender });
  const place = /<option value="([0-9a-f-]{36})"[^>]*>Base de canoë/.exec(html)?.[1] ?? "";
  await acted(`${model}/exemplaires`, { tags: "CANOE-SONO", place }, lender);
  await acted(`${model}/publication`, {}, lender);
  await lending.lend({ name: "Écran", leadOpenDays: 0 }, ["EC-1"]);
  const pool = await poolOf("Sono du club");
  await acted("/materiel/demande", { ...weekend, [`q_${pool}`]: "1", purpose: "Fête", [`out_${place}`]: "1020", [`back_${place}`]: "1020" }, borrower); // prettier-ignore
});
after(() => lending.site.close());

test("an association that lends sees who waits for what is its own, and nothing else; another sees none of it", async () => {
  assert.doesNotMatch(await lending.seen(own, lender), /liste d’attente/);
  ofClub = await joins("Sono du club", weekend, borrower);
  ofCommune = await joins("Écran", { du: "2026-12-07", au: "2026-12-08" }, lender);
  assert.match(await lending.seen(own, lender), /1 demande en liste d’attente/);
  const list = await lending.seen(`${own}/attente`, lender);
  assert.match(list, /1 × Sono du club.*Lire ensemble.*27\/11\/2026 – 30\/11\/2026.*Base de canoë.*En premier/); // prettier-ignore
  assert.doesNotMatch(list, /Écran/);
  assert.match(await lending.seen(`${own}/demandes/${ofClub}`, lender), /Liste d’attente : En premier.*Retirer de la liste.*C’est écrit à qui attend/); // prettier-ignore
  assert.match(await lending.seen(`${own}/attente`, borrower), /Personne n’attend/);
  const ar = await lending.seen(`/ar${own}/attente`, lender);
  assert.match(ar, /قائمة الانتظار.*الأول/);
  assert.doesNotMatch(ar, /En premier|Attend depuis/);
});

test("another association, and the club for what is the commune’s, find nothing", async () => {
  const get = async (path: string, as: typeof lender | typeof borrower) => (await lending.site.get(path, { as })).status; // prettier-ignore
  const removal = async (id: string, as: typeof lender | typeof borrower) =>
    (await lending.site.post(`${own}/attente/${id}/retrait`, { words: "Non" }, { as })).status;
  assert.equal(await get(`${own}/demandes/${ofClub}`, borrower), 404);
  assert.equal(await removal(ofClub, borrower), 404);
  assert.equal(await get(`${own}/demandes/${ofCommune}`, lender), 404);
  assert.equal(await removal(ofCommune, lender), 404);
  assert.equal(await removal("inconnu", lender), 404);
  for (const id of [ofClub, ofCommune]) assert.equal((await loanRow(id)).state, "waiting");
});

test("the desk sees all of it, and takes nobody out of the list of an association", async () => {
  assert.match(await lending.seen(`${desk}/attente`, keeper), /Écran.*Canoë pour tous.*Proposé.*Sono du club.*Lire ensemble/); // prettier-ignore
  const page = await lending.seen(`${desk}/prets/${ofClub}`, keeper);
  assert.match(page, /Canoë pour tous prête ce matériel\. C’est elle qui peut retirer quelqu’un/);
  assert.doesNotMatch(page, /Retirer de la liste/);
  for (const path of [`attente/${ofClub}/retrait`, `prets/${ofClub}/annulation`])
    assert.equal(await noticeOf(`${desk}/${path}`, { words: "Non" }, keeper), `${desk}/prets/${ofClub}`); // prettier-ignore
  assert.equal((await loanRow(ofClub)).state, "waiting");
});

test("who lends takes somebody out with words, and the letter says who; the town hall signs its own", async () => {
  await lending.acted(`${own}/demandes/${ofClub}/annulation`, {}, lender);
  assert.equal((await loanRow(ofClub)).state, "waiting", "not without words");
  const removal = `${own}/attente/${ofClub}/retrait`;
  assert.match(await lending.refused(removal, { words: " " }, lender), /Dites pourquoi/);
  assert.match(await noticeOf(removal, { words: "La sono part au festival." }, lender), /\/attente\?.*handing\.waitRemoved/); // prettier-ignore
  assert.match(await noticeOf(removal, { words: "Encore" }, lender), /handing\.waitOver/);
  assert.deepEqual(await loanRow(ofClub), { state: "refused", decided_how: "association", wait_ended: "removed" }); // prettier-ignore
  const mine = await lending.seen(`/espace/prets/${ofClub}`, borrower);
  assert.match(mine, /Canoë pour tous vous a retiré de la liste.*La sono part au festival/);
  assert.match(await noticeOf(`${desk}/attente/${ofCommune}/retrait`, { words: "Il est en panne." }, keeper), /handing\.waitRemoved/); // prettier-ignore
  assert.equal((await loanRow(ofCommune)).decided_how, "agent");
  const removed = (await letters()).filter((one) => /retiré de la liste/.test(one));
  assert.equal(removed.length, 2);
  assert.match(removed.find((one) => /Sono/.test(one)) ?? "", /^Canoë pour tous vous a retiré.*Canoë pour tous, qui prête, vous dit pourquoi : La sono part au festival/); // prettier-ignore
  assert.match(
    removed.find((one) => /Écran/.test(one)) ?? "",
    /^La mairie vous a retiré.*Il est en panne/,
  );
});
