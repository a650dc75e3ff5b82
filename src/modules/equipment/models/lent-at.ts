import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { addressLine } from "../../places/index.ts";
import { timetablesByIds, type Timetable } from "../../scheduling/index.ts";
import { unitsLeft } from "../pools/stock.ts";

/** A place that lends a model: how many it has that can be lent, and when one comes. */
export type LentAt = {
  placeId: string;
  counterId: string;
  name: string;
  address: string;
  /** How to find it, whom to ask for. */
  words: string | null;
  count: number;
  timetable: Timetable;
};

/** Where a model is lent, by name; a place that has none left fit to be lent is not said. */
export async function lentAt(tx: Tx, modelId: string, now: Date): Promise<LentAt[]> {
  const { rows } = await sql<{
    placeId: string;
    counterId: string;
    name: string;
    street: string | null;
    postcode: string | null;
    town: string | null;
    words: string | null;
    count: number;
    timetableId: string;
  }>`
    select p.place_id as "placeId", p.counter_id as "counterId", place.name, place.street, place.postcode, place.town, l.words,
      l.timetable_id as "timetableId", least(c.capacity, ${unitsLeft(now)}) as count
    from equipment_pool p
    join lending_place l on l.place_id = p.place_id and l.closed_at is null
    join place on place.place_id = p.place_id
    join seat_counter c on c.counter_id = p.counter_id
    where p.model_id = ${modelId} and least(c.capacity, ${unitsLeft(now)}) > 0
    order by lower(place.name)`.execute(tx);
  const timetables = await timetablesByIds(
    tx,
    rows.map((row) => row.timetableId),
  );
  return rows.flatMap(({ timetableId, street, postcode, town, ...row }) => {
    const timetable = timetables.get(timetableId);
    return timetable ? [{ ...row, address: addressLine({ street, postcode, town }), timetable }] : []; // prettier-ignore
  });
}
