import { sql } from "kysely";
import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import {
  calendarOf,
  timetablesByIds,
  usesOf,
  type OpeningCalendar,
} from "../../scheduling/index.ts";
import { modelsOf, type Model } from "../models/queries.ts";
import { lendingRules } from "../rules/queries.ts";
import type { Days } from "../rules/rules.ts";
import { nearestDays, type Frame, type Shelf } from "./offer.ts";

type Row = Omit<Shelf, "timetable" | "uses"> & { modelId: string; timetableId: string };

/** Models shown, each with the places that lend it and all that is promised around some days. */
export async function shelvesFor(
  tx: Tx,
  days: Days,
  frame: { today: string; now: Date },
): Promise<{ models: { model: Model; shelves: Shelf[] }[]; frame: Frame }> {
  const models = await modelsOf(tx, { shown: true });
  const { rows } = await sql<Row>`
    select p.pool_id as "poolId", p.counter_id as "counterId", coalesce(c.capacity, 0) as capacity, p.model_id as "modelId",
      p.place_id as "placeId", place.name as "placeName", l.slot_minutes as "slotMinutes", l.timetable_id as "timetableId"
    from equipment_pool p
    join lending_place l on l.place_id = p.place_id and l.closed_at is null
    join place on place.place_id = p.place_id
    join seat_counter c on c.counter_id = p.counter_id
    order by lower(place.name)`.execute(tx);
  const timetables = await timetablesByIds(tx, [...new Set(rows.map((row) => row.timetableId))]);
  const [from, until] = [addDays(days.from, -nearestDays), addDays(days.until, nearestDays + 15)];
  const uses = Map.groupBy(
    await usesOf(
      tx,
      rows.map((row) => row.counterId),
      { from: new Date(`${from}T00:00:00Z`), until: new Date(`${until}T23:59:59Z`) },
      frame.now,
    ),
    ({ counterId }) => counterId,
  );
  const shelves = Map.groupBy(rows, ({ modelId }) => modelId);
  return {
    models: models.map((model) => ({
      model,
      shelves: (shelves.get(model.id) ?? []).flatMap(({ timetableId, modelId: _, ...row }) => {
        const timetable = timetables.get(timetableId);
        return timetable ? [{ ...row, timetable, uses: uses.get(row.counterId) ?? [] }] : [];
      }),
    })),
    frame: {
      rules: await lendingRules(tx),
      calendar: await calendarAround(tx, days, frame.today),
      today: frame.today,
    },
  };
}

/** The calendar from today, or the days before those asked for, to what is looked at after them. */
export const calendarAround = (tx: Tx, days: Days, today: string): Promise<OpeningCalendar> =>
  calendarOf(
    tx,
    [today, addDays(days.from, -nearestDays)].toSorted()[0] ?? today,
    addDays(days.until, nearestDays + 1),
  );
