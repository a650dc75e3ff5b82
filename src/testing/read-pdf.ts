import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

type Node = { role?: string; alt?: string; children?: Node[] };

/** What an independent reader finds in a PDF: the text of each page, the roles of its structure, what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles = new Set<string>();
  const alts: string[] = [];
  let missing = 0;
  const walk = (node: Node): void => {
    if (node.role) roles.add(node.role);
    if (node.alt) alts.push(node.alt);
    for (const child of node.children ?? []) walk(child);
  };
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str : "")).filter(Boolean);
    texts.push(words.join(" ").replace(/\s+/g, " ").trim());
    walk((await page.getStructTree()) as Node);
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((act, at) => {
      if (act === OPS.showText) missing += emptyGlyphs((argsArray as unknown[][])[at]?.[0]);
    });
  }
  const { info, metadata } = await document.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const marked = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  return {
    texts,
    roles: [...roles],
    /** What is said of its images. */
    alts,
    /** How many signs are drawn as the empty box of a font that lacks them. */
    missing,
    title: said.Title,
    language: said.Language,
    tagged: marked?.Marked === true,
    metadata: String(metadata?.getRaw() ?? ""),
  };
}

/** Glyph 0 of every font is the box drawn for what it does not have. */
const emptyGlyphs = (shown: unknown): number =>
  (shown as (number | { originalCharCode: number })[]).filter(
    (one) => typeof one === "object" && one.originalCharCode === 0,
  ).length;
