import { sql, type RawBuilder } from "kysely";
import type { Period } from "../../communes/index.ts";

/** The French day of an instant, in SQL: nights when the hour changes are days like the others. */
export const dayIn = (instant: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(${instant} at time zone 'Europe/Paris')::date`;

/** True when a day is in the period, both ends included. */
export const within = (day: RawBuilder<unknown>, { from, to }: Period): RawBuilder<boolean> =>
  sql`${day} between ${from}::date and ${to}::date`;

/** The days of the period that have come, as a range. */
export const passed = ({ from, to }: Period, now: Date): RawBuilder<unknown> =>
  sql`daterange(${from}::date, greatest(${from}::date, least(${to}::date, ${dayIn(sql`${now}::timestamptz`)}) + 1))`;

/** How many days a range has. */
export const lengthOf = (range: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce(upper(${range}) - lower(${range}), 0)`;

/** The days something was away: the one it left, the one it came back (or today), and those between. */
export const awayDays = (now: Date): RawBuilder<unknown> => {
  const out = dayIn(sql`a.out_at`);
  return sql`daterange(${out}, greatest(${out}, ${dayIn(sql`coalesce(a.back_at, ${now})`)}), '[]')`;
};
