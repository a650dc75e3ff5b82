import type { Tx } from "../../../platform/db/database.ts";
import {
  publishedActivities,
  publishedActivityIds,
  type PublishedActivity,
  type PublishedHours,
} from "../../activities/index.ts";
import { occurrencesBetween, type Occurrence } from "../../scheduling/index.ts";
import { horizon } from "./horizon.ts";

/** One time an activity takes place. */
export type Session = { row: PublishedActivity; hours: PublishedHours; occurrence: Occurrence };

/** Published activities, every one unless some are named, and their sessions from today until the horizon, those cancelled included. */
export async function sessionsAhead(
  tx: Tx,
  today: string,
  ids?: readonly string[],
): Promise<{ rows: PublishedActivity[]; sessions: Session[] }> {
  const rows = await publishedActivities(tx, ids ?? (await publishedActivityIds(tx, today)));
  const bySeries = new Map(
    rows.flatMap((row) => row.hours.map((hours) => [hours.series.id, { row, hours }] as const)),
  );
  const occurrences = await occurrencesBetween(tx, [...bySeries.keys()], today, horizon(today));
  const sessions = occurrences.flatMap((occurrence) => {
    const of = bySeries.get(occurrence.seriesId);
    return of ? [{ ...of, occurrence }] : [];
  });
  return { rows, sessions };
}
