import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  removeAssociations,
  revertAll,
  type ImageDiff,
  type Origin,
} from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { countUndone } from "../activities/counts.ts";
import { undoActivities } from "../activities/undo.ts";
import type { Undoing } from "../activities/intake.ts";
import { oneAtATime, type ActOptions } from "./apply.ts";
import { importById, type UndoCounts, type Workshop } from "./imports.ts";
import { storable } from "./json.ts";
import { noteProgress } from "./progress.ts";
import { laterImport, removablePlaces, touchedSince } from "./since.ts";

export type UndoRefusal = "unknown" | "not_applied" | "later_import";
export type Undone = { counts: UndoCounts } | { refused: UndoRefusal; later?: string };

/** Takes a whole import back, exactly, but for what a person has changed since: that stays, and is said. */
export async function undoImport(
  house: Workshop,
  communeId: number,
  importId: string,
  options: ActOptions = {},
): Promise<Undone> {
  const at = house.clock.now();
  return await house.database.write(communeId, async (tx) => {
    await oneAtATime(tx);
    const known = await importById(tx, importId);
    if (!known) return { refused: "unknown" };
    if (known.state !== "applied" && known.state !== "undoing") return { refused: "not_applied" };
    const later = await laterImport(tx, importId);
    if (later) return { refused: "later_import", later };
    const actor = { kind: "import" as const, id: importId, personId: options.by };
    const origin: Origin = { source: known.source, at, actor };
    const progress = async (done: number, total: number): Promise<void> => {
      options.progress?.(done, total);
      await house.database.write(communeId, (aside) =>
        noteProgress(aside, importId, house.clock.now(), done, total),
      );
    };
    await undoActivities(tx, importId, house.activities, origin);
    await revertChanged(tx, importId, origin, progress);
    await removeCreated(tx, importId, origin);
    await removePlaces(tx, known.new_places);
    return { counts: await finish(tx, importId, origin) };
  });
}

const chunkSize = 500;

async function revertChanged(
  tx: Tx,
  importId: string,
  origin: Origin,
  progress: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const rows = await tx
    .selectFrom("import_line")
    .select("line")
    .where("import_id", "=", importId)
    .where("outcome", "=", "changed")
    .orderBy("line")
    .execute();
  for (let from = 0; from < rows.length; from += chunkSize) {
    const lines = rows.slice(from, from + chunkSize).map((row) => row.line);
    const images = await tx
      .selectFrom("import_line")
      .select(["line", "image"])
      .where("import_id", "=", importId)
      .where("line", "=", sql<number>`any(${lines}::integer[])`)
      .where("image", "is not", null)
      .execute();
    const reverted = await revertAll(
      tx,
      images.map((row) => row.image as unknown as ImageDiff),
      origin,
    );
    await markUndone(
      tx,
      importId,
      images.map(({ line }, at) => ({
        line,
        undone: reverted[at]?.how === "gone" ? "removed" : (reverted[at]?.how ?? "kept"),
        kept: reverted[at]?.kept ?? [],
      })),
    );
    await progress(from + lines.length, rows.length);
  }
}

/** An association somebody has taken up since stays; the others go as if never added. */
async function removeCreated(tx: Tx, importId: string, origin: Origin): Promise<void> {
  const rows = await tx
    .selectFrom("import_line")
    .select(["line", "association_id"])
    .where("import_id", "=", importId)
    .where("outcome", "=", "created")
    .where("association_id", "is not", null)
    .execute();
  const touched = await touchedSince(tx, importId);
  const going = rows.filter((row) => !touched.has(row.association_id ?? ""));
  for (let from = 0; from < going.length; from += chunkSize)
    await removeAssociations(
      tx,
      going.slice(from, from + chunkSize).map((row) => row.association_id ?? ""),
      origin,
    );
  await markUndone(
    tx,
    importId,
    rows.map((row) => ({
      line: row.line,
      undone: touched.has(row.association_id ?? "") ? "kept" : "removed",
      kept: [],
    })),
  );
}

async function markUndone(
  tx: Tx,
  importId: string,
  rows: readonly { line: number; undone: string; kept: string[] }[],
): Promise<void> {
  await sql`
    update import_line l set undone = r.undone, image = null, detail = nullif(array_to_string(r.kept, ','), '')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, undone text, kept text[])
    where l.import_id = ${importId} and l.line = r.line`.execute(tx);
}

/** Places the import added go when nobody meets there; a room that uses one otherwise keeps them all. */
async function removePlaces(tx: Tx, placeIds: readonly string[]): Promise<void> {
  const ids = await removablePlaces(tx, placeIds);
  if (ids.length === 0) return;
  await sql`savepoint places`.execute(tx);
  await sql`delete from place where place_id = any(${ids}::uuid[])`.execute(tx).then(
    () => sql`release savepoint places`.execute(tx),
    () => sql`rollback to savepoint places`.execute(tx),
  );
}

async function finish(tx: Tx, importId: string, origin: Origin): Promise<UndoCounts> {
  const { rows } = await sql<{ undone: Undoing; n: number }>`
    select undone, count(*)::int as n from import_line
    where import_id = ${importId} and undone is not null group by 1`.execute(tx);
  const counts: UndoCounts = { removed: 0, restored: 0, partly: 0, kept: 0 };
  for (const row of rows) counts[row.undone] = row.n;
  const activities = await countUndone(tx, importId);
  if (activities) counts.activities = activities;
  const entry = await record(tx, {
    actor: origin.actor,
    at: origin.at,
    subject: { kind: "import", id: importId },
    action: "import.undone",
    change: { ...counts },
  });
  await sql`
    update journal j set undone_by = ${entry}
    from import_line l
    where l.import_id = ${importId} and l.undone in ('removed', 'restored') and j.import_id = ${importId}
      and j.subject_kind = 'association' and j.subject_id = l.association_id::text
      and j.action in ('association.created', 'association.edited')`.execute(tx);
  await sql`
    update journal j set undone_by = ${entry}
    from import_activity a
    where a.import_id = ${importId} and a.undone in ('removed', 'restored') and j.import_id = ${importId}
      and j.subject_kind = 'activity' and j.subject_id = a.activity_id::text
      and j.action in ('activity.added', 'activity.edited')`.execute(tx);
  await tx
    .updateTable("import")
    .set({
      state: "undone",
      undone_at: origin.at,
      undone_by: origin.actor.kind === "import" ? (origin.actor.personId ?? null) : null,
      undo_counts: storable(counts),
    })
    .where("import_id", "=", importId)
    .execute();
  await tx
    .updateTable("import_line")
    .set({ personal: null, image: null })
    .where("import_id", "=", importId)
    .execute();
  await tx
    .updateTable("import_activity")
    .set({ image: null })
    .where("import_id", "=", importId)
    .execute();
  await publish(tx);
  return counts;
}
