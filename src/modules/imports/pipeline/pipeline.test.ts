import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { applyFacts, situationsOf, type Situation } from "../../associations/index.ts";
import { csv, imported, registryDump, rehearsed } from "../import-files.testing.ts";
import { applyImport } from "./apply.ts";

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

test("a rehearsal writes nothing but the import's own tables", async () => {
  const before = await registryDump(site);
  const { counts } = await rehearsed(site, csv(header, judo, chess));
  assert.equal(counts.created, 2);
  assert.equal(await registryDump(site), before);
});

test("what is imported is found with its places, publishes no contact and confirms nothing", async () => {
  later();
  await imported(site, csv(header, judo, chess));
  const one = await named("Judo de l'Étang");
  assert.equal(one.venues.length, 1);
  assert.equal(one.contacts[0]?.email, "judo@valbrume.example");
  assert.deepEqual(
    [one.contacts[0]?.emailPublic, one.contacts[0]?.phonePublic, one.record.seatPublic],
    [false, false, false],
  );
  assert.equal(one.provenance["name"]?.source, "municipal_file");
  const confirmations = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("confirmation").select("section").execute(),
  );
  assert.deepEqual(confirmations, []);
});

test("the same file again changes nothing, and writes no history", async () => {
  later();
  const before = await registryDump(site);
  const { counts } = await imported(site, csv(header, judo, chess));
  assert.deepEqual([counts.unchanged, counts.lines], [2, 2]);
  assert.equal(await registryDump(site), before);
});

test("a rehearsed change tells the old and the new value, and the value a person wrote is kept and counted", async () => {
  later();
  const one = await named("Judo de l'Étang");
  await site.database.write(site.communeId, (tx) =>
    applyFacts(
      tx,
      one.id,
      { name: "Judo de l'Étang", website: "https://judo.example/" },
      {
        source: "hand",
        at: site.clock.now(),
        actor: { kind: "person", id: site.personId("referent") },
      },
    ),
  );
  const { importId, counts } = await rehearsed(
    site,
    csv(header, judo.replace("0241000001;;", "0241000099;https://autre.example/;"), chess),
  );
  assert.deepEqual([counts.changed, counts.unchanged, counts.kept], [1, 1, 1]);
  const line = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("import_line")
      .select(["change", "kept", "personal"])
      .where("import_id", "=", importId)
      .where("outcome", "=", "changed")
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(line.kept, { website: ["https://judo.example/", "https://autre.example"] });
  assert.doesNotMatch(JSON.stringify(line.change), /0241|\+33/, "a phone is a personal value");
  assert.deepEqual(line.personal, {
    changed: { phone: ["+33241000001", "+33241000099"] },
    kept: {},
  });
});

test("an import that breaks midway leaves nothing, says so, and can be carried out again", async () => {
  later();
  const before = await registryDump(site);
  const lines = Array.from({ length: 1200 }, (_, at) => `Club ${at};;;;;;;;Valbrume`);
  const { importId } = await rehearsed(site, csv(header, ...lines));
  let steps = 0;
  await assert.rejects(
    applyImport(site.house, site.communeId, importId, {
      progress: () => {
        if ((steps += 1) === 4) throw new Error("the machine stops");
      },
    }),
  );
  assert.equal(await registryDump(site), before);
  const state = () =>
    site.database.read(site.communeId, (tx) =>
      tx
        .selectFrom("import")
        .select(["state", "fault"])
        .where("import_id", "=", importId)
        .executeTakeFirst(),
    );
  assert.deepEqual(await state(), { state: "failed", fault: "apply" });
  const done = await applyImport(site.house, site.communeId, importId);
  assert.equal("counts" in done && done.counts.created, 1200);
});

test("progress is seen from outside while the import runs", async () => {
  later();
  const lines = Array.from({ length: 1200 }, (_, at) => `Atelier ${at};;;;;;;;Valbrume`);
  const { importId } = await rehearsed(site, csv(header, ...lines));
  const seen: number[] = [];
  let watching = Promise.resolve();
  await applyImport(site.house, site.communeId, importId, {
    progress: () => {
      watching = site.database
        .read(site.communeId, (tx) =>
          tx
            .selectFrom("import")
            .select("progress_done")
            .where("import_id", "=", importId)
            .executeTakeFirstOrThrow(),
        )
        .then((row) => void seen.push(row.progress_done));
    },
  });
  await watching;
  assert.ok(seen.some((done) => done > 0 && done < 1200) || seen.includes(1200), String(seen));
});
