import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { page, redirect, type Answer } from "../../platform/http/answer.ts";
import {
  postPrepared,
  requirePerson,
  type Ask,
  type House,
  type Route,
} from "../../platform/http/ask.ts";
import { formState, type Problem, type Typed } from "../../platform/http/form.ts";
import { addImport, mappingFor, understoodOf, type Territory } from "./pipeline/imports.ts";
import { openTable, type FileRefusal, type Table } from "./reading/index.ts";
import { newFields, newPage } from "./screens/new-page.tsx";
import { importers } from "./tasks.ts";
import { urls } from "./urls.ts";

const largest = 60_000_000;
/** Past the largest file, still read to the end: the refusal is then a sentence by the field. */
const largestBody = 130_000_000;

type Received =
  | { table: Table; name: string; bytes: number; sha256: string }
  | { refusal: FileRefusal }
  | undefined;

/** Opens the file and keeps it, before the transaction. */
async function receive(form: Typed, house: House): Promise<Received> {
  const sent = form.file(newFields.file);
  if (!sent) return undefined;
  if (sent.bytes > largest) return { refusal: "too_large" };
  const table = await openTable(sent.path);
  if ("refusal" in table) return { refusal: table.refusal };
  const sha256 = await house.files.keep(await readFile(sent.path));
  return { table, name: sent.name, bytes: sent.bytes, sha256 };
}

export const uploadRoute: Route = postPrepared(
  urls.list,
  importers,
  largestBody,
  receive,
  async (ask, received): Promise<Answer> => {
    const territory = ask.form.get(newFields.territory);
    const problems = problemsOf(ask, received, territory);
    if (problems.length > 0 || !received || "refusal" in received)
      return page(newPage(ask.view, formState(ask.form, problems)), 422);
    const { table, name, bytes, sha256 } = received;
    const id: string = randomUUID();
    const personId = requirePerson(ask).id;
    await addImport(ask.tx, {
      importId: id,
      fileName: name || "fichier",
      sha256,
      at: ask.now,
      personId,
      state: "mapping",
      territory: territory as Territory,
      understood: understoodOf(table),
      mapping: await mappingFor(ask.tx, table),
    });
    await ask.tx
      .insertInto("file")
      .values({
        kind: "document",
        content_type: "text/plain",
        sha256,
        bytes,
        created_at: ask.now,
        created_by: personId,
      })
      .execute();
    return redirect(ask.view.href(urls.one(id)));
  },
);

function problemsOf(ask: Ask, received: Received, territory: string): Problem[] {
  const problems: Problem[] = [];
  if (!received) problems.push({ field: newFields.file, sentence: ask.t("imports:problem.file") });
  else if ("refusal" in received)
    problems.push({ field: newFields.file, sentence: ask.t(`imports:file.${received.refusal}`) });
  if (territory !== "commune" && territory !== "all")
    problems.push({ field: newFields.territory, sentence: ask.t("imports:problem.territory") });
  return problems;
}
