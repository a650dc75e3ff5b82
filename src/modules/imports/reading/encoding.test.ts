import assert from "node:assert/strict";
import test from "node:test";
import { openTable } from "./open.ts";
import type { Table } from "./table.ts";

async function tableOf(file: Uint8Array | string): Promise<Table> {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  const opened = await openTable(bytes);
  if ("refusal" in opened) assert.fail(opened.refusal);
  return opened;
}

async function cellsOf(table: Table): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of table.rows) rows.push(row.cells);
  return rows;
}

const latin1 = (text: string) => Buffer.from(text, "latin1");

test("the three encodings of French files are told apart, with or without a mark", async () => {
  const text = "Nom;Ville\nÉcole d'été;Angers\n";
  const files = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    latin1(text),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(text, "utf16le"),
    Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  ];
  for (const file of files) {
    const table = await tableOf(file);
    assert.deepEqual(table.header, ["Nom", "Ville"]);
    assert.deepEqual(await cellsOf(table), [["École d'été", "Angers"]]);
  }
});

test("a bad byte costs nothing: its line is read as windows-1252, the others stay as they are", async () => {
  const good = "Nom;Ville\nÉcole;Angers\nThéâtre;Angers\n";
  const file = Buffer.concat([Buffer.from(good), latin1("Café;"), Buffer.from("Bouchemaine é\n")]);
  const table = await tableOf(file);
  assert.deepEqual((await cellsOf(table)).at(-1), ["Café", "Bouchemaine é"]);
  assert.equal(table.warnings.repairedLines, 1);
  assert.equal(table.warnings.repairedBytes, 1);
});

test("French quotes and dashes of windows-1252 are read, not lost", async () => {
  const file = Buffer.concat([latin1("Nom;Ville\nL"), Buffer.from([0x92]), latin1("été;Angers\n")]);
  assert.deepEqual(await cellsOf(await tableOf(file)), [["L’été", "Angers"]]);
});

test("accents read twice are mended, and words that only look so are left alone", async () => {
  const table = await tableOf("Nom;Ville\nThÃ©Ã¢tre;Angers\nÂge d'or;TrÃƒÂ©lazÃƒÂ©\nPÂTÉ;Nantes\n");
  assert.deepEqual(await cellsOf(table), [
    ["Théâtre", "Angers"],
    ["Âge d'or", "Trélazé"],
    ["PÂTÉ", "Nantes"],
  ]);
  assert.ok(table.warnings.mendedWords >= 3);
});

test("a byte packed by R into six is read back", async () => {
  const packed = Buffer.from([0xfc, 0xbe, 0x8e, 0x96, 0x94, 0xbc]);
  const file = Buffer.concat([
    Buffer.from("Nom;Ville\nÉté D"),
    packed,
    Buffer.from("part;Angers\n"),
  ]);
  assert.deepEqual(await cellsOf(await tableOf(file)), [["Été Départ", "Angers"]]);
});

test("an accent whose first half became à is mended, a true à stays", async () => {
  const table = await tableOf(
    "Nom;Ville\nCroix-Rouge franà§aise;Angers\nÀ la porte à « gauche »;Angers\n",
  );
  const names = (await cellsOf(table)).map(([name]) => name);
  assert.deepEqual(names, ["Croix-Rouge française", "À la porte à « gauche »"]);
});
