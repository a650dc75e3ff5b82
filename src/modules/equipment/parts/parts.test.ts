import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { desk, openLending, type Lending } from "../catalogue.testing.ts";
import { partsOf } from "./queries.ts";

const as = "equipment_manager" as const;
let lending: Lending;
let model = "";
before(async () => {
  lending = await openLending();
  model = await lending.lend({}, ["VP-01"]);
});
after(() => lending.site.close());

const typed = () => ({ name: "Lampe de vidéoprojecteur", place: lending.place, shelf: "B2", threshold: "1", models: model }); // prettier-ignore
let part = "";

test("a part has a name, a place and a shelf, the models it is for, and how few is too few", async () => {
  assert.match(await lending.seen(`${desk}/pieces`, as), /Aucune pièce/);
  assert.match(await lending.refused(`${desk}/pieces/nouvelle`, { ...typed(), name: "" }), /Donnez un nom à cette pièce/); // prettier-ignore
  part = await lending.acted(`${desk}/pieces/nouvelle`, typed());
  assert.match(await lending.refused(`${desk}/pieces/nouvelle`, typed()), /déjà ce nom, au même lieu/); // prettier-ignore
  const page = await lending.seen(part, as);
  assert.match(page, /À racheter.*Il n’y en a plus.*Maison des associations.*B2.*Vidéoprojecteur/);
});

test("received, used for a unit, counted: each is written, and the number follows", async () => {
  let hour = 10;
  const move = async (kind: string, quantity: string, tag = "") => {
    lending.site.clock.set(`2026-11-26T${(hour += 1)}:00:00Z`);
    await lending.acted(`${part}/mouvements`, { kind, quantity, tag });
  };
  await move("received", "5");
  await move("used", "2", "vp 01");
  await move("counted", "2");
  const page = await lending.seen(part, as);
  assert.match(page, /Assez.*Il y en a 2/);
  assert.match(page, /Comptées −1 2.*Utilisées −2 3 VP-01.*Reçues \+5 5/);
  assert.match(await lending.seen(`${desk}/pieces`, as), /Lampe de vidéoprojecteur 2 Assez/);
});

test("more than there is, none, or for a unit that is not there, is refused and nothing is written", async () => {
  const refused = (fields: Record<string, string>) =>
    lending.refused(`${part}/mouvements`, { tag: "", ...fields });
  assert.match(await refused({ kind: "used", quantity: "3" }), /Il n’y en a pas autant/);
  assert.match(await refused({ kind: "received", quantity: "0" }), /Dites combien/);
  assert.match(await refused({ kind: "used", quantity: "1", tag: "XX" }), /Aucun exemplaire n’a cette étiquette/); // prettier-ignore
  assert.match(await refused({ kind: "", quantity: "1" }), /Dites ce qui a été fait/);
  assert.match(await lending.seen(part, as), /Il y en a 2/);
});

const take = () =>
  lending.site.post(`${part}/mouvements`, { kind: "used", quantity: "2", tag: "" }, { as });

test("two that take the last ones at once: one is refused", async () => {
  const statuses = (await Promise.all([take(), take()])).map(({ status }) => status);
  assert.deepEqual(statuses.toSorted(), [303, 422]);
});

test("what is low is told to the manager; what was done is only added to", async () => {
  assert.match(await lending.seen(`${desk}/pieces`, as), /1 pièce à racheter Lampe de vidéoprojecteur/); // prettier-ignore
  assert.match(await lending.seen(`${desk}/modeles`, as), /1 pièce à racheter/);
  const low = await lending.write((tx) => partsOf(tx, { low: true }));
  assert.deepEqual(low.map(({ name }) => name), ["Lampe de vidéoprojecteur"]); // prettier-ignore
  await assert.rejects(
    lending.write((tx) => sql`update spare_part_move set change = change - 1`.execute(tx)),
    /only added to/,
  );
});

test("a part is changed, and kept no more: its name may be given again", async () => {
  await lending.acted(`${part}/fiche`, { ...typed(), shelf: "C1" });
  assert.match(await lending.seen(part, as), /C1/);
  await lending.acted(`${part}/fin`, {});
  assert.equal((await lending.site.get(part, { as })).status, 404);
  await lending.acted(`${desk}/pieces/nouvelle`, typed());
});
