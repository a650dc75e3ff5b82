import { sql, type Selectable } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { OpeningExceptionRow, OpeningRuleRow } from "../../../platform/db/types.ts";
import type { Weekday } from "../series/pattern.ts";
import type {
  Hours,
  OpeningException,
  OpeningRule,
  Season,
  Timetable,
  Weeks,
} from "./timetable.ts";

/** The opening hours of these identifiers. */
export async function timetablesByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Timetable>> {
  if (!ids.length) return new Map();
  const asked = sql<string>`any(${[...ids]}::uuid[])`;
  const tables = await tx
    .selectFrom("timetable")
    .selectAll()
    .where("timetable_id", "=", asked)
    .execute();
  const rules = await tx
    .selectFrom("opening_rule")
    .selectAll()
    .where("timetable_id", "=", asked)
    .orderBy(sql`array_position(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], weekday)`)
    .orderBy("from_minute")
    .orderBy("opening_rule_id")
    .execute();
  const exceptions = await tx
    .selectFrom("opening_exception")
    .selectAll()
    .where("timetable_id", "=", asked)
    .orderBy("first_day")
    .orderBy("last_day")
    .orderBy("from_minute")
    .execute();
  return new Map(
    tables.map((one) => [
      one.timetable_id,
      {
        zone: one.zone,
        publicHolidays: one.public_holidays as Timetable["publicHolidays"],
        closedDays: one.closed_days,
        rules: rules.filter((rule) => rule.timetable_id === one.timetable_id).map(ruleOf),
        exceptions: exceptions
          .filter((other) => other.timetable_id === one.timetable_id)
          .map(exceptionOf),
      },
    ]),
  );
}

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

const ruleOf = (row: Selectable<OpeningRuleRow>): OpeningRule => ({
  weekday: row.weekday as Weekday,
  from: row.from_minute,
  until: row.until_minute,
  season: row.season as Season,
  weeks: row.weeks as Weeks,
  firstDay: row.first_day,
  lastDay: row.last_day,
});

const exceptionOf = (row: Selectable<OpeningExceptionRow>): OpeningException => ({
  firstDay: row.first_day,
  lastDay: row.last_day,
  hours: hoursOf(row.from_minute, row.until_minute),
  words: row.words,
});

const hoursOf = (from: number | null, until: number | null): Hours | null =>
  from === null || until === null ? null : { from, until };
