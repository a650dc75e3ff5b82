import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openNeeds } from "../../associations/index.ts";
import { desk, openLending, type Lending } from "../catalogue.testing.ts";
import { handOver } from "../custody/hand-over.ts";
import { loansOf } from "../loans/queries.ts";
import { unitsOf } from "../units/queries.ts";

let lending: Lending;
let club = { id: "" };
let kit = "";
before(async () => {
  lending = await openLending();
  club = await lending.join("Club du Pont", "president");
  const laptop = await lending.lend({ name: "Ordinateur portable", category: "computer" }, ["PC-1", "PC-2"]); // prettier-ignore
  const router = await lending.lend({ name: "Routeur 4G", category: "connection" }, ["4G-1"]);
  const typed = { name: "Kit point d’appui", purpose: "Tenir une permanence.", shown: "on", tools: "connection", [`n_${laptop}`]: "2", [`n_${router}`]: "1" }; // prettier-ignore
  await lending.acted(`${desk}/kits/nouveau`, typed);
  const { html } = await lending.site.get(`${desk}/kits`, { as: "equipment_manager" });
  kit = /kits\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
  await lending.acted(space(), { "tool-connection": "lacks", "tool-printer": "lacks" }, "president"); // prettier-ignore
});
after(() => lending.site.close());

const space = () => `/espace/fiches/${club.id}/outils`;
const open = async () => (await lending.write((tx) => openNeeds(tx, [club.id]))).map(({ tool }) => tool); // prettier-ignore

/** Asks for the kit from the checklist, as the association does, and is told yes; gives the loan. */
async function asked(): Promise<string> {
  const asking = `/materiel/kits/${kit}/demande?association=${club.id}&du=2026-12-04&au=2026-12-07`;
  const go = await lending.site.get(asking, { as: "president" });
  const query = new URL(go.headers.get("location") ?? "", "https://valbrume.test").searchParams;
  const fields = Object.fromEntries([...query].filter(([name]) => name !== "association"));
  const sent = { ...fields, purpose: "Une permanence", [`out_${lending.place}`]: "540", [`back_${lending.place}`]: "540" }; // prettier-ignore
  await lending.acted("/materiel/demande", sent, "president");
  const [loan] = await lending.write((tx) => loansOf(tx, { states: ["asked", "accepted"] }));
  assert.ok(loan);
  if (loan.state === "asked") await lending.acted(`${desk}/prets/${loan.id}/acceptation`, {});
  return loan.id;
}

/** Hands over some units of a loan, by the equipment manager. */
const given = (loanId: string, tags: readonly string[]) =>
  lending.write(async (tx) => {
    const [loan] = await loansOf(tx, { id: loanId });
    assert.ok(loan);
    const units = await Promise.all(tags.map(async (tag) => (await unitsOf(tx, { tag }))[0] ?? assert.fail())); // prettier-ignore
    const leaving = units.map(({ id, poolId }) => ({ unitId: id, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] })); // prettier-ignore
    const actor = { kind: "person" as const, id: lending.site.personId("equipment_manager") };
    const outcome = await handOver(tx, loan, leaving, { actor, at: lending.site.clock.now() });
    assert.deepEqual(outcome, { done: tags.length });
  });

test("a kit handed over whole answers what it is for, with the loan that brought it; half of it answers nothing", async () => {
  const loan = await asked();
  assert.deepEqual((await open()).toSorted(), ["connection", "printer"], "asked for is not had");
  lending.site.clock.set("2026-12-04T08:00:00Z");
  await given(loan, ["PC-1", "4G-1"]);
  assert.deepEqual((await open()).toSorted(), ["connection", "printer"]);
  await given(loan, ["PC-2"]);
  assert.deepEqual(await open(), ["printer"], "what this kit does not answer still lacks");
  const code = (await lending.write((tx) => loansOf(tx, { id: loan })))[0]?.code ?? "";
  const said = new RegExp(`Une connexion internet : du matériel a été prêté.*Kit point d’appui Prêt ${code}`); // prettier-ignore
  assert.match(await lending.seen(space(), "president"), said);
  assert.ok((await lending.site.get(space(), { as: "president" })).html.includes(`href="/espace/prets/${loan}"`)); // prettier-ignore
  assert.match(await lending.seen(`/gestion/associations/${club.id}/outils`, "referent"), said);
});

test("the town hall reads what answered it, and opens the loan when it keeps the equipment; opened again, nothing is said of it", async () => {
  const need = await lending.write((tx) => tx.selectFrom("declared_need").select(["need_id as id", "closed_how as how", "closed_by as by"]).where("tool", "=", "connection").executeTakeFirstOrThrow()); // prettier-ignore
  assert.deepEqual([need.how, need.by], ["loan", lending.site.personId("equipment_manager")]);
  const path = `/gestion/associations/${club.id}/besoins/${need.id}`;
  const html = async (as: "equipment_manager" | "elected") => (await lending.site.get(path, { as })).html; // prettier-ignore
  assert.match(await lending.seen(path, "elected"), /Ce qui a été fait Kit point d’appui Par Prêt/);
  assert.match(await html("equipment_manager"), /href="\/gestion\/materiel\/prets\/[0-9a-f-]{36}"/);
  assert.doesNotMatch(await html("elected"), /gestion\/materiel\/prets\//);
  await lending.acted(`${path}/reprise`, {}, "referent");
  assert.doesNotMatch(await lending.seen(path, "elected"), /Par Prêt/);
  assert.deepEqual((await open()).toSorted(), ["connection", "printer"]);
});
