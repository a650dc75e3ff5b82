import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** A place that hands over and takes back. */
export type LendingPlace = {
  placeId: string;
  name: string;
  /** Its hours. */
  timetableId: string;
  /** Length of a hand-over, in minutes; how many at once. */
  slotMinutes: number;
  slotMost: number;
  words: string | null;
  closedAt: Date | null;
  /** The association that lends from there what is its own; nothing: the commune. */
  ownerId: string | null;
  ownerName: string | null;
};

/** Places that lend, by name; one of them, closed or not; else those that are open to it. */
export async function lendingPlacesOf(tx: Tx, placeId?: string): Promise<LendingPlace[]> {
  const { rows } = await sql<LendingPlace>`
    select l.place_id as "placeId", p.name, l.timetable_id as "timetableId", l.slot_minutes as "slotMinutes",
      l.slot_most as "slotMost", l.words, l.closed_at as "closedAt", l.owner_association_id as "ownerId", a.name as "ownerName"
    from lending_place l join place p on p.place_id = l.place_id
    left join association a on a.association_id = l.owner_association_id
    where ${placeId ? sql`l.place_id = ${placeId}` : sql`l.closed_at is null`}
    order by lower(p.name)`.execute(tx);
  return rows;
}
