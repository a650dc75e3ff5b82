import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

type Node = { role?: string; alt?: string; children?: Node[] };

/** What an independent reader finds in a PDF: the text of each page, the roles of its structure, what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles = new Set<string>();
  const alts: string[] = [];
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
  }
  const { info, metadata } = await document.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const marked = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  return {
    texts,
    roles: [...roles],
    /** What is said of its images. */
    alts,
    title: said.Title,
    language: said.Language,
    tagged: marked?.Marked === true,
    metadata: String(metadata?.getRaw() ?? ""),
  };
}
