import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { hoursOf } from "../../activities/index.ts";
import { occurrencesBetween } from "../../scheduling/index.ts";
import type { DatedOpening } from "../opening/queries.ts";
import type { Keeping } from "./keeping.ts";

/** Days presence may be noted for, the nearest last: that of the date, or the last ones of the season, today's included. */
export async function presenceDays(
  ask: Pick<Ask, "tx" | "now">,
  { activity }: Keeping,
  opening: DatedOpening,
): Promise<string[]> {
  const today = dayOf(ask.now);
  if (opening.occurrenceId !== null)
    return opening.date && opening.date.day <= addDays(today, 1) ? [opening.date.day] : [];
  const hours = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  const series = hours.map((one) => one.series.id);
  const dates = await occurrencesBetween(ask.tx, series, addDays(today, -60), today);
  return [...new Set(dates.filter(({ state }) => state !== "cancelled").map(({ day }) => day))];
}

/** The day one most likely comes for. */
export const presenceDay = async (
  ask: Pick<Ask, "tx" | "now">,
  keeping: Keeping,
  opening: DatedOpening,
): Promise<string | undefined> => (await presenceDays(ask, keeping, opening)).at(-1);

/** Who was there on a day. */
export async function presentOn(tx: Tx, openingId: string, day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("registrant_presence as n")
    .innerJoin("registrant as p", "p.registrant_id", "n.registrant_id")
    .select("n.registrant_id")
    .where("p.opening_id", "=", openingId)
    .where("n.day", "=", day)
    .execute();
  return rows.map((row) => row.registrant_id);
}

/** Notes who was there, among those of the list: who is not named was not. */
export async function notePresent(
  tx: Tx,
  day: string,
  { all, present }: { all: readonly string[]; present: readonly string[] },
  now: Date,
): Promise<void> {
  const there = all.filter((id) => present.includes(id));
  if (all.length)
    await tx
      .deleteFrom("registrant_presence")
      .where("day", "=", day)
      .where("registrant_id", "in", [...all])
      .execute();
  if (there.length)
    await tx
      .insertInto("registrant_presence")
      .values(there.map((registrant_id) => ({ registrant_id, day, noted_at: now })))
      .execute();
}
