import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLending, type Lending } from "../catalogue.testing.ts";
import { handOver } from "../custody/hand-over.ts";
import { setAside } from "../custody/prepare.ts";
import { askForLoan } from "../loans/ask.ts";
import { loansOf } from "../loans/queries.ts";
import { keeperOf } from "./lending.testing.ts";

let lending: Lending;
let keeper: ReturnType<typeof keeperOf>;
let pool = { id: "", counter: "" };
let club = { id: "" };
before(async () => {
  lending = await openLending();
  keeper = keeperOf(lending.site);
  club = await lending.join("Lire ensemble", "president");
  await lending.open("Annexe");
  await lending.lend({ name: "Barnum", category: "event" }, ["B-1", "B-2", "B-3", "B-4"]);
  pool = await lending.write(async (tx) => {
    const one = await tx.selectFrom("equipment_pool").selectAll().executeTakeFirstOrThrow();
    return { id: one.pool_id, counter: one.counter_id };
  });
});
after(() => lending.site.close());

/** Where each unit is, and what the counter of each place says. */
const shelves = () =>
  lending.write(async (tx) => {
    const rows = await tx
      .selectFrom("equipment_pool as p")
      .innerJoin("place", "place.place_id", "p.place_id")
      .innerJoin("seat_counter as c", "c.counter_id", "p.counter_id")
      .leftJoin("equipment_unit as u", "u.pool_id", "p.pool_id")
      .select(["place.name", "c.capacity", "u.tag"])
      .orderBy("place.name")
      .orderBy("u.tag")
      .execute();
    return Object.fromEntries(
      [...Map.groupBy(rows, ({ name }) => name)].map(([name, of]) => [name, [of[0]?.capacity, ...of.flatMap(({ tag }) => tag ?? [])]]), // prettier-ignore
    );
  });

const idOf = (tag: string) =>
  lending.write(async (tx) => (await tx.selectFrom("equipment_unit").select("unit_id").where("tag", "=", tag).executeTakeFirstOrThrow()).unit_id); // prettier-ignore

/** Promises so many from a day of December to the next Monday; gives the loan. */
const promise = (quantity: number, day = "04") =>
  lending.write(async (tx) => {
    const until = new Date("2026-12-07T09:00:00Z");
    const line = { poolId: pool.id, counterId: pool.counter, quantity, blockedUntil: until };
    const asked = await askForLoan(
      tx,
      {
        requestId: crypto.randomUUID(),
        borrower: { associationId: club.id },
        placeId: lending.place,
        slotMost: null,
        regime: "loan",
        purpose: "Fête",
        from: new Date(`2026-12-${day}T08:00:00Z`),
        until,
        reviewOn: null,
        askedBy: null,
        lines: [line],
        decided: true,
      },
      lending.hand,
    );
    assert.ok("done" in asked);
    const [loan] = await loansOf(tx, { id: asked.done });
    assert.ok(loan);
    return loan;
  });

const file = ["Étiquette;Désignation;Lieu", ...[1, 2, 3, 4].map((n) => `B-${n};Barnum;Annexe`)].join("\n"); // prettier-ignore
let address = "";

test("a unit the file says elsewhere stays, and it is said, until who brings it asks to move it", async () => {
  address = await keeper.brought(file);
  const page = await keeper.seen(`${address}?lignes=unchanged`);
  assert.match(page, /Pour 4 exemplaires, le fichier dit un autre lieu/);
  assert.match(page, /Le fichier le dit à « Annexe »\. Il reste à Maison des associations/);
  assert.match(await keeper.acted(`${address}/application`), /inventory\.nothing/);
  assert.deepEqual(await shelves(), { "Maison des associations": [4, "B-1", "B-2", "B-3", "B-4"] });
});

test("what is out, set aside or promised is refused by name; the rest moves, and both shelves are counted", async () => {
  const loan = await promise(1);
  const unit = await idOf("B-1");
  await lending.write(async (tx) => {
    assert.ok("done" in (await setAside(tx, loan, new Map([[pool.id, [unit]]]), lending.hand)));
  });
  await promise(2);
  await keeper.acted(`${address}/reponses`, { deplacer: "oui" });
  const page = await keeper.seen(`${address}?lignes=refused`);
  assert.match(page, /seront déplacés : 1 dans ce fichier/, "what stays is not counted");
  assert.match(page, /B-1 est mis de côté pour un prêt : il reste à Maison des associations/);
  assert.match(page, /Tous ceux de ce modèle sont promis à Maison des associations : B-3 y reste/);
  const changed = await keeper.seen(`${address}?lignes=changed`);
  assert.match(changed, /Il passe de Maison des associations à Annexe/);
  await keeper.acted(`${address}/application`);
  assert.deepEqual(await shelves(), { Annexe: [1, "B-2"], "Maison des associations": [3, "B-1", "B-3", "B-4"] }); // prettier-ignore
  const after = await keeper.seen(address);
  assert.match(after, /1 exemplaire modifié/);
  assert.doesNotMatch(after, /seront déplacés/);
  assert.match(await keeper.acted(`${address}/application`), /inventory\.nothing/);
});

test("undone, what moved is where it was and both shelves are counted again", async () => {
  await keeper.acted(`${address}/annulation`);
  assert.deepEqual(await shelves(), { Annexe: [0], "Maison des associations": [4, "B-1", "B-2", "B-3", "B-4"] }); // prettier-ignore
  assert.match(await keeper.seen(address), /1 exemplaire comme avant/);
});

test("undone, what was promised where it went meanwhile stays there, and is told as kept", async () => {
  const again = await keeper.brought("Étiquette;Désignation;Lieu\nB-2;Barnum;Annexe");
  await keeper.acted(`${again}/reponses`, { deplacer: "oui" });
  await keeper.acted(`${again}/reponses`, { deplacer: "non" });
  assert.match(await keeper.acted(`${again}/application`), /inventory\.nothing/);
  await keeper.acted(`${again}/reponses`, { deplacer: "oui" });
  await keeper.acted(`${again}/application`);
  const annexe = await lending.write((tx) => tx.selectFrom("equipment_pool").selectAll().where("pool_id", "!=", pool.id).executeTakeFirstOrThrow()); // prettier-ignore
  const here = pool;
  pool = { id: annexe.pool_id, counter: annexe.counter_id };
  await promise(1, "05");
  pool = here;
  await keeper.acted(`${again}/annulation`);
  assert.deepEqual(await shelves(), { Annexe: [1, "B-2"], "Maison des associations": [3, "B-1", "B-3", "B-4"] }); // prettier-ignore
  assert.match(await keeper.seen(again), /1 exemplaire gardé/);
});

test("a unit that is out stays on its shelf, said by its name, though another one of it could move", async () => {
  await lending.lend({ name: "Sono", category: "sound" }, ["S-1", "S-2"]);
  const sono = await lending.write((tx) => tx.selectFrom("equipment_pool").innerJoin("equipment_unit", "equipment_unit.pool_id", "equipment_pool.pool_id").select(["equipment_pool.pool_id", "equipment_pool.counter_id"]).where("tag", "=", "S-1").executeTakeFirstOrThrow()); // prettier-ignore
  pool = { id: sono.pool_id, counter: sono.counter_id };
  const loan = await promise(1, "04");
  const unit = { unitId: await idOf("S-1"), poolId: sono.pool_id, condition: "good" as const, missing: [], words: null, fileIds: [] }; // prettier-ignore
  const hand = { ...lending.hand, at: new Date("2026-12-04T08:00:00Z") };
  lending.site.clock.set(hand.at.toISOString());
  assert.deepEqual(await lending.write((tx) => handOver(tx, loan, [unit], hand)), { done: 1 });
  const moved = await keeper.brought("Étiquette;Désignation;Lieu\nS-1;Sono;Annexe\nS-2;Sono;Annexe"); // prettier-ignore
  await keeper.acted(`${moved}/reponses`, { deplacer: "oui" });
  const page = await keeper.seen(`${moved}?lignes=refused`);
  assert.match(page, /seront déplacés : 1 dans ce fichier/);
  assert.match(page, /S-1 est prêté et dehors/);
  await keeper.acted(`${moved}/application`);
  const where = await lending.write((tx) => tx.selectFrom("equipment_unit").innerJoin("equipment_pool", "equipment_pool.pool_id", "equipment_unit.pool_id").innerJoin("place", "place.place_id", "equipment_pool.place_id").select(["tag", "place.name"]).where("tag", "in", ["S-1", "S-2"]).orderBy("tag").execute()); // prettier-ignore
  assert.deepEqual(where.map(({ tag, name }) => `${tag} ${name}`), ["S-1 Maison des associations", "S-2 Annexe"]); // prettier-ignore
});
