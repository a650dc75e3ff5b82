import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, easyRules, mornings, openLending, type Lending } from "../lending.testing.ts";

let lending: Lending;
let pool = "";
before(async () => {
  lending = await openLending("2026-11-26T09:00:00Z");
  const { acted, place } = lending;
  await acted(`${desk}/lieux/nouveau`, { ...mornings, slotMost: "1", week_MO: "9h-10h", place });
  await acted(`${desk}/regles`, easyRules);
  await lending.addModel({ name: "Barnum", category: "event", purpose: "Abriter." }, "BA-1");
  [pool = ""] = await lending.pools("2026-12-08", "2026-12-09");
});
after(() => lending.site.close());

const days = (du: string, au: string) => ({ du, au, purpose: "Fête" });
let minute = 0;
/** Waits for days that somebody has, who then gives them back: it is offered. Gives the loan that waits. */
async function offered(du: string, au: string): Promise<string> {
  lending.site.clock.set(`2026-11-26T10:${String(10 + (minute += 1))}:00Z`);
  const taken = (await lending.ask({ [`q_${pool}`]: "1" }, du, au)).split("/").at(-1) ?? "";
  const joined = await lending.acted("/materiel/attente", { ...days(du, au), pool, quantity: "1" }, "president"); // prettier-ignore
  const id = /prets\/([0-9a-f-]+)/.exec(joined)?.[1] ?? "";
  await lending.acted(`/espace/prets/${taken}/annulation`, {}, "president");
  await lending.site.runJobs();
  return id;
}
const accept = (id: string) => `/espace/prets/${id}/attente/acceptation`;
const slots = { out: "540", back: "570" };
const stateOf = (id: string) => lending.stateOf(`/${id}`);

test("who says yes meets the rules as they are then, each by its name; an agent may say yes for them", async () => {
  const id = await offered("2026-12-08", "2026-12-09");
  await lending.acted(`${desk}/regles`, { ...easyRules, insurance: "on" });
  assert.match(await lending.refused(accept(id), slots, "president"), /attestation d’assurance/);
  assert.equal(await stateOf(id), "waiting");
  assert.match(await lending.seen(`${desk}/prets/${id}`), /Liste d’attente : Proposé, répond avant.*Dire oui pour eux/); // prettier-ignore
  assert.match(await lending.refused(`${desk}/attente/${id}/acceptation`, { out: "1" }), /Choisissez l’heure/); // prettier-ignore
  await lending.acted(`${desk}/attente/${id}/acceptation`, slots);
  assert.equal(await stateOf(id), "accepted");
  await lending.acted(`${desk}/regles`, easyRules);
});

test("the quota of a season counts what one has, not what one waits for", async () => {
  const id = await offered("2026-12-15", "2026-12-16");
  // One is accepted, one waits: were both counted, the second would be refused.
  await lending.acted(`${desk}/regles`, { ...easyRules, seasonLoans: "2" });
  await lending.acted(accept(id), slots, "president");
  assert.equal(await stateOf(id), "accepted");
  await lending.acted(`${desk}/regles`, easyRules);
});

test("a yes is a request where the town hall decides: it is then accepted or refused as any other", async () => {
  await lending.acted(`${desk}/regles`, { ...easyRules, decision: "asked" });
  const id = await offered("2026-12-22", "2026-12-23");
  const where = await lending.acted(accept(id), slots, "president");
  assert.match(where, /loanwait\.asked/);
  assert.equal(await stateOf(id), "asked");
  assert.match(await lending.seen(desk), /1 × Barnum/);
  await lending.acted(`${desk}/prets/${id}/acceptation`, {});
  assert.equal(await stateOf(id), "accepted");
  await lending.acted(`${desk}/regles`, easyRules);
});

test("when every hour of those days is taken, it is said, and no is still one tap; a model that left the catalogue is lent no more", async () => {
  // The Monday has two hours, each for one: another thing takes them both.
  await lending.addModel({ name: "Sono", category: "sound", purpose: "Parler." }, "SO-1 à SO-3");
  const id = await offered("2027-01-04", "2027-01-05");
  const { site, place } = lending;
  const sono = (await lending.pools("2027-01-04", "2027-01-05")).find((one) => one !== pool) ?? "";
  for (const out of ["540", "570"])
    await lending.acted("/materiel/demande", { ...days("2027-01-04", "2027-01-06"), [`q_${sono}`]: "1", [`out_${place}`]: out, [`back_${place}`]: out }, "president"); // prettier-ignore
  assert.match(await lending.seen(`/espace/prets/${id}`, "president"), /C’est libre pour vous.*Il ne reste aucune heure.*Non, je n’en ai plus besoin/); // prettier-ignore
  assert.match(await lending.refused(accept(id), slots, "president"), /Il ne reste aucune heure/);
  const model = await site.database.read(site.communeId, (tx) => tx.selectFrom("equipment_model").select("model_id").where("name", "=", "Barnum").executeTakeFirstOrThrow()); // prettier-ignore
  await lending.acted(`${desk}/modeles/${model.model_id}/retrait`, {});
  assert.match(await lending.refused(accept(id), slots, "president"), /ne se prête plus/);
  const gone = await site.get(`/materiel/attente?du=2027-01-04&au=2027-01-05&q_${pool}=1`, { as: "president" }); // prettier-ignore
  assert.equal(gone.status, 404);
  await lending.acted(`/espace/prets/${id}/attente/depart`, {}, "president");
  assert.equal(await stateOf(id), "cancelled");
});
