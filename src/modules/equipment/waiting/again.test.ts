import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { poolsAt } from "../pools/queries.ts";
import { joinList } from "./join.ts";
import { yearLater } from "./again.ts";
import { waitsOf } from "./queries.ts";
import { desk, easyRules, mornings, openLending, type Lending } from "../lending.testing.ts";

let lending: Lending;
const pools: string[] = [];
let tabletModel = "";
before(async () => {
  lending = await openLending("2026-11-26T09:00:00Z");
  const { acted, place } = lending;
  await acted(`${desk}/lieux/nouveau`, { ...mornings, place });
  await acted(`${desk}/regles`, easyRules);
  await lending.addModel({ name: "Barnum", category: "event", purpose: "Abriter." }, "BA-1 à BA-2");
  tabletModel = await lending.addModel({ name: "Tablette", category: "tablet", purpose: "Lire." }, "TA-1"); // prettier-ignore
  const held = await lending.site.database.read(lending.site.communeId, (tx) => poolsAt(tx, place));
  pools.push(...held.map(({ poolId }) => poolId));
});
after(() => lending.site.close());

const idOf = (path: string) => path.split("/").at(-1) ?? "";
const again = (id: string) => `/espace/prets/${id}/encore`;

test("a year later is on the same days of the week, and never in the past nor too far to be asked for", () => {
  const had = { from: "2026-03-06", until: "2026-03-08" };
  assert.deepEqual(yearLater(had, "2026-11-26", 180), { from: "2027-03-05", until: "2027-03-07" });
  assert.equal(yearLater(had, "2027-03-05", 180), undefined);
  assert.equal(yearLater(had, "2026-04-01", 180), undefined);
  assert.deepEqual(yearLater({ from: "2027-03-01", until: "2027-03-01" }, "2027-11-26", 180), { from: "2028-02-28", until: "2028-02-28" }); // prettier-ignore
});

test("a loan that is over leads to the same things again: days to choose, quantities as they were, then the usual request", async () => {
  const [barnum = "", tablet = ""] = pools;
  const loan = idOf(await lending.ask({ [`q_${barnum}`]: "2", [`q_${tablet}`]: "1" }, "2026-12-07", "2026-12-08")); // prettier-ignore
  assert.doesNotMatch(await lending.seen(`/espace/prets/${loan}`, "president"), /Demander la même chose/); // prettier-ignore
  assert.equal((await lending.site.get(again(loan), { as: "president" })).status, 404);
  await lending.acted(`/espace/prets/${loan}/annulation`, {}, "president");
  assert.match(await lending.seen(`/espace/prets/${loan}`, "president"), /Demander la même chose/);
  assert.doesNotMatch(await lending.seen(again(loan), "president"), /un an plus tard/, "too far today"); // prettier-ignore
  await lending.acted(`${desk}/regles`, { ...easyRules, furthestDays: "400" });
  assert.match(await lending.seen(again(loan), "president"), /2 × Barnum 1 × Tablette.*un an plus tard/); // prettier-ignore
  const { html } = await lending.site.get(again(loan), { as: "president" });
  assert.match(html, /name="du"[^>]*value="2027-12-06"/);
  const kept = [...html.matchAll(/type="hidden" name="(q_[^"]+)" value="(\d)"/g)].map(([, name, count]) => `${name}=${count}`); // prettier-ignore
  assert.equal(kept.length, 2);
  const catalogue = await lending.site.get(`/materiel?du=2027-01-04&au=2027-01-05&${kept.join("&")}`); // prettier-ignore
  assert.match(catalogue.html, new RegExp(`name="q_${barnum}"[^>]*value="2"`));
  assert.equal((await lending.site.get(again(loan))).status, 303);
});

test("what left the catalogue is named and left out; when nothing is left, it says so; old dates are not proposed", async () => {
  const [barnum = "", tablet = ""] = pools;
  lending.site.clock.set("2026-11-26T10:00:00Z");
  const loan = idOf(await lending.ask({ [`q_${barnum}`]: "1", [`q_${tablet}`]: "1" }, "2026-12-14", "2026-12-15")); // prettier-ignore
  await lending.acted(`/espace/prets/${loan}/annulation`, {}, "president");
  await lending.acted(`${tabletModel}/retrait`, {});
  assert.match(await lending.seen(again(loan), "president"), /1 × Barnum Ne se prête plus : Tablette/); // prettier-ignore
  const alone = await lending.site.database.read(lending.site.communeId, (tx) => tx.selectFrom("equipment_model").select("model_id").where("name", "=", "Barnum").executeTakeFirstOrThrow()); // prettier-ignore
  await lending.acted(`${desk}/modeles/${alone.model_id}/retrait`, {});
  assert.match(await lending.seen(again(loan), "president"), /Rien de ce prêt ne se prête encore/);
  await lending.acted(`${desk}/modeles/${alone.model_id}/publication`, {});
  lending.site.clock.set("2027-12-26T09:00:00Z");
  assert.doesNotMatch(await lending.seen(again(loan), "president"), /un an plus tard/);
});

test("who waits is served by one more unit; a loan erased with its association waits no more", async () => {
  const { site, place, club } = lending;
  const [barnum = ""] = pools;
  const counter = await site.database.read(site.communeId, (tx) => tx.selectFrom("equipment_pool").select("counter_id").where("pool_id", "=", barnum).executeTakeFirstOrThrow()); // prettier-ignore
  const shelf = { poolId: barnum, counterId: counter.counter_id, placeId: place, zone: "Europe/Paris", bufferMinutes: 60 }; // prettier-ignore
  const days = { from: "2028-01-10", until: "2028-01-11" };
  const now = site.clock.now();
  const hand = { actor: { kind: "system" } as const, at: now };
  const wait = (service: string) =>
    site.database.write(site.communeId, (tx) => joinList(tx, { ...shelf, borrower: { service }, quantity: 2, purpose: "Fête", askedBy: null, days }, hand)); // prettier-ignore
  await wait("Mairie");
  const outcome = await site.database.write(site.communeId, (tx) => joinList(tx, { ...shelf, borrower: { associationId: club.id }, quantity: 1, purpose: "Fête", askedBy: null, days }, hand)); // prettier-ignore
  assert.ok("done" in outcome && !outcome.offered);
  const model = await site.database.read(site.communeId, (tx) => tx.selectFrom("equipment_model").select("model_id").where("name", "=", "Barnum").executeTakeFirstOrThrow()); // prettier-ignore
  await lending.acted(`${desk}/modeles/${model.model_id}/exemplaires`, { tags: "BA-9", place });
  const [first, second] = await site.database.read(site.communeId, (tx) => waitsOf(tx, now));
  assert.ok(first?.offeredUntil && second?.offeredUntil, "two and one of three");
  await site.runJobs();
  const letter = await site.database.read(site.communeId, (tx) => tx.selectFrom("mail").select("text_body as text").where("subject", "like", "C’est libre%").executeTakeFirstOrThrow()); // prettier-ignore
  const link = /(\/attente-de-pret\/[\w-]+)/.exec(letter.text)?.[1] ?? "";
  const before = await site.database.read(site.communeId, (tx) => tx.selectFrom("seat").select("state").where("seat_id", "=", second.seatId).executeTakeFirstOrThrow()); // prettier-ignore
  await site.get(link);
  await site.get(link, { as: "president" });
  const looked = await site.database.read(site.communeId, (tx) => tx.selectFrom("seat").select("state").where("seat_id", "=", second.seatId).executeTakeFirstOrThrow()); // prettier-ignore
  assert.deepEqual(looked, before, "looking changes nothing");
  await site.database.write(site.communeId, (tx) => tx.deleteFrom("loan").where("loan_id", "=", outcome.done).execute()); // prettier-ignore
  const left = await site.database.read(site.communeId, (tx) => tx.selectFrom("seat").select("state").where("seat_id", "=", second.seatId).executeTakeFirstOrThrow()); // prettier-ignore
  assert.equal(left.state, "cancelled");
  assert.equal((await site.post(`${link}/depart`, {})).status, 404);
});

test("one waits for ten things at most, and not for days that have begun", async () => {
  const { site, place, club } = lending;
  const [barnum = ""] = pools;
  const counter = await site.database.read(site.communeId, (tx) => tx.selectFrom("equipment_pool").select("counter_id").where("pool_id", "=", barnum).executeTakeFirstOrThrow()); // prettier-ignore
  const wait = (day: string) =>
    site.database.write(site.communeId, (tx) =>
      joinList(tx, { poolId: barnum, counterId: counter.counter_id, placeId: place, zone: "Europe/Paris", bufferMinutes: 60, borrower: { associationId: club.id }, quantity: 1, purpose: "Fête", askedBy: null, days: { from: day, until: day } }, { actor: { kind: "system" }, at: site.clock.now() }),
    ); // prettier-ignore
  assert.deepEqual(await wait("2027-12-26"), { refused: "begun" });
  for (let day = 10; day < 20; day += 1) assert.ok("done" in (await wait(`2028-03-${day}`)));
  assert.deepEqual(await wait("2028-03-20"), { refused: "most" });
});
