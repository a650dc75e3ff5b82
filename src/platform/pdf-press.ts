/** The printing process: a template and its values come in as JSON, a PDF goes out, or a fault on the other stream. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { drawable, drawnBy } from "./pdf-letters.ts";
import type { Fault, Order } from "./pdf-order.ts";

/** The site's own letters, so that paper looks like the screen; the first is what the others fall back on. */
const own = [
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
  "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
  "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
];

/** Letters the site's own do not have: Cyrillic, Greek, Hebrew and the marks of Vietnamese, then Arabic (decision 0015). */
const others = [
  "open-sans/400Regular/OpenSans_400Regular.ttf",
  "open-sans/400Regular_Italic/OpenSans_400Regular_Italic.ttf",
  "open-sans/700Bold/OpenSans_700Bold.ttf",
  "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
  "ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
];

/** Typst works in one long call: only another thread sees what it takes meanwhile, and ends it. */
const guard = `const { workerData } = require("node:worker_threads");
setInterval(() => {
  if (process.memoryUsage.rss() < workerData) return;
  require("node:fs").writeSync(2, JSON.stringify({ why: "memory", says: "" }));
  process.kill(process.pid, "SIGKILL");
}, 25);`;

type Diagnostic = {
  message: string;
  path: string;
  severity: number;
  range?: { start: { line: number; character: number } };
};

const { resolve } = createRequire(import.meta.url);
const order = JSON.parse(await text(process.stdin)) as Order;
new Worker(guard, { eval: true, workerData: order.memory }).unref();
const inFolder = (name: string) => join(order.folder, basename(name));
const read = (path: string) => readFileSync(resolve(`@expo-google-fonts/${path}`));
const [first = Buffer.alloc(0), ...rest] = own.map(read);
const more = others.map(read);
const compiler = NodeCompiler.create({
  workspace: order.folder,
  fontArgs: [{ fontBlobs: [first, ...rest, ...more] }],
});
const drawn = { own: drawnBy(first), others: new Set(more.flatMap((font) => [...drawnBy(font)])) };
const data = drawable(order.data, drawn);
compiler.mapShadow(inFolder("data.json"), Buffer.from(JSON.stringify(data)));
for (const [name, bytes] of Object.entries(order.files))
  compiler.mapShadow(inFolder(name), Buffer.from(bytes, "base64"));
if (order.source !== null) compiler.mapShadow(inFolder(order.main), Buffer.from(order.source));
try {
  const made = compiler.compile({ mainFilePath: inFolder(order.main) });
  if (made.result && !made.hasError()) {
    const pdf = compiler.pdf(made.result, { pdfStandard: "ua-1", creationTimestamp: order.at });
    process.stdout.write(pdf);
  } else {
    const error = made.takeError();
    say(located(error ? (compiler.fetchDiagnostics(error) as Diagnostic[]) : []));
  }
} catch (fault) {
  say(unlocated(String(fault)));
}

function say(fault: Fault): void {
  process.stderr.write(JSON.stringify(fault));
  process.exitCode = 1;
}

/** What is wrong, and where; lines and columns are counted from one. */
function located(diagnostics: readonly Diagnostic[]): Fault {
  const first = diagnostics.find(({ severity }) => severity === 1) ?? diagnostics[0];
  const fault: Fault = { why: "template", says: first?.message ?? "" };
  if (!first?.range) return fault;
  const { line, character } = first.range.start;
  return { ...fault, file: basename(first.path), line: line + 1, column: character + 1 };
}

/** What PDF/UA does not allow is found while the document is written: it is said without a place. */
function unlocated(words: string): Fault {
  return { why: "template", says: /message: "((?:[^"\\]|\\.)*)"/.exec(words)?.[1] ?? words };
}
