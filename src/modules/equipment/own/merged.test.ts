import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { mergeRecords } from "../../associations/doubles/merging.ts";
import { splitRecords } from "../../associations/doubles/unmerging.ts";
import { createAssociation } from "../../associations/index.ts";
import { openLending, type Lending } from "../catalogue.testing.ts";

const own = "/espace/materiel";
const as = "president" as const;
const borrower = "communication" as const;
const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "2", words: "", week_FR: "17h-19h", week_MO: "17h-19h" }; // prettier-ignore
const typed = { name: "Sono du club", category: "sound", purpose: "Parler à cent personnes.", ownerRules: "", longestDays: "4", leadOpenDays: "0", bufferHours: "0" }; // prettier-ignore
let lending: Lending;
let club = "";
before(async () => {
  lending = await openLending();
  club = (await lending.join("Canoë pour tous", as)).id;
  await lending.join("Lire ensemble", borrower);
});
after(() => lending.site.close());

test("one record of two, what it lends and its loans go with it, and come back when it is two again", async () => {
  await lending.acted(`${own}/lieux/nouveau`, { ...week, name: "Base de canoë", street: "1 quai du Lac" }, as); // prettier-ignore
  const model = await lending.acted(`${own}/modeles/nouveau`, typed, as);
  const { html } = await lending.site.get(`${model}/exemplaires`, { as });
  const place = /<option value="([0-9a-f-]{36})"[^>]*>Base de canoë/.exec(html)?.[1] ?? "";
  await lending.acted(`${model}/exemplaires`, { tags: "SONO-1", place }, as);
  await lending.acted(`${model}/publication`, {}, as);
  const days = { du: "2026-11-27", au: "2026-11-30" };
  const catalogue = (await lending.site.get(`/materiel?du=${days.du}&au=${days.au}`)).html;
  const pool = /name="q_([0-9a-f-]{36})"/.exec(catalogue)?.[1] ?? "";
  await lending.acted("/materiel/demande", { ...days, [`q_${pool}`]: "1", purpose: "Fête", [`out_${place}`]: "1020", [`back_${place}`]: "1020" }, borrower); // prettier-ignore

  const origin = { source: "hand", at: lending.site.clock.now(), actor: { kind: "person", id: lending.site.personId("referent") } } as const; // prettier-ignore
  const { id: kept } = await lending.write((tx) => createAssociation(tx, { name: "Canoë pour toutes et tous" }, origin)); // prettier-ignore
  const choices = { name: "kept" } as const;
  const revisions = await lending.write(
    async (tx) =>
    Object.fromEntries((await tx.selectFrom("association").select(["association_id", "revision"]).execute()).map((row) => [row.association_id, row.revision])), // prettier-ignore
  );
  const merged = await lending.write((tx) => mergeRecords(tx, { kept, absorbed: club, choices, revisions }, origin)); // prettier-ignore
  assert.ok("mergeId" in merged, JSON.stringify(merged));
  const home = await lending.seen(own, as);
  assert.match(home, /1 demande attend votre réponse.*Sono du club.*Base de canoë/);
  assert.match(await lending.seen("/materiel/sono-du-club?n=1"), /Prêté par Canoë pour toutes et tous/); // prettier-ignore

  const split = await lending.write((tx) => splitRecords(tx, merged.mergeId, origin));
  assert.deepEqual(split, { done: true });
  assert.match(await lending.seen("/materiel/sono-du-club?n=2"), /Prêté par Canoë pour tous /);
  assert.match(await lending.seen(own, as), /1 demande attend votre réponse.*Sono du club/);
});
