import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Reason } from "../associations/index.ts";
import type { Undoing } from "./activities/intake.ts";
import type { Counts, Outcome } from "./pipeline/counts.ts";
import type { ImportState, UndoCounts } from "./pipeline/imports.ts";
import type { Refusal } from "./pipeline/routed.ts";
import type { ValueWarning } from "./reading/index.ts";

/** The first lines an import refused, with their reasons. */
export async function refusedLines(tx: Tx, importId: string, limit = 50): Promise<Refusal[]> {
  const rows = await refused(tx, importId)
    .select(["line", "reason", "detail"])
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    refusal: row.reason ?? "",
    detail: row.detail ?? "",
  }));
}

/** Refused lines with their own cells, to be corrected in a spreadsheet. */
export const linesToCorrect = (tx: Tx, importId: string) =>
  refused(tx, importId).select(["line", "reason", "cells"]).execute();

const refused = (tx: Tx, importId: string) =>
  tx
    .selectFrom("import_line")
    .where("import_id", "=", importId)
    .where("outcome", "=", "refused")
    .orderBy("line");

export type ImportLine = Awaited<ReturnType<typeof linesOf>>[number];
export const linesPerPage = 50;

/** One page of the lines that had an outcome, or of those with a value that was not read. */
export async function linesOf(tx: Tx, importId: string, shown: Outcome | "unread", page: number) {
  const rows = await tx
    .selectFrom("import_line")
    .select(["line", "name", "reason", "detail", "change", "kept", "personal", "undone"])
    .select(["unread", "merged_into_line", "association_id"])
    .where("import_id", "=", importId)
    .$if(shown === "unread", (query) => query.where("unread", "<>", sql<string[]>`'{}'`))
    .$if(shown !== "unread", (query) => query.where("outcome", "=", shown))
    .orderBy("line")
    .limit(linesPerPage)
    .offset((page - 1) * linesPerPage)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    name: row.name,
    reason: row.reason,
    detail: row.detail,
    change: row.change as Pairs,
    kept: row.kept as Record<string, Pairs[string] | null>,
    personal: row.personal as { changed: Pairs; kept: Pairs } | null,
    unread: row.unread as ValueWarning[],
    undone: row.undone as Undoing | null,
    mergedInto: row.merged_into_line,
    associationId: row.association_id,
  }));
}

/** Old and new value by field. */
export type Pairs = Record<string, [old: unknown, now: unknown]>;

export type Suspect = Awaited<ReturnType<typeof suspectsOf>>[number];

/** One page of lines that may be an association already known, or another line; the surest first. */
export async function suspectsOf(tx: Tx, importId: string, page: number) {
  const rows = await tx
    .selectFrom("import_duplicate as d")
    .innerJoin("import_line as l", (join) =>
      join.onRef("l.import_id", "=", "d.import_id").onRef("l.line", "=", "d.line"),
    )
    .leftJoin("import_line as o", (join) =>
      join.onRef("o.import_id", "=", "d.import_id").onRef("o.line", "=", "d.other_line"),
    )
    .leftJoin("association as a", "a.association_id", "d.other_association")
    .select(["d.line", "l.name", "d.other_line", "o.name as other_line_name", "d.reasons"])
    .select(["d.other_association", "a.name as association_name"])
    .where("d.import_id", "=", importId)
    .orderBy("d.score", "desc")
    .orderBy("d.line")
    .orderBy("d.other")
    .limit(linesPerPage)
    .offset((page - 1) * linesPerPage)
    .execute();
  return rows.map((row) => ({ ...row, reasons: row.reasons as unknown as Reason[] }));
}

/** Imports, newest first. */
export async function importLines(tx: Tx) {
  const rows = await tx
    .selectFrom("import")
    .leftJoin("person", "person.person_id", "import.made_by")
    .select(["import_id as id", "file_name", "made_at", "state", "counts", "undo_counts"])
    .select("person.name as by")
    .orderBy("made_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as ImportState,
    counts: row.counts as unknown as Partial<Counts>,
    undoCounts: row.undo_counts as unknown as Partial<UndoCounts>,
  }));
}

/** Moves an import to another state, if it is in one of those it may leave; says whether it was. */
export async function moveImport(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  to: ImportState,
  at: Date,
): Promise<boolean> {
  const moved = await tx
    .updateTable("import")
    .set({ state: to, fault: null, progress_done: 0, progress_total: null, progress_at: at })
    .where("import_id", "=", id)
    .where("state", "in", from)
    .returning("import_id")
    .execute();
  return moved.length > 0;
}

/** Forgets imports that were tried and never carried out. */
export const forgetTried = (tx: Tx, before: Date) =>
  sql`delete from import where made_at < ${before} and applied_at is null and state <> 'applying'`.execute(
    tx,
  );

/** Forgets the files of imports made before a moment: carried out, they serve no more. */
export const forgetFiles = (tx: Tx, before: Date) =>
  sql`delete from file where content_type = 'text/plain' and not public and sha256 in
      (select file_sha256 from import where made_at < ${before} and state <> 'applying')
    and sha256 not in (select file_sha256 from import where made_at >= ${before})`.execute(tx);

export async function waitingImports(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("import")
    .select(sql<number>`count(*)`.as("count"))
    .where("state", "=", "rehearsed")
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Imports tried and not yet carried out, the oldest first. */
export const rehearsedImports = (tx: Tx) =>
  tx
    .selectFrom("import")
    .select(["import_id as id", "file_name as fileName", "made_at as at", "made_by as by"])
    .where("state", "=", "rehearsed")
    .orderBy("made_at")
    .orderBy("import_id")
    .limit(50)
    .execute();
