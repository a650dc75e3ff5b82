import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";

/** What an association had of a room or of some workstations: hours really had, and what one is worth. */
export type HeldHours = {
  associationId: string;
  bookable: string;
  place: string;
  hours: number;
  /** Euro cents; nothing: nobody said it. */
  hourValueCents: number | null;
};

/** Who counts the hours of rooms: another room of the house, which `src/app.ts` gives. */
export type HoursOf = (
  tx: Tx,
  over: { from: Date; until: Date; associationId?: string },
) => Promise<readonly HeldHours[]>;

/** The instants a period goes from and to, in France; hours to come are not had yet. */
export async function instantsOf(
  tx: Tx,
  { from, to }: Period,
  now: Date,
): Promise<{ from: Date; until: Date }> {
  const { rows } = await sql<{ from: Date; until: Date }>`
    select instant_in(${from}::date, 0, 'Europe/Paris') as from,
      least(${now}::timestamptz, instant_in(${to}::date + 1, 0, 'Europe/Paris')) as until`.execute(
    tx,
  );
  return rows[0] ?? { from: now, until: now };
}
