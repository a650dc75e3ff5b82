import { sql } from "kysely";
import { among } from "../../../platform/db/among.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Dates, Use } from "./dates.ts";
import type { InLine } from "./rules.ts";

/** A use of a counter. */
export type CounterUse = Use & { counterId: string };

/**
 * What is had of some counters between two instants, at a moment: taken, or held or offered until later. Without end: from the
 * first on. What is had for always is among them.
 */
export async function usesOf(
  tx: Tx,
  counterIds: readonly string[],
  { from, until }: { from: Date; until: Date | null },
  now: Date,
): Promise<CounterUse[]> {
  if (!counterIds.length) return [];
  const { rows } = await sql<CounterUse>`
    select counter_id as "counterId", sum(quantity)::integer as quantity,
      (extract(epoch from from_at) * 1000)::float8 as "from", (extract(epoch from until_at) * 1000)::float8 as "until"
    from seat where counter_id ${among(counterIds)} and until_at > ${from}
      and from_at < coalesce(${until}::timestamptz, 'infinity')
      and (state = 'taken' or (state in ('held', 'offered') and expires_at > ${now}))
    group by counter_id, from_at, until_at`.execute(tx);
  return rows;
}

/**
 * The place of a request in the list, least first, as a row that compares: who goes ahead, then the day they came, then their score,
 * then the order they came. Where no room says who goes ahead nor a day, it is the order they came.
 */
export const place = (seat: string) => {
  const of = (column: string) => sql.ref(`${seat}.${column}`);
  return sql`row(-${of("ahead")}, coalesce(${of("since_day")}, '-infinity'), -${of("score")}, ${of("position")})`;
};

/** Those who wait, or who are offered something, in the order of the list. */
export async function lineOf(
  tx: Tx,
  counterId: string,
  state: "waiting" | "offered" = "waiting",
): Promise<InLine[]> {
  const { rows } = await sql<InLine>`
    select seat_id as id, quantity, passed,
      (extract(epoch from from_at) * 1000)::float8 as "from", (extract(epoch from until_at) * 1000)::float8 as "until"
    from seat where counter_id = ${counterId} and state = ${state} order by ${place("seat")}`.execute(
    tx,
  );
  return rows;
}

/** Whether somebody waits for a time that meets this one. */
export async function someoneWaits(
  tx: Tx,
  counterId: string,
  dates: Dates | undefined,
  besides?: string,
): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from seat where counter_id = ${counterId} and state = 'waiting'
      and seat_id is distinct from ${besides ?? null}::uuid
      and until_at > coalesce(${dates?.from ?? null}::timestamptz, '-infinity')
      and from_at < coalesce(${dates?.until ?? null}::timestamptz, 'infinity')) as waits`.execute(
    tx,
  );
  return rows[0]?.waits === true;
}
