import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { mergeFacts, sameLineKey } from "./identity.ts";
import { guessMapping } from "./mapping.ts";
import { openTable } from "./open.ts";
import { readAssociations, type ReadLine } from "./reading.ts";
import { targets } from "./targets.ts";
import { understand } from "./understand.ts";

async function readAll(bytes: Uint8Array): Promise<ReadLine[] | string> {
  const table = await openTable(bytes);
  if ("refusal" in table) return table.refusal;
  return await Array.fromAsync(readAssociations(table, guessMapping(table.header, table.sample)));
}

const dirt = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    "NA",
    "  ",
    "0001-01-01",
    "7.82E+13",
    "31500.0",
    "43.6, 1.4",
    "É’ŒÃ©",
    "=1+1",
  ),
  fc.constantFrom("ANGERS CEDEX 1", "W332017360", "a@b.fr", "www.", "Oui", "MAIRIE DE X", "-", "."),
);

/** What would end a cell or make the file binary; the second test keeps them. */
const structure = /[\p{Cc}";]/gu;

test("every line of a well-formed file comes out exactly once, as facts or as a refusal", async () => {
  const row = fc.array(dirt, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.boolean(), async (rows, utf8) => {
      const said = rows
        .map((cells) => cells.map((cell) => cell.replace(structure, " ")))
        .map((cells) =>
          utf8 ? cells : cells.map((cell) => cell.replace(/[^\u0020-\u00ff]/g, "?")),
        )
        .filter((cells) => cells.some((cell) => cell.trim() !== "" && !cell.includes("\ufeff")));
      const text = ["Nom;SIRET;Ville", ...said.map((cells) => `x${cells.join(";")}`)].join("\n");
      const lines = await readAll(Buffer.from(text, utf8 ? "utf8" : "latin1"));
      if (typeof lines === "string") assert.fail(lines);
      assert.deepEqual(
        lines.map((line) => line.line),
        said.map((_, i) => i + 2),
      );
      for (const line of lines) assert.ok("facts" in line !== "refusal" in line);
    }),
    { numRuns: 150 },
  );
});

test("whatever a file holds, nothing throws and lines come once each, in order", async () => {
  const broken = fc
    .array(fc.oneof(dirt, fc.constantFrom('"', ";", "\n", "\r\n", '";"', ",", "\t", '""')), {
      maxLength: 120,
    })
    .map((parts) => Buffer.from(`Nom;Ville;CP;Tél\n${parts.join("")}`, "utf8"));
  const bytes = fc.oneof(broken, fc.uint8Array({ maxLength: 400 }));
  await fc.assert(
    fc.asyncProperty(bytes, async (file) => {
      const lines = await readAll(file);
      if (typeof lines === "string") return;
      const numbers = lines.map((line) => line.line);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
      const again = await readAll(file);
      assert.deepEqual(again, lines);
    }),
    { numRuns: 200 },
  );
});

test("any cell under any target gives facts or a refusal, and cleaned facts stay as they are", () => {
  fc.assert(
    fc.property(fc.array(dirt, { minLength: targets.length, maxLength: targets.length }), (row) => {
      const mapping = {
        fingerprint: "",
        layout: null,
        columns: targets.map((target, column) => ({
          column,
          header: target,
          target,
          confidence: 1,
          reason: "person" as const,
        })),
      };
      const read = understand(row, mapping);
      if ("refusal" in read) return;
      const { facts } = read;
      assert.ok(facts.name.trim() !== "");
      assert.ok(!Object.values(facts).some((value) => value === undefined || value === ""));
      assert.equal(sameLineKey(mergeFacts(facts, facts)), sameLineKey(facts));
      assert.deepEqual(mergeFacts(facts, facts), facts);
    }),
    { numRuns: 300 },
  );
});
