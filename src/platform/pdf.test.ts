import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { readPdf } from "../testing/read-pdf.ts";
import { printPdf, PrintingFault } from "./pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "maillage-press-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const at = new Date("2026-09-15T09:00:00Z");
const typst = (source: string, data: unknown = {}) => {
  const template = join(folder, `${crypto.randomUUID()}.typ`);
  writeFileSync(template, source);
  return { template, data, at };
};
const head =
  '#set document(title: "Essai")\n#set text(lang: "fr")\n#let data = json("data.json")\n';

test("a document is tagged, in French, titled, and says its values as they are", async () => {
  const pdf = await printPdf(
    typst(`${head}= #data.name\n#par(data.words)`, { name: "L’été", words: "#let $x$" }),
  );
  const read = await readPdf(pdf);
  assert.deepEqual(read.texts, ["L’été #let $x$"]);
  assert.deepEqual([read.title, read.language, read.tagged], ["Essai", "fr", true]);
  assert.match(read.metadata, /pdfuaid:part>1</);
  assert.ok(read.roles.includes("H1"), read.roles.join());
});

test("an image without words is refused, and so is a template that is broken: it says where", async () => {
  const mute = typst(
    `${head}#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), format: "svg")`,
  );
  await assert.rejects(
    printPdf(mute),
    (fault) => fault instanceof PrintingFault && /alt/.test(fault.message),
  );
  await assert.rejects(printPdf(typst(`${head}\n#nothing`)), /unknown variable: nothing/);
});

test("a template reads nothing outside of its folder, and one that never ends is ended", async () => {
  await assert.rejects(printPdf(typst(`${head}#read("/../../etc/hostname")`)), PrintingFault);
  await assert.rejects(printPdf(typst(`${head}#read("/etc/hostname")`)), PrintingFault);
  const endless = typst(`${head}#let f(n) = if n > 0 { for i in range(1000000000) { n } }\n#f(1)`);
  await assert.rejects(printPdf(endless, 1500), /was ended after 1500 ms/);
});
