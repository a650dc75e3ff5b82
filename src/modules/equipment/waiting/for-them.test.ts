import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, plain } from "../catalogue.testing.ts";
import { as, borrower, openHanding, own } from "../own/handing.testing.ts";

type Handing = Awaited<ReturnType<typeof openHanding>>;
const keeper = "equipment_manager" as const;
const weekend = { du: "2026-11-27", au: "2026-11-30" };
const hours = { out: "1020", back: "1050" };

let world: Handing;
/** Who waits for a tablet of the club, that is offered. */
let waiting = "";
before(async () => {
  world = await openHanding();
  const { lending, acted, accepted } = world;
  const lent = await accepted("2");
  const pool = await lending.write(async (tx) => (await tx.selectFrom("equipment_pool").select("pool_id").executeTakeFirstOrThrow()).pool_id); // prettier-ignore
  const joined = await acted("/materiel/attente", { ...weekend, pool, quantity: "2", purpose: "Fête" }, borrower); // prettier-ignore
  waiting = joined.split("/").at(-1) ?? "";
  await acted(`${lent}/annulation`, {});
});
after(() => world.lending.site.close());

const seen = (path: string, who: typeof as | typeof borrower | typeof keeper = as) => world.lending.seen(path, who); // prettier-ignore
const kept = () => `${own}/demandes/${waiting}`;
const yes = () => `${own}/attente/${waiting}/acceptation`;
const seat = () =>
  world.lending.write((tx) => tx.selectFrom("seat").innerJoin("loan_line", "loan_line.seat_id", "seat.seat_id").select(["seat.state", "seat.notices"]).where("loan_id", "=", waiting).executeTakeFirstOrThrow()); // prettier-ignore
const letters = async (about: RegExp): Promise<string[]> => {
  await world.lending.site.runJobs();
  const rows = await world.lending.write((tx) => tx.selectFrom("mail").select(["to_email as to", "subject", "text_body as text"]).where("kind", "=", "loan").orderBy("created_at").execute()); // prettier-ignore
  return rows.map(({ to, subject, text }) => plain(`${to} ${subject} ${text}`)).filter((one) => about.test(one)); // prettier-ignore
};

test("a thing that breaks while it is offered: one letter says so, the place is kept, and it says whom to talk to, the association by its name", async () => {
  assert.equal((await letters(/C’est libre/)).length, 1);
  const link = /(\/attente-de-pret\/[\w-]+)/.exec((await letters(/C’est libre/))[0] ?? "")?.[1] ?? ""; // prettier-ignore
  await world.acted(`${own}/exemplaires/CANOE-T1/etat`, { state: "repair", note: "Écran cassé" });
  assert.deepEqual(await seat(), { state: "waiting", notices: 0 });
  const [letter = "", ...more] = await letters(/Ce n’est plus libre/);
  assert.deepEqual(more, []);
  assert.match(letter, /Ce n’est plus libre : 2 × Tablette du club.*n’est plus là, du vendredi 27 novembre 2026 au lundi 30.*Vous gardez votre place.*attente-de-pret/); // prettier-ignore
  const words = /n’est plus là.*vous gardez votre place.*écrivez à l’association qui le prête, ou appelez-la : Canoë pour tous/; // prettier-ignore
  const page = await seen(`/espace/prets/${waiting}`, borrower);
  assert.match(page, words);
  assert.match(page, /Vous êtes en premier/);
  assert.doesNotMatch(page, /appelez la mairie/);
  const stale = await world.lending.site.post(`${link}/acceptation`, hours);
  assert.equal(stale.status, 422);
  assert.match(plain(stale.html), words);
  assert.match(
    await seen(kept()),
    /En premier.*Ce qui était proposé n’est plus là.*garde sa place/,
  );
  assert.match(
    await seen(`/ar/espace/prets/${waiting}`, borrower),
    /أو اتصلوا بها.*Canoë pour tous/,
  );
});

test("mended, it is offered again, for the first time; when no hour is left, it says whom to talk to", async () => {
  await world.acted(`${own}/exemplaires/CANOE-T1/etat`, { state: "ready", note: "" });
  assert.equal((await letters(/C’est libre/)).length, 2);
  assert.deepEqual(await seat(), { state: "offered", notices: 1 });
  assert.match(await seen(`/espace/prets/${waiting}`, borrower), /C’est libre pour vous/);
  const closed = { name: "Inventaire", first_day: weekend.du, last_day: weekend.du };
  await world.lending.write((tx) => tx.insertInto("closed_day").values(closed).execute());
  const page = await seen(`/espace/prets/${waiting}`, borrower);
  assert.match(page, /Il ne reste aucune heure.*Écrivez à l’association qui prête, ou appelez-la : Canoë pour tous/); // prettier-ignore
  assert.match(await world.lending.refused(`/espace/prets/${waiting}/attente/acceptation`, hours, borrower), /aucune heure.*Canoë pour tous/); // prettier-ignore
  assert.match(await seen(kept()), /aucune heure.*Convenez d’autres jours avec qui attend/);
  await world.lending.write((tx) => tx.deleteFrom("closed_day").execute());
});

test("who keeps what the association lends says yes for somebody of its list, and nobody else does", async () => {
  const { site } = world.lending;
  const post = async (path: string, who?: typeof as | typeof borrower | typeof keeper) => (await site.post(path, hours, who ? { as: who } : {})).status; // prettier-ignore
  assert.equal(await post(yes(), borrower), 404, "who waits is another association");
  assert.equal(await post(yes(), keeper), 403, "the desk has its own");
  assert.equal(await post(`${desk}/attente/${waiting}/acceptation`, as), 403);
  assert.equal(await post(`${own}/attente/inconnu/acceptation`, as), 404);
  assert.match((await site.post(yes(), hours)).location ?? "", /connexion/);
  // An editor of the same association who does not keep its equipment.
  const role = (values: { role: string; topics: string[] }) => world.lending.write((tx) => tx.updateTable("association_member").set(values).where("association_id", "=", world.club).execute()); // prettier-ignore
  await role({ role: "editor", topics: ["listing"] });
  assert.equal(await post(yes(), as), 404);
  await role({ role: "editor", topics: ["equipment"] });
  assert.deepEqual(await seat(), { state: "offered", notices: 1 });
  // Nobody to write to: who waits has left, and their association has no account.
  await world.lending.write(async (tx) => {
    await tx.updateTable("loan").set({ asked_by: null }).where("loan_id", "=", waiting).execute();
    await tx.deleteFrom("association_member").where("association_id", "!=", world.club).execute();
  });
  assert.match(await seen(kept()), /Proposé, répond avant.*Dire oui pour eux.*Personne à qui écrire : prévenez par téléphone/); // prettier-ignore
  assert.match(await seen("/espace"), /1 emprunteur à appeler : ce qu’il attend est libre/);
  assert.match(await world.lending.refused(yes(), { out: "1" }, as), /Choisissez l’heure/);
  const told = (await letters(/./)).length;
  const done = await site.post(yes(), hours, { as });
  assert.match(done.location ?? "", /\/espace\/materiel\/demandes\/.*handing\.waitAccepted/);
  assert.match((await site.post(yes(), hours, { as })).location ?? "", /handing\.waitAccepted/, "twice is once"); // prettier-ignore
  const loan = await world.lending.write((tx) => tx.selectFrom("loan").select(["state", "decided_how", "decided_by"]).where("loan_id", "=", waiting).executeTakeFirstOrThrow()); // prettier-ignore
  assert.deepEqual(loan, { state: "accepted", decided_how: "association", decided_by: site.personId(as) }); // prettier-ignore
  assert.equal((await letters(/./)).length, told, "the association is not told of what it did");
  assert.match(await seen(kept()), /Accepté/);
  assert.doesNotMatch(await seen("/espace"), /à appeler/);
});
