import { sql } from "kysely";
import { addDays } from "../../../platform/clock.ts";
import { among } from "../../../platform/db/among.ts";
import type { Tx } from "../../../platform/db/database.ts";
import {
  calendarOf,
  timetablesByIds,
  usesOf,
  type CounterUse,
  type OpeningCalendar,
} from "../../scheduling/index.ts";
import { isUuid } from "../../people/index.ts";
import { modelsOf, type Model } from "../models/queries.ts";
import { unitsLeft } from "../pools/stock.ts";
import { lendingRules } from "../rules/queries.ts";
import type { Days } from "../rules/rules.ts";
import { nearestDays, type Frame, type Shelf } from "./offer.ts";

type Row = Omit<Shelf, "timetable" | "uses"> & { modelId: string; timetableId: string };

/** Models shown, each with the places that lend it and what is promised over some days; of some shelves only. */
export async function shelvesFor(
  tx: Tx,
  days: Days,
  { today, now }: { today: string; now: Date },
  poolIds?: readonly string[],
): Promise<{ models: { model: Model; shelves: Shelf[] }[]; frame: Frame }> {
  const lent = sql<Row>`
    select p.pool_id as "poolId", p.counter_id as "counterId", least(coalesce(c.capacity, 0), ${unitsLeft(now)}) as capacity, p.model_id as "modelId",
      p.place_id as "placeId", place.name as "placeName", l.words,
      l.slot_minutes as "slotMinutes", l.slot_most as "slotMost", l.timetable_id as "timetableId"
    from equipment_pool p
    join lending_place l on l.place_id = p.place_id and l.closed_at is null
    join place on place.place_id = p.place_id
    join seat_counter c on c.counter_id = p.counter_id
    where ${poolIds ? sql`p.pool_id ${among(poolIds.filter(isUuid))}` : sql`true`}
    order by lower(place.name)`.execute(tx);
  const [{ rows }, rules, calendar] = await Promise.all([
    lent,
    lendingRules(tx),
    calendarAround(tx, days, today),
  ]);
  const shelves = Map.groupBy(rows, ({ modelId }) => modelId);
  const [models, timetables, uses] = await Promise.all([
    modelsOf(tx, { shown: true, ...(poolIds && { ids: [...shelves.keys()] }) }),
    timetablesByIds(tx, [...new Set(rows.map((row) => row.timetableId))]),
    usesAround(tx, rows, days, now, 0),
  ]);
  return {
    models: models.map((model) => ({
      model,
      shelves: (shelves.get(model.id) ?? []).flatMap(({ timetableId, modelId: _, ...row }) => {
        const timetable = timetables.get(timetableId);
        return timetable ? [{ ...row, timetable, uses: uses.get(row.counterId) ?? [] }] : [];
      }),
    })),
    frame: { rules, calendar, today },
  };
}

/** What is promised of some shelves over some days, by counter, and so many days before and after. */
export const usesAround = async (
  tx: Tx,
  shelves: readonly { counterId: string }[],
  days: Days,
  now: Date,
  around: number,
): Promise<Map<string, CounterUse[]>> =>
  Map.groupBy(
    await usesOf(
      tx,
      shelves.map(({ counterId }) => counterId),
      {
        // A day more than the buffer and the zone may take.
        from: new Date(`${addDays(days.from, -around - 1)}T00:00:00Z`),
        until: new Date(`${addDays(days.until, around + 15)}T23:59:59Z`),
      },
      now,
    ),
    ({ counterId }) => counterId,
  );

/** The calendar from today, or the days before those asked for, to what is looked at after them. */
export const calendarAround = (tx: Tx, days: Days, today: string): Promise<OpeningCalendar> =>
  calendarOf(
    tx,
    [today, addDays(days.from, -nearestDays)].toSorted()[0] ?? today,
    addDays(days.until, nearestDays + 1),
  );
