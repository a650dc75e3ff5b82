import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { occurrenceById, type Occurrence } from "../../scheduling/index.ts";
import type { Question } from "../codes.ts";

/** What was opened: for the whole activity, or for one date of it. */
export type Opening = {
  id: string;
  activityId: string;
  occurrenceId: string | null;
  counterId: string;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Nothing: as many as come. */
  capacity: number | null;
  waiting: boolean;
  offerMinutes: number;
  most: number;
  asked: Question[];
  question: string | null;
  message: string | null;
  toldState: "planned" | "moved" | "cancelled" | "gone" | "stopped";
  toldStartsAt: Date | null;
  toldHours: string | null;
  cancelledAt: Date | null;
  cancelledWord: string | null;
};

/** With its date as it stands now, when it is for one. */
export type DatedOpening = Opening & { date: Occurrence | undefined };

/** What was opened for an activity: for all of it first, then date after date. */
export async function openingsOf(tx: Tx, activityId: string): Promise<DatedOpening[]> {
  const rows = await select(tx).where("o.activity_id", "=", activityId).execute();
  const all = await Promise.all(rows.map((row) => dated(tx, row)));
  const at = ({ date, toldStartsAt, occurrenceId }: DatedOpening): number =>
    occurrenceId === null ? 0 : (date?.startsAt ?? toldStartsAt ?? new Date()).getTime();
  return all.sort((one, other) => at(one) - at(other));
}

export async function openingById(tx: Tx, id: string): Promise<DatedOpening | undefined> {
  const row = await select(tx).where("o.opening_id", "=", id).executeTakeFirst();
  return row && dated(tx, row);
}

/** The same, held until the transaction ends. */
export async function lockedOpening(tx: Tx, id: string): Promise<DatedOpening | undefined> {
  await tx
    .selectFrom("registration_opening")
    .select("opening_id")
    .where("opening_id", "=", id)
    .forUpdate()
    .execute();
  return openingById(tx, id);
}

/** What is not cancelled yet, of every activity. */
export async function openingsStanding(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("registration_opening")
    .select("opening_id")
    .where("cancelled_at", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("registration")
          .select("registration.registration_id")
          .whereRef("registration.opening_id", "=", "registration_opening.opening_id")
          .where("ended", "is", null)
          .where("purged_at", "is", null),
      ),
    )
    .execute();
  return rows.map((row) => row.opening_id);
}

/** The first instant of a day in France. */
export async function dawnOf(tx: Tx, day: string): Promise<Date> {
  const { rows } = await sql<{
    at: Date;
  }>`select instant_in(${day}::date, 0, 'Europe/Paris') as at`.execute(tx);
  return rows[0]?.at ?? new Date(`${day}T00:00:00Z`);
}

const select = (tx: Tx) =>
  tx
    .selectFrom("registration_opening as o")
    .innerJoin("seat_counter as c", "c.counter_id", "o.counter_id")
    .select([
      "o.opening_id as id",
      "o.activity_id as activityId",
      "o.occurrence_id as occurrenceId",
      "o.counter_id as counterId",
      "o.opens_at as opensAt",
      "c.closes_at as closesAt",
      "c.capacity",
      "c.waiting",
      "c.offer_minutes as offerMinutes",
      "o.most",
      "o.asked",
      "o.question",
      "o.message",
      "o.told_state as toldState",
      "o.told_starts_at as toldStartsAt",
      "o.told_hours as toldHours",
      "o.cancelled_at as cancelledAt",
      "o.cancelled_word as cancelledWord",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

async function dated(tx: Tx, row: Row): Promise<DatedOpening> {
  const date = row.occurrenceId ? await occurrenceById(tx, row.occurrenceId) : undefined;
  return {
    ...row,
    asked: row.asked as Question[],
    toldState: row.toldState as Opening["toldState"],
    date,
  };
}
