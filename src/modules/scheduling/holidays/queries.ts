import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Calendar } from "../openings/timetable.ts";
import { eachDay, type Skipped } from "../series/days.ts";
import { publicHolidaysBetween } from "./public.ts";
import { schoolCalendar, type SchoolHoliday } from "./school-calendar.ts";
import { zoneOfInsee, type SchoolZone } from "./territory.ts";

export type CommuneCalendar = {
  insee: string | undefined;
  /** Chosen by the commune; undefined when it follows the department. */
  chosenZone: SchoolZone | undefined;
  departmentZone: SchoolZone | undefined;
  zone: SchoolZone | undefined;
  /** The file that replaced the dates of the site, and when. */
  file: { name: string; readAt: Date } | undefined;
};

/** What the commune chose of the calendar, and what its department says. */
export async function communeCalendar(tx: Tx): Promise<CommuneCalendar> {
  const row = await tx
    .selectFrom("commune")
    .leftJoin("commune_calendar", "commune_calendar.commune_id", "commune.commune_id")
    .select(["insee", "zone", "file_name", "file_read_at"])
    .executeTakeFirstOrThrow();
  const insee = row.insee ?? undefined;
  const chosenZone = (row.zone as SchoolZone | null) ?? undefined;
  const departmentZone = zoneOfInsee(insee);
  return {
    insee,
    chosenZone,
    departmentZone,
    zone: chosenZone ?? departmentZone,
    file:
      row.file_name && row.file_read_at
        ? { name: row.file_name, readAt: row.file_read_at }
        : undefined,
  };
}

/** The school holidays of the commune's zone, in order: those of its file, else those of the site. */
export async function schoolHolidaysOf(
  tx: Tx,
  { zone, file }: CommuneCalendar,
): Promise<SchoolHoliday[]> {
  if (!zone) return [];
  if (!file) return schoolCalendar.filter((one) => one.zone === zone);
  const rows = await tx
    .selectFrom("school_holiday")
    .select(["first_day as firstDay", "last_day as lastDay", "name"])
    .where("zone", "=", zone)
    .orderBy("first_day")
    .execute();
  return rows.map((row) => ({ ...row, zone }));
}

/** The school holidays of the commune that meet the days from a day to a day. */
export async function schoolHolidaysBetween(
  tx: Tx,
  from: string,
  to: string,
): Promise<SchoolHoliday[]> {
  const all = await schoolHolidaysOf(tx, await communeCalendar(tx));
  return all.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from);
}

export type ClosedDay = { id: string; firstDay: string; lastDay: string; name: string };

/** The days the commune closes by itself, in order, from a day on. */
export const closedDays = (tx: Tx, from: string): Promise<ClosedDay[]> =>
  tx
    .selectFrom("closed_day")
    .select(["closed_day_id as id", "first_day as firstDay", "last_day as lastDay", "name"])
    .where("last_day", ">=", from)
    .orderBy("first_day")
    .execute();

/** What the calendar of the commune says of the days from a day to a day: public holidays, its own closed days, school holidays. */
export async function calendarOf(tx: Tx, from: string, to: string): Promise<Calendar> {
  const [calendar, closed] = await Promise.all([communeCalendar(tx), closedDays(tx, from)]);
  return {
    publicDays: new Set(publicHolidaysBetween(from, to, calendar.insee).map(({ day }) => day)),
    closedDays: new Set(eachDay(closed)),
    schoolDays: new Set(eachDay(await schoolHolidaysOf(tx, calendar))),
  };
}

/** The days a series may be told to skip: the days the commune closes count as public holidays. */
export async function skippedDays(tx: Tx, from: string, to: string): Promise<Skipped> {
  const { publicDays, closedDays: closed, schoolDays } = await calendarOf(tx, from, to);
  return { publicDays: new Set([...publicDays, ...closed]), schoolDays };
}

/** Chooses a zone; undefined follows the department again. */
export const chooseZone = (tx: Tx, zone: SchoolZone | undefined) =>
  tx
    .insertInto("commune_calendar")
    .values({ zone: zone ?? null })
    .onConflict((found) => found.column("commune_id").doUpdateSet({ zone: zone ?? null }))
    .execute();

/** Replaces every school holiday by those of a file; without a file, those of the site come back. */
export async function replaceSchoolHolidays(
  tx: Tx,
  file: { name: string; readAt: Date; holidays: readonly SchoolHoliday[] } | undefined,
): Promise<void> {
  await tx
    .insertInto("commune_calendar")
    .values({ file_name: file?.name ?? null, file_read_at: file?.readAt ?? null })
    .onConflict((found) =>
      found.column("commune_id").doUpdateSet({
        file_name: file?.name ?? null,
        file_read_at: file?.readAt ?? null,
      }),
    )
    .execute();
  await tx.deleteFrom("school_holiday").execute();
  if (file?.holidays.length)
    await tx
      .insertInto("school_holiday")
      .values(
        file.holidays.map((one) => ({
          zone: one.zone,
          first_day: one.firstDay,
          last_day: one.lastDay,
          name: one.name,
        })),
      )
      .execute();
}

/** Adds closed days. Breaks `closed_day_once` when they are already there. */
export const addClosedDay = (tx: Tx, day: Omit<ClosedDay, "id">) =>
  tx
    .insertInto("closed_day")
    .values({ first_day: day.firstDay, last_day: day.lastDay, name: day.name })
    .execute();

/** Takes closed days out; gives what they were. */
export const removeClosedDay = (tx: Tx, id: string): Promise<ClosedDay | undefined> =>
  tx
    .deleteFrom("closed_day")
    .where(sql<boolean>`closed_day_id::text = ${id}`)
    .returning(["closed_day_id as id", "first_day as firstDay", "last_day as lastDay", "name"])
    .executeTakeFirst();
