import assert from "node:assert/strict";
import test from "node:test";
import { zipOf } from "../../../testing/zip.ts";
import writeWorkbook from "write-excel-file/node";
import { openTable } from "./open.ts";
import type { Table, TableRow } from "./table.ts";

async function tableOf(file: Uint8Array | string): Promise<Table> {
  const opened = await openTable(typeof file === "string" ? Buffer.from(file) : file);
  if ("refusal" in opened) assert.fail(opened.refusal);
  return opened;
}

async function rowsOf(table: Table): Promise<TableRow[]> {
  return await Array.fromAsync(table.rows);
}

async function refusalOf(file: Uint8Array | string): Promise<string> {
  const opened = await openTable(typeof file === "string" ? Buffer.from(file) : file);
  return "refusal" in opened ? opened.refusal : "opened";
}

test("the four separators are recognised, and a comma inside quotes is not one", async () => {
  for (const separator of [";", ",", "\t", "|"]) {
    const cells = [`"Judo, yoga; danse"`, "Angers"];
    const text = [["Nom", "Ville"], cells, cells].map((row) => row.join(separator)).join("\r\n");
    const table = await tableOf(text);
    assert.equal(table.separator, separator);
    assert.deepEqual((await rowsOf(table))[0], { line: 2, cells: ["Judo, yoga; danse", "Angers"] });
  }
});

test("a record that holds line breaks keeps the number of the line it begins on", async () => {
  const rows = await rowsOf(await tableOf('Nom;Objet\n\n"A";"un\ndeux"\nB;trois\n'));
  assert.deepEqual(rows, [
    { line: 3, cells: ["A", "un\ndeux"] },
    { line: 5, cells: ["B", "trois"] },
  ]);
});

test("a quote left open costs no other line", async () => {
  const text = 'Nom;Ville;CP;Tél\nA;"Angers;1;2\nB;Nantes;1;2\nC;Cholet;1;"\nD;Tours;1;2\n';
  const rows = await rowsOf(await tableOf(text));
  assert.deepEqual(
    rows.map((row) => [row.line, "refusal" in row ? row.refusal : row.cells[1]]),
    [
      [2, "Angers"],
      [3, "Nantes"],
      [4, "Cholet"],
      [5, "Tours"],
    ],
  );
  const quoted = '"Nom";"Ville"\n"A";"Ang\n"B";"Nantes"\n"C";"Tours"\n';
  const lines = (await rowsOf(await tableOf(quoted))).map((row) => row.line);
  assert.deepEqual(lines, [2, 3, 4]);
});

test("a ragged line is mended when its layout tells how, else refused alone", async () => {
  const header = "Nom,Ville,Position,Téléphone\n";
  const rows = await rowsOf(
    await tableOf(
      `${header}A,Angers,"1,2",x\nB,Angers,43.58, 1.41,x\nC,Angers, près du pont,,x\nD,Angers,p\nE,Angers,p,x,,\nF\nG,a,b,c,d,e,f\n`,
    ),
  );
  assert.deepEqual(
    rows.map((row) => ("refusal" in row ? row.refusal : row.cells.join("|"))),
    [
      "A|Angers|1,2|x",
      "B|Angers|43.58, 1.41|x",
      "C|Angers, près du pont||x",
      "D|Angers|p|",
      "E|Angers|p|x",
      "wrong_number_of_cells",
      "wrong_number_of_cells",
    ],
  );
});

test("titles before the header are passed over, and a header repeated on each page is refused", async () => {
  const table = await tableOf(
    "Liste 2024;;\n;;\nNom;Ville;CP\nA;Angers;49000\nNOM;VILLE;CP\nB;Angers;49000\n",
  );
  assert.equal(table.headerLine, 3);
  const rows = await rowsOf(table);
  assert.deepEqual(
    rows.map((row) => ("refusal" in row ? row.refusal : row.line)),
    [4, "repeated_header", 6],
  );
});

test("a file without header gets column names and loses no line", async () => {
  const table = await tableOf("Judo;49000;a@b.fr\nYoga;49100;c@d.fr\n");
  assert.deepEqual(table.header, ["Colonne 1", "Colonne 2", "Colonne 3"]);
  assert.equal((await rowsOf(table)).length, 2);
});

test("line ends of old Macintosh files are understood", async () => {
  assert.equal((await rowsOf(await tableOf("Nom;Ville\rA;Angers\rB;Nantes\r"))).length, 2);
});

test("rows may be read twice, and leaving half way leaves nothing open", async () => {
  const table = await tableOf("Nom;Ville\nA;Angers\nB;Nantes\n");
  for await (const row of table.rows) if (row.line === 2) break;
  assert.equal((await rowsOf(table)).length, 2);
});

test("JSON lists are flattened, wherever the list stands", async () => {
  const table = await tableOf(
    '{"results":[{"nom":"A","adresse":{"cp":49000}},{"nom":"B","tags":["x","y"]}]}',
  );
  assert.deepEqual(table.header, ["nom", "adresse.cp", "tags"]);
  assert.deepEqual((await rowsOf(table))[1], { line: 2, cells: ["B", "", "x;y"] });
});

test("a workbook is read, dates and numbers as text", async () => {
  const rows = [
    ["Nom", "CP"],
    ["Judo", "49000"],
  ].map((row) => row.map((value) => ({ value })));
  const bytes = await writeWorkbook(rows).toBuffer();
  const table = await tableOf(bytes);
  assert.equal(table.kind, "xlsx");
  assert.deepEqual(await rowsOf(table), [{ line: 2, cells: ["Judo", "49000"] }]);
});

const cell = (text: string, more = "") =>
  `<table:table-cell${more} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

test("a LibreOffice workbook is read: repeated cells and rows, days, amounts, remarks aside", async () => {
  const content = `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="Inventaire">
    <table:table-row>${cell("Nom")}${cell("Objet")}${cell("Depuis")}${cell("Montant")}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
    <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
    <table:table-row>${cell("Judo &amp; <text:span>C&#176;</text:span>")}<table:table-cell office:value-type="string"><office:annotation><text:p>à revoir</text:p></office:annotation><text:p>un<text:s/>deux</text:p><text:p>trois</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-03-12T00:00:00"><text:p>12/03/24</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1 234,50 €</text:p></table:table-cell></table:table-row>
    <table:table-row>${cell("Deux fois", ' table:number-columns-repeated="2"')}</table:table-row>
    <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table></office:spreadsheet></office:body></office:document-content>`;
  const table = await tableOf(zipOf({ "content.xml": Buffer.from(content) }));
  assert.deepEqual(table.header, ["Nom", "Objet", "Depuis", "Montant"]);
  assert.deepEqual(await rowsOf(table), [
    { line: 4, cells: ["Judo & C°", "un deux\ntrois", "2024-03-12", "1234.5"] },
    { line: 5, cells: ["Deux fois", "Deux fois", "", ""] },
  ]);
  const letter = zipOf({ "content.xml": Buffer.from("<office:document-content><office:text/>") });
  assert.equal(await refusalOf(letter), "not_a_table");
  const broken = "<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>a";
  assert.equal(await refusalOf(zipOf({ "content.xml": Buffer.from(broken) })), "empty_file");
});

test("what is no table is refused by name, never thrown", async () => {
  assert.equal(await refusalOf(""), "empty_file");
  assert.equal(await refusalOf(" \n\n "), "empty_file");
  assert.equal(await refusalOf("<!DOCTYPE html><html>"), "html_page");
  assert.equal(await refusalOf("Bonjour à tous"), "not_a_table");
  assert.equal(await refusalOf("%PDF-1.7 xxx"), "not_a_table");
  assert.equal(await refusalOf('[{"nom": "A"'), "corrupt_json");
  assert.equal(await refusalOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), "corrupt_workbook");
  assert.equal(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])), "old_workbook");
  const encrypted = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  assert.equal(await refusalOf(encrypted), "encrypted_workbook");
  const missing = await openTable("/nowhere/file.csv");
  assert.equal("refusal" in missing && missing.refusal, "missing_file");
});

test("a workbook that swells when opened is refused before it fills the memory", async () => {
  const whole = Buffer.alloc(90 * 1024 * 1024);
  assert.equal(await refusalOf(zipOf({ "xl/workbook.xml": whole })), "swollen_workbook");
  const lying = zipOf({ "xl/workbook.xml": whole }, { size: 1000 });
  assert.equal(await refusalOf(lying), "corrupt_workbook");
});
