import { sql } from "kysely";
import { among } from "../../../platform/db/among.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { OpeningException, OpeningRule, Timetable } from "./timetable.ts";

/** The opening hours of these identifiers. */
export async function timetablesByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Timetable>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<
    Omit<Timetable, "exceptions"> & { id: string; exceptions: OpeningExceptionJson[] }
  >`
    select t.timetable_id as id, t.zone, t.public_holidays as "publicHolidays", t.closed_days as "closedDays",
      coalesce((
        select jsonb_agg(jsonb_build_object('weekday', r.weekday, 'from', r.from_minute, 'until', r.until_minute, 'season', r.season,
            'weeks', r.weeks, 'firstDay', r.first_day, 'lastDay', r.last_day)
          order by array_position(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], r.weekday), r.from_minute, r.opening_rule_id)
        from opening_rule r where r.timetable_id = t.timetable_id), '[]') as rules,
      coalesce((
        select jsonb_agg(jsonb_build_object('firstDay', e.first_day, 'lastDay', e.last_day, 'from', e.from_minute, 'until', e.until_minute,
            'words', e.words) order by e.first_day, e.last_day, e.from_minute)
        from opening_exception e where e.timetable_id = t.timetable_id), '[]') as exceptions
    from timetable t where t.timetable_id ${among(ids)}`.execute(tx);
  return new Map(
    rows.map(({ id, exceptions, ...table }) => [
      id,
      {
        ...table,
        exceptions: exceptions.map(({ from, until, ...one }) => ({
          ...one,
          hours: from === null || until === null ? null : { from, until },
        })),
      },
    ]),
  );
}

type OpeningExceptionJson = Omit<OpeningException, "hours"> & { from: number | null; until: number | null }; // prettier-ignore

export const timetableById = async (tx: Tx, id: string): Promise<Timetable | undefined> =>
  (await timetablesByIds(tx, [id])).get(id);

/** Writes opening hours, in the place of those of `id` when there are some; gives their identifier. Who keeps them writes the journal. */
export async function saveTimetable(
  tx: Tx,
  id: string | null,
  timetable: Timetable,
  now: Date,
): Promise<string> {
  const columns = {
    zone: timetable.zone,
    public_holidays: timetable.publicHolidays,
    closed_days: timetable.closedDays,
    changed_at: now,
  };
  const { timetable_id } = await tx
    .insertInto("timetable")
    .values({ ...columns, ...(id && { timetable_id: id }) })
    .onConflict((found) => found.columns(["commune_id", "timetable_id"]).doUpdateSet(columns))
    .returning("timetable_id")
    .executeTakeFirstOrThrow();
  await tx.deleteFrom("opening_rule").where("timetable_id", "=", timetable_id).execute();
  await tx.deleteFrom("opening_exception").where("timetable_id", "=", timetable_id).execute();
  const { rules, exceptions } = timetable;
  if (rules.length)
    await tx
      .insertInto("opening_rule")
      .values(rules.map((rule) => ({ timetable_id, ...ruleColumns(rule) })))
      .execute();
  if (exceptions.length)
    await tx
      .insertInto("opening_exception")
      .values(exceptions.map((one) => ({ timetable_id, ...exceptionColumns(one) })))
      .execute();
  return timetable_id;
}

/** Opening hours nobody keeps any more. */
export const removeTimetable = (tx: Tx, id: string) =>
  tx.deleteFrom("timetable").where("timetable_id", "=", id).execute();

const ruleColumns = (rule: OpeningRule) => ({
  weekday: rule.weekday,
  from_minute: rule.from,
  until_minute: rule.until,
  season: rule.season,
  weeks: rule.weeks,
  first_day: rule.firstDay,
  last_day: rule.lastDay,
});

const exceptionColumns = ({ firstDay, lastDay, hours, words }: OpeningException) => ({
  first_day: firstDay,
  last_day: lastDay,
  from_minute: hours?.from ?? null,
  until_minute: hours?.until ?? null,
  words,
});
