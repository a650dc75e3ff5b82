import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { postPrepared, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Typed } from "../../../platform/http/form.ts";
import { openTable, type FileRefusal, type Table } from "../../imports/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { fileField, newInventoryPage } from "./new-page.tsx";
import { keepInventory, targetsGiven } from "./queries.ts";
import type { Line } from "./planned.ts";
import { guessTargets } from "./targets.ts";

const largest = 20_000_000;
/** Past the largest file, still read to the end: the refusal is then a sentence by the field. */
const largestBody = 40_000_000;
const mostLines = 10_000;

type NewLine = { line: number; cells: string[]; choice: Line["choice"] };
type Received =
  { name: string; header: string[]; lines: NewLine[] } | { refusal: FileRefusal | "none" };

async function receive(form: Typed): Promise<Received> {
  const sent = form.file(fileField);
  if (!sent) return { refusal: "none" };
  if (sent.bytes > largest) return { refusal: "too_large" };
  const table = await openTable(sent.path);
  if ("refusal" in table) return { refusal: table.refusal };
  const lines = await linesOf(table);
  if (lines.length === 0) return { refusal: "empty_file" };
  if (lines.length > mostLines) return { refusal: "too_large" };
  return { name: sent.name, header: table.header, lines };
}

/** Each line once, as wide as the header; what spills over stays in its last cell. */
async function linesOf({ header, rows }: Table) {
  const lines: NewLine[] = [];
  for await (const row of rows) {
    if ("refusal" in row && row.refusal === "repeated_header") continue;
    const cells = header.map((_, column) => (row.cells[column] ?? "").replaceAll("\0", "").slice(0, 2000)); // prettier-ignore
    const beyond = row.cells.slice(header.length).join(" ").trim();
    if (beyond) cells[header.length - 1] = `${cells.at(-1) ?? ""} ${beyond}`.trim();
    lines.push({ line: row.line, cells, choice: isTotal(cells) ? "left" : null });
    if (lines.length > mostLines) break;
  }
  return lines;
}

const isTotal = (cells: readonly string[]): boolean =>
  /^(?:sous[- ]?)?total\b/i.test(cells.find((cell) => cell.trim() !== "")?.trim() ?? "");

async function bring(ask: Ask, received: Received): Promise<Answer> {
  if ("refusal" in received) {
    const { refusal } = received;
    const sentence = ask.t(refusal === "none" ? "imports:problem.file" : `imports:file.${refusal}`);
    const form = formState(ask.form, [{ field: fileField, sentence }]);
    const lends = (await lendingPlacesOf(ask.tx)).length > 0;
    return page(newInventoryPage(ask.view, form, lends), 422);
  }
  const { name, header, lines } = received;
  const given = await targetsGiven(ask.tx, header);
  const id = await keepInventory(
    ask.tx,
    { fileName: name, header, targets: given ?? guessTargets(header), lines },
    { at: ask.now, personId: requirePerson(ask).id },
  );
  return redirect(ask.view.href(urls.inventory(id)));
}

export const uploadRoute: Route = postPrepared(urls.inventories, keepers, largestBody, receive, bring); // prettier-ignore
