import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../platform/config.ts";
import { afterwards, file, page, type Answer } from "../../platform/http/answer.ts";
import type { Ask } from "../../platform/http/ask.ts";
import { printPdf, PrintingFault } from "../../platform/pdf.ts";
import { letterheadOf, type Letterhead } from "./letterhead.ts";
import { unprintablePage } from "./unprintable-page.tsx";
import type { Content, Printable } from "./printable.ts";
import { sourceOf } from "./queries.ts";

/** A person waits for it: a template that takes longer is wrong. */
const limitMs = 15_000;
const common = readFileSync(join(projectRoot, "src/modules/printing/templates/commun.typ"));

/** Prints a document with a text of its template; the one that comes with the site when there is none. */
export const press = (
  { template }: Pick<Printable, "template">,
  source: string | null,
  head: Letterhead,
  { data, files }: Content,
  at: Date,
): Promise<Uint8Array> =>
  printPdf(
    { template, source, data: { ...data, head }, files: { ...files, "commun.typ": common }, at },
    limitMs,
  );

/** The PDF of a document as the commune writes it, under a file name; a page that says why when its template is broken. */
export async function printed(
  ask: Ask,
  printable: Printable,
  content: Content,
  name: string,
): Promise<Answer> {
  const source = await sourceOf(ask.tx, printable.kind);
  const head = await letterheadOf(ask.tx, ask.tenant.id, ask.now);
  return afterwards(async () => {
    try {
      const pdf = await press(printable, source, head, content, ask.now);
      return file(pdf, "application/pdf", name, true);
    } catch (fault) {
      if (!(fault instanceof PrintingFault)) throw fault;
      ask.house.log.error({ kind: printable.kind, fault: fault.fault }, "a template is broken");
      return page(unprintablePage(ask.view, printable), 503);
    }
  });
}
