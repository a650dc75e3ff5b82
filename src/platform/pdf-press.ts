/** The printing process: a template and its values come in as JSON, a PDF goes out, or a fault on the other stream. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

type Order = { folder: string; main: string; data: unknown; at: number };

/** The site's own letters, so that paper looks like the screen. */
const fonts = [
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
  "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
  "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
];

const { resolve } = createRequire(import.meta.url);
const order = JSON.parse(await text(process.stdin)) as Order;
const compiler = NodeCompiler.create({
  workspace: order.folder,
  fontArgs: [
    { fontBlobs: fonts.map((path) => readFileSync(resolve(`@expo-google-fonts/${path}`))) },
  ],
});
compiler.mapShadow(join(order.folder, "data.json"), Buffer.from(JSON.stringify(order.data)));
try {
  const made = compiler.compile({ mainFilePath: join(order.folder, order.main) });
  if (made.hasError() || !made.result) {
    const fault = made.takeError();
    throw new Error(JSON.stringify(fault ? compiler.fetchDiagnostics(fault) : "nothing printed"));
  }
  const pdf = compiler.pdf(made.result, { pdfStandard: "ua-1", creationTimestamp: order.at });
  process.stdout.write(pdf);
} catch (fault) {
  process.stderr.write(String(fault));
  process.exitCode = 1;
}
