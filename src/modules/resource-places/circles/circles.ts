import type { Tx } from "../../../platform/db/database.ts";
import { dayOf } from "../../../platform/clock.ts";
import { publish } from "../../communes/index.ts";
import {
  addSeries,
  cancelOccurrence,
  changeSeries,
  endSeries,
  moveOccurrence,
  nextOccurrences,
  restoreOccurrence,
  seriesByIds,
  type Occurrence,
  type Pattern,
  type Series,
} from "../../scheduling/index.ts";
import { note, type By } from "../record/write.ts";

/** People who help each other: what about, when, and the notes they share. */
export type Circle = {
  id: string;
  placeId: string;
  topic: string;
  about: string | null;
  notes: string | null;
  notesAt: Date | null;
  series: Series;
  /** The dates to come, those cancelled too. */
  next: readonly Occurrence[];
};

/** Dates to come that are shown. */
const shown = 6;

/** The circles of a place, by topic. */
export async function circlesOf(tx: Tx, placeId: string, now: Date): Promise<Circle[]> {
  const rows = await tx
    .selectFrom("circle")
    .selectAll()
    .where("resource_place_id", "=", placeId)
    .orderBy("topic")
    .orderBy("circle_id")
    .execute();
  const ids = rows.map((row) => row.series_id);
  const known = new Map((await seriesByIds(tx, ids)).map((one) => [one.id, one]));
  const next = await nextOccurrences(tx, ids, now, shown);
  return rows.flatMap((row) => {
    const series = known.get(row.series_id);
    return series
      ? [
          {
            id: row.circle_id,
            placeId: row.resource_place_id,
            topic: row.topic,
            about: row.about,
            notes: row.notes,
            notesAt: row.notes_at,
            series,
            next: next.get(series.id) ?? [],
          },
        ]
      : [];
  });
}

export type CircleTexts = { topic: string; about: string | null; notes: string | null };

export async function addCircle(
  tx: Tx,
  placeId: string,
  texts: CircleTexts,
  pattern: Pattern,
  by: By,
): Promise<string> {
  const series = await addSeries(tx, by, pattern);
  const { circle_id: id } = await tx
    .insertInto("circle")
    .values({
      ...texts,
      resource_place_id: placeId,
      series_id: series,
      notes_at: texts.notes ? by.at : null,
      created_at: by.at,
    })
    .returning("circle_id")
    .executeTakeFirstOrThrow();
  await note(tx, placeId, by, "circle.added", { circle: id });
  await publish(tx);
  return id;
}

/** Writes what is said of a circle and when it meets; dates already changed by hand stay. */
export async function changeCircle(
  tx: Tx,
  known: Circle,
  texts: CircleTexts,
  pattern: Pattern,
  by: By,
): Promise<void> {
  await changeSeries(tx, by, known.series.id, "all", pattern);
  await tx
    .updateTable("circle")
    .set({ ...texts, notes_at: texts.notes === known.notes ? known.notesAt : by.at })
    .where("circle_id", "=", known.id)
    .execute();
  await note(tx, known.placeId, by, "circle.changed", { circle: known.id });
  await publish(tx);
}

/** Another day or hour for one date, and why, for people to read. */
export type Move = { day: string; startMinute: number; durationMinutes: number; notice: string | null }; // prettier-ignore

/** Cancels or moves one date to come of a circle, or puts it back; false when it is none of its dates. */
export async function changeDate(
  tx: Tx,
  known: Circle,
  date: string,
  act: "cancel" | "restore" | Move,
  by: By,
): Promise<boolean> {
  if (!known.next.some(({ id }) => id === date)) return false;
  const outcome =
    act === "cancel"
      ? await cancelOccurrence(tx, by, date, null)
      : act === "restore"
        ? await restoreOccurrence(tx, by, date)
        : await moveOccurrence(tx, by, date, act, act.notice);
  if ("refused" in outcome) return false;
  await publish(tx);
  return true;
}

/** Ends a circle: its dates to come and its notes are no longer shown. */
export async function removeCircle(tx: Tx, known: Circle, by: By): Promise<void> {
  await endSeries(tx, by, known.series.id, dayOf(by.at));
  await tx.deleteFrom("circle").where("circle_id", "=", known.id).execute();
  await note(tx, known.placeId, by, "circle.removed", { circle: known.id });
  await publish(tx);
}
