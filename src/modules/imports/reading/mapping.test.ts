import assert from "node:assert/strict";
import test from "node:test";
import { mergeFacts, sameLineKey } from "./identity.ts";
import { guessMapping, headerFingerprint } from "./mapping.ts";
import { openTable } from "./open.ts";
import { readAssociations } from "./reading.ts";
import { targetHeaders, targets } from "./targets.ts";
import { understand } from "./understand.ts";
import { writeCorrected } from "./corrected.ts";

test("a municipal file is understood by the names of its columns and by what they hold", () => {
  const header = [
    "Intitulé de l'association",
    "Adresse mail",
    "Tél.",
    "C.P.",
    "Ville",
    "Nom du président",
  ];
  const rows = [
    ["Judo club", "a@b.fr", "02 41 00 00 00", "49000", "ANGERS", "Dupont"],
    ["Yoga", "", "", "49100", "ANGERS", "Durand"],
  ];
  const mapping = guessMapping(header, rows);
  assert.deepEqual(
    mapping.columns.map((column) => column.target),
    ["name", "email", "phone", "postcode", "town", null],
  );
  assert.deepEqual(understand(rows[0] ?? [], mapping), {
    facts: {
      name: "Judo club",
      email: "a@b.fr",
      phone: "+33241000000",
      seat: { postcode: "49000", town: "Angers" },
    },
    activities: [],
    warnings: [],
  });
});

test("a column without a telling name is understood by its values", () => {
  const rows = Array.from({ length: 5 }, (_, i) => [
    `Club ${String(i)}`,
    `c${String(i)}@exemple.fr`,
  ]);
  const [, second] = guessMapping(["Nom", "Champ 7"], rows).columns;
  assert.equal(second?.target, "email");
  assert.equal(second?.reason, "values");
});

test("every French header we write is recognised when it comes back", () => {
  for (const target of targets)
    assert.equal(guessMapping([targetHeaders[target]], []).columns[0]?.target, target);
});

test("a mapping is a plain value that a person corrects, and its fingerprint finds it again", () => {
  const mapping = guessMapping(["Nom", "Divers"], [["A", "x"]]);
  const copy: unknown = JSON.parse(JSON.stringify(mapping));
  assert.deepEqual(copy, mapping);
  assert.equal(mapping.fingerprint, headerFingerprint(["NOM ", "divers", "ligne", "Problème"]));
  assert.notEqual(mapping.fingerprint, headerFingerprint(["Divers", "Nom"]));
});

test("the corrected file comes back as the same layout, its cells untouched", async () => {
  const header = ["DISCIPLINE", "ASSO_NOM", "UNITE FONCTIONNELLE", "geolocalisation", ""];
  const cells = ['Judo "adapté"', "", "Gymnase; salle 2", "43.6", " 1.44"];
  const lines = [
    { line: 12, cells, problem: "Le nom manque." },
    { line: 13, cells, problem: "Le nom manque." },
  ];
  const file = (await Array.fromAsync(writeCorrected(header, lines))).join("");
  assert.ok(file.startsWith("\ufeff"));
  const table = await openTable(Buffer.from(file));
  if ("refusal" in table) assert.fail(table.refusal);
  assert.equal(headerFingerprint(table.header), headerFingerprint(header));
  const mapping = guessMapping(table.header, table.sample);
  assert.equal(mapping.layout, "toulouse_clubs");
  const [first] = await Array.fromAsync(readAssociations(table, mapping));
  assert.deepEqual(first?.cells, [...cells, "12", "Le nom manque."]);
});

test("a formula hidden in a cell is never run by the corrected file", async () => {
  const lines = [{ line: 2, cells: ["=cmd()", "+33241000000"], problem: "p" }];
  const file = (await Array.fromAsync(writeCorrected(["Nom", "Tél"], lines))).join("");
  assert.ok(file.includes("'=cmd()") && file.includes(";2;p") && file.includes("+33241000000;"));
});

test("lines in one association: numbers first, then name and town", () => {
  const seat = { town: "Saint-Lô" };
  assert.equal(sameLineKey({ name: "A", rna: "W332017360", siren: "490135456" }), "rna:W332017360");
  assert.equal(sameLineKey({ name: "A", siren: "490135456" }), "siren:490135456");
  assert.equal(
    sameLineKey({ name: "Espace Aïkido", seat }),
    sameLineKey({ name: "ESPACE  AIKIDO", seat: { town: "SAINT LO" } }),
  );
});

test("merging keeps what was said first and gathers lists", () => {
  const a = { name: "A", keywords: ["Judo"], places: [{ name: "Gymnase", town: "Angers" }] };
  const b = {
    name: "a",
    phone: "+33241000000",
    keywords: ["Judo", "Yoga"],
    places: [{ name: "GYMNASE", town: "Angers", postcode: "49000" }, { name: "Salle" }],
  };
  assert.deepEqual(mergeFacts(a, b), {
    name: "A",
    phone: "+33241000000",
    keywords: ["Judo", "Yoga"],
    places: [{ name: "Gymnase", town: "Angers", postcode: "49000" }, { name: "Salle" }],
  });
});

test("a registry position gives a state, and a record taken up under a new number gives neither", () => {
  const mapping = guessMapping(
    ["id", "id_ex", "titre", "adr1", "libcom", "position", "observation"],
    [],
  );
  const row = (position: string, observation: string) => {
    const read = understand(["062P0062027895", "", "ABC", "", "", position, observation], mapping);
    return "facts" in read ? [read.facts.state, read.facts.successorRna] : [];
  };
  assert.deepEqual(row("A", ""), ["active", undefined]);
  assert.deepEqual(row("D", ""), ["ceased", undefined]);
  assert.deepEqual(row("S", ""), ["ceased", undefined]);
  assert.deepEqual(row("R", "W062007175"), [undefined, "W062007175"]);
});
