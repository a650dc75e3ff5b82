import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { applyFacts, situationsOf, type Situation } from "../../associations/index.ts";
import { saveLendingPlace } from "../../equipment/index.ts";
import { ensurePlace } from "../../places/index.ts";
import { blankTimetable } from "../../scheduling/index.ts";
import { csv, imported, registryDump } from "../import-files.testing.ts";
import { applyImport } from "./apply.ts";
import { undoImport } from "./undo.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

let hour = 9;
const later = () => site.clock.set(`2026-09-15T${String((hour += 1)).padStart(2, "0")}:00:00Z`);
const all = () => site.database.read(site.communeId, (tx) => situationsOf(tx, "all"));
const named = async (name: string): Promise<Situation> => {
  const found = (await all()).find(({ record }) => record.name === name);
  return found ?? assert.fail(`${name} is not there`);
};

const header = "Nom;Numéro RNA;Courriel;Téléphone;Site web;Lieu;Adresse;Code postal;Commune";
const judo =
  "Judo de l'Étang;W491000001;judo@valbrume.example;0241000001;;Gymnase Pasteur;1 rue Pasteur;49000;Valbrume";
const chess = "Échecs et mat;W491000002;;;;Maison des jeux;2 place Haute;49000;Valbrume";

test("an import undone leaves the registry as it was, places included", async () => {
  later();
  await imported(site, csv(header, judo, chess));
  later();
  const before = await registryDump(site);
  const file = csv(
    header,
    judo
      .replace("0241000001", "0241000055")
      .replace("Gymnase Pasteur;1 rue Pasteur", "Dojo neuf;9 rue Neuve"),
    "Tir à l'arc;W491000009;arc@valbrume.example;;;Champ clos;3 route Basse;49000;Valbrume",
  );
  const { importId } = await imported(site, file);
  assert.notEqual(await registryDump(site), before);
  later();
  const undone = await undoImport(site.house, site.communeId, importId);
  assert.deepEqual(undone, { counts: { removed: 1, restored: 1, partly: 0, kept: 0 } });
  assert.equal(await registryDump(site), before);
  assert.deepEqual(await undoImport(site.house, site.communeId, importId), {
    refused: "not_applied",
  });
});

test("what a person has changed since stays when the import is undone, and is said", async () => {
  later();
  const { importId } = await imported(
    site,
    csv(header, "Pêche en Loire;W491000021;;;;;;;", "Aviron;W491000022;;;;;;;"),
  );
  later();
  const one = await named("Pêche en Loire");
  await site.database.write(site.communeId, (tx) =>
    applyFacts(
      tx,
      one.id,
      { name: "Pêche et Loire" },
      {
        source: "hand",
        at: site.clock.now(),
        actor: { kind: "person", id: site.personId("referent") },
      },
    ),
  );
  later();
  const undone = await undoImport(site.house, site.communeId, importId);
  assert.deepEqual(undone, { counts: { removed: 1, restored: 0, partly: 0, kept: 1 } });
  await named("Pêche et Loire");
});

test("an association that has told its activities since stays when the import is undone", async () => {
  later();
  const { importId } = await imported(site, csv(header, "Broderie;W491000023;;;;;;;"));
  const one = await named("Broderie");
  await site.database.write(site.communeId, (tx) =>
    tx
      .insertInto("activity")
      .values({
        association_id: one.id,
        kind: "event",
        title: "Portes ouvertes",
        slug: "portes-ouvertes",
        source: "association",
      })
      .execute(),
  );
  later();
  const undone = await undoImport(site.house, site.communeId, importId);
  assert.deepEqual(undone, { counts: { removed: 0, restored: 0, partly: 0, kept: 1 } });
  await named("Broderie");
});

test("an import another one builds on is not undone before it", async () => {
  later();
  const first = await imported(site, csv(header, "Cirque;W491000031;;;;;;;"));
  later();
  const second = await imported(
    site,
    csv(header, "Cirque;W491000031;;;https://cirque.example/;;;;"),
  );
  const refused = await undoImport(site.house, site.communeId, first.importId);
  assert.equal("refused" in refused && refused.refused, "later_import");
  later();
  await undoImport(site.house, site.communeId, second.importId);
  assert.deepEqual(await undoImport(site.house, site.communeId, first.importId), {
    counts: { removed: 1, restored: 0, partly: 0, kept: 0 },
  });
});

test("an import nobody knows, or of another commune, is refused by name", async () => {
  assert.deepEqual(await undoImport(site.house, site.communeId, "nothing"), { refused: "unknown" });
  assert.deepEqual(
    await applyImport(site.house, site.otherCommuneId, "11111111-1111-4111-8111-111111111111"),
    { refused: "unknown" },
  );
});

test("an association that lends its own equipment since stays when the import is undone", async () => {
  later();
  const { importId } = await imported(site, csv(header, "Canoë;W491000024;;;;;;;"));
  const one = await named("Canoë");
  const hand = { actor: { kind: "system" as const }, at: site.clock.now() };
  const terms = { slotMinutes: 30 as const, slotMost: 2, words: null, timetable: blankTimetable() };
  await site.database.write(site.communeId, async (tx) => {
    const placeId = await ensurePlace(tx, { name: "Base de canoë" });
    await saveLendingPlace(tx, { placeId, known: undefined, ownerId: one.id }, terms, hand);
  });
  later();
  const undone = await undoImport(site.house, site.communeId, importId);
  assert.deepEqual(undone, { counts: { removed: 0, restored: 0, partly: 0, kept: 1 } });
  await named("Canoë");
});
