import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import fc from "fast-check";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { csv, imported, registryDump, rehearsed } from "../import-files.testing.ts";
import { outcomes, type Counts } from "./counts.ts";
import { undoImport } from "./undo.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const among = (...values: string[]) => fc.constantFrom(...values);
const dirt = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  among(
    "",
    " ",
    '"',
    '""',
    ";",
    "\t",
    "\u0000",
    "\ud800",
    "NULL",
    "#REF!",
    "=1+1",
    "é".repeat(300),
  ),
);
/** Few values, so that lines meet; some wrong, some torn. */
const cells = [
  among("Judo club", "JUDO CLUB", "Amicale laïque", "L'Amicale laïque", "Chorale", "Total", ""),
  among("", "W491000001", "W491000002", "491S0491000001", "0491000001", "W49", "néant"),
  among("", "35600000000048", "35600000049837", "49013545600012", "12345678900000"),
  among("", "356000000", "490135456", "123456789"),
  among("", "Valbrume", "VALBRUME CEDEX 2", "Autreville"),
  among("", "a@b.example", "c@d.example", "pas un courriel"),
  among("", "Gymnase", "Salle des fêtes", "gymnase"),
].map((cell) => fc.oneof({ weight: 12, arbitrary: cell }, { weight: 1, arbitrary: dirt }));
const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(...cells).map((row) => row.join(";")) },
  { weight: 1, arbitrary: dirt },
);
const file = fc.array(line, { minLength: 1, maxLength: 12 });
const header = "Nom;RNA;SIRET;SIREN;Commune;Courriel;Lieu";

const sums = (counts: Counts): void =>
  assert.equal(
    outcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
    counts.lines,
  );

let minute = 0;
const later = () =>
  site.clock.set(new Date(Date.UTC(2026, 8, 16) + (minute += 60_000)).toISOString());

test("whatever a file holds, its lines are counted once, it does what it rehearsed, and again nothing", async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (one, other) => {
      for (const lines of [one, other]) {
        const path = csv(header, ...lines);
        later();
        const first = await rehearsed(site, path);
        sums(first.counts);
        const done = await imported(site, path);
        assert.deepEqual(done.counts, first.counts, "done as rehearsed");
        later();
        const before = await registryDump(site);
        const again = await imported(site, path);
        sums(again.counts);
        assert.deepEqual([again.counts.created, again.counts.changed], [0, 0]);
        assert.equal(await registryDump(site), before);
      }
    }),
    { numRuns: 12, seed: 20260915 },
  );
});

test("whatever was imported, undoing it gives back the registry exactly", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (lines) => {
      const before = await registryDump(site);
      later();
      const { importId } = await imported(site, csv(header, ...lines));
      later();
      const undone = await undoImport(site.house, site.communeId, importId);
      assert.equal("counts" in undone && undone.counts.kept + undone.counts.partly, 0);
      assert.equal(await registryDump(site), before);
    }),
    { numRuns: 8, seed: 20260916 },
  );
});
