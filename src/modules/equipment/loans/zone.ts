import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** The time zone of a place that lends. */
export async function zoneOf(tx: Tx, placeId: string): Promise<string> {
  const { rows } = await sql<{ zone: string }>`
    select t.zone from lending_place l join timetable t on t.timetable_id = l.timetable_id where l.place_id = ${placeId}`.execute(
    tx,
  );
  return rows[0]?.zone ?? "Europe/Paris";
}
