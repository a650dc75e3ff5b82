import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { askForScan } from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import type { Counts } from "./counts.ts";
import { decide } from "./decide.ts";
import { frugally } from "./frugal.ts";
import { importById, type ImportState, type Workshop } from "./imports.ts";
import { storable } from "./json.ts";
import { noteProgress } from "./progress.ts";
import { decidingOf, failed } from "./rehearse.ts";

export type ApplyRefusal = "unknown" | "not_rehearsed" | "already_applied";
export type Applied = { counts: Counts } | { refused: ApplyRefusal };
export type ActOptions = {
  by?: string | undefined;
  progress?: (done: number, total: number) => void;
};

/**
 * Carries out a rehearsed import: all of it or nothing, in one transaction that decides again from the registry as it
 * is now. Run again after a crash, it starts afresh: what had been done was never committed.
 */
export async function applyImport(
  house: Workshop,
  communeId: number,
  importId: string,
  options: ActOptions = {},
): Promise<Applied> {
  const refused = await begin(house, communeId, importId);
  if (refused) return { refused };
  try {
    return await frugally(() => carryOut(house, communeId, importId, options));
  } catch (fault) {
    await failed(house, communeId, importId, "apply");
    throw fault;
  }
}

const carryOut = (
  house: Workshop,
  communeId: number,
  importId: string,
  options: ActOptions,
): Promise<Applied> =>
  house.database.write(communeId, async (tx) => {
    await oneAtATime(tx);
    const state = (await importById(tx, importId))?.state;
    if (state !== "applying") return { refused: "already_applied" };
    const deciding = await decidingOf(tx, house, importId, true, options.by);
    const counts = await decide(tx, deciding, async (done, total) => {
      options.progress?.(done, total);
      await house.database.write(communeId, (aside) =>
        noteProgress(aside, importId, house.clock.now(), done, total),
      );
    });
    await suggestDuplicates(tx, importId, house.clock.now());
    await finish(tx, importId, counts, house.clock.now(), deciding.personId);
    await askForScan(tx);
    return { counts };
  });

/** Imports of one commune follow each other. */
export const oneAtATime = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import:' || current_commune(), 0))`.execute(
    tx,
  );

const mayBegin: ReadonlySet<ImportState> = new Set(["rehearsed", "applying"]);

async function begin(
  house: Workshop,
  communeId: number,
  importId: string,
): Promise<ApplyRefusal | undefined> {
  return await house.database.write(communeId, async (tx) => {
    const known = await importById(tx, importId);
    if (!known) return "unknown";
    if (known.state === "applied") return "already_applied";
    const again = known.state === "failed" && known.fault === "apply";
    if (!mayBegin.has(known.state) && !again) return "not_rehearsed";
    await tx
      .updateTable("import")
      .set({ state: "applying", fault: null, progress_done: 0, progress_total: null })
      .where("import_id", "=", importId)
      .execute();
    return undefined;
  });
}

/** Suspected duplicates wait for an agent with the others; what was already decided stays decided. */
async function suggestDuplicates(tx: Tx, importId: string, at: Date): Promise<void> {
  await sql`
    insert into duplicate_suggestion (first_id, second_id, score, reasons, found_at)
    select distinct on (1, 2) least(one, other), greatest(one, other), score, reasons, ${at}::timestamptz
    from (select l.association_id as one, coalesce(d.other_association, o.association_id) as other, d.score, d.reasons
          from import_duplicate d
          join import_line l on l.import_id = d.import_id and l.line = d.line
          left join import_line o on o.import_id = d.import_id and o.line = d.other_line
          where d.import_id = ${importId}) pair
    where one is not null and other is not null and one <> other
    order by 1, 2, score desc
    on conflict do nothing`.execute(tx);
}

async function finish(
  tx: Tx,
  importId: string,
  counts: Counts,
  at: Date,
  personId: string | undefined,
): Promise<void> {
  await tx
    .updateTable("import_line")
    .set({ facts: null })
    .where("import_id", "=", importId)
    .where("facts", "is not", null)
    .execute();
  await tx
    .updateTable("import_activity")
    .set({ facts: null })
    .where("import_id", "=", importId)
    .execute();
  await sql`
    update import set state = 'applied', counts = ${storable(counts)}::jsonb, applied_at = ${at},
      applied_by = ${personId ?? null}, understood = understood - 'samples',
      new_places = array(select place_id from place where created_at = transaction_timestamp())
    where import_id = ${importId}`.execute(tx);
  await record(tx, {
    actor: { kind: "import", id: importId, personId },
    at,
    subject: { kind: "import", id: importId },
    action: "import.applied",
    change: { ...counts },
  });
  await publish(tx);
}
