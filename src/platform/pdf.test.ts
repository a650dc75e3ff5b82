import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { readPdf } from "../testing/read-pdf.ts";
import { projectRoot } from "./config.ts";
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

/** Why a template is not printed, and where it says so. */
const faultOf = async (source: string, limitMs?: number) => {
  const printed = printPdf({ ...typst(""), source: head + source }, limitMs);
  const fault = await printed.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  assert.ok(fault instanceof PrintingFault, source);
  return fault.fault;
};

test("a fault says its line and its column, counted as an editor counts them", async () => {
  const { why, says, line, column } = await faultOf("= Titre\n  #nothing");
  assert.deepEqual([why, says, line, column], ["template", "unknown variable: nothing", 5, 4]);
});

test("a template reads nothing outside of its folder, and loads nothing from elsewhere", async () => {
  for (const path of ["/etc/hostname", "/../../etc/hostname", "../../etc/hostname", "../pdf.ts"])
    assert.match((await faultOf(`#read("${path}")`)).says, /not found|access denied/, path);
  const link = join(folder, "data.json");
  assert.match((await faultOf('#import "@pre" + "view/cetz:0.3.0": *')).says, /download|package/);
  assert.match((await faultOf('#import "@local/own:1.0.0": *')).says, /package not found/);
  assert.throws(() => readFileSync(link), "values are never written on the disk");
});

test("one that never ends is ended, and so is one that takes all the memory", async () => {
  const endless = "#for i in range(99999) { for j in range(99999) { } }";
  await assert.rejects(printPdf(typst(head + endless), 1500), /was ended after 1500 ms/);
  assert.equal((await faultOf(endless, 1000)).why, "time");
  const greedy = '#let s = "a"\n#for i in range(60) { s = s + s }\n#s.len()';
  assert.equal((await faultOf(greedy)).why, "memory");
});

test("an edited text is printed in place of the file, with the pictures it is given", async () => {
  const { default: sharp } = await import("sharp");
  const mark = await sharp({
    create: { width: 40, height: 20, channels: 3, background: "#336699" },
  })
    .png()
    .toBuffer();
  const pdf = await printPdf({
    ...typst(""),
    source: `${head}= Signé\n#image("mark.png", width: 2cm, alt: "Signature de Nadia")`,
    files: { "mark.png": mark },
  });
  const read = await readPdf(pdf);
  assert.deepEqual([read.texts[0], read.roles.includes("Figure")], ["Signé", true]);
});

test("a document uses the letters of the site and no others, and what cannot be drawn does not stop it", async () => {
  const typed = "Fête 🎉 de Łódź, ﬁn d’été\u202f: ☎ 中, Տիգրան";
  const pdf = await printPdf(typst(`${head}= #data.name`, { name: typed }));
  assert.deepEqual((await readPdf(pdf)).texts, ["Fête de Łódź, fin d’été : ?, ??????"]);
  const other = await printPdf(typst(`${head}#set text(font: "DejaVu Sans")\nBonjour`));
  assert.doesNotMatch(Buffer.from(other).toString("latin1"), /DejaVu/);
  assert.match((await faultOf("中")).says, /could not be displayed/);
});

/** As the templates of the site ask for letters. */
const commun = readFileSync(
  join(projectRoot, "src/modules/printing/templates/commun.typ"),
  "utf8",
).slice(0, 2000);
const letters = /#let latin[^]*?#let title-letters[^\n]*/.exec(commun)?.[0] ?? "";

/** Which signs a text has: which way a line is read is the reader's business, and words may be cut where the font changes. */
const signsOf = (text: string): string => [...text.replace(/[\s,]/g, "")].sort().join("");

test("names in other scripts than Latin are written whole, in text, in bold, in italics and in titles", async () => {
  const names = [
    "Олена Ковальчук-Їжак, Ґанна",
    "Δημήτρης Παπαδόπουλος",
    "Nguyễn Thị Hường",
    "דוד לוי",
  ];
  assert.match(letters, /plain-letters/);
  const said = "#data.one, *#data.one*, #emph(data.one)";
  for (const one of names) {
    const source = `${head}${letters}\n#set text(font: plain-letters)\n#show heading: set text(font: title-letters)`;
    const pdf = await printPdf(typst(`${source}\n= #data.one\n${said}`, { one }));
    const { texts, missing } = await readPdf(pdf);
    assert.equal(signsOf(texts.join("")), signsOf(one.repeat(4)), one);
    assert.equal(missing, 0, one);
    // A letter and its marks typed apart are the same letter.
    const apart = await printPdf(
      typst(`${source}\n= #data.one\n${said}`, { one: one.normalize("NFD") }),
    );
    assert.deepEqual((await readPdf(apart)).texts, texts, one);
  }
});

test("Arabic is joined, read from right to left, and found by who looks for it", async () => {
  const one = "جمعية الأمل للثقافة";
  const source = `${head}${letters}\n#set text(font: plain-letters)\n= #data.one\n#data.one`;
  const { texts, missing } = await readPdf(await printPdf(typst(source, { one })));
  assert.equal(missing, 0);
  // An independent reader gives words as they stand, the last first, and the letters of a ligature as they are drawn.
  assert.deepEqual(texts[0]?.split(" ").slice(0, 3), ["للثقافة", "األمل", "جمعية"]);
  const plain = await printPdf(typst(`${head}#set text(font: "Atkinson Hyperlegible Next")\n#data.one`, { one })); // prettier-ignore
  assert.match(
    (await readPdf(plain)).texts.join(),
    /جمعية/,
    "a template written by the commune too",
  );
});

test("what joins or turns letters and is not drawn does not stop a document", async () => {
  const typed = "می\u200cخواهم \u200fcafe\u0301 \u202bשלום\u202c";
  const { texts, missing } = await readPdf(await printPdf(typst(`${head}#data.typed`, { typed })));
  assert.equal(missing, 0);
  assert.match(texts.join(), /café/);
});
