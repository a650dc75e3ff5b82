import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import {
  calendarOf,
  openingsOn,
  openState,
  timetablesByIds,
  usesOf,
  type OpeningCalendar,
  type OpenState,
  type Timetable,
} from "../../scheduling/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { bookablesOf } from "./queries.ts";
import { freeNow, type Bookable, type FreeNow } from "./rules.ts";

/** A place with its hours, and what of it is free. */
export type SeenPlace = {
  place: ResourcePlace;
  timetable: Timetable;
  calendar: OpeningCalendar;
  state: OpenState;
  bookables: readonly (Bookable & { free: FreeNow })[];
};

/** Days of the calendar read ahead: what opens next, and how far one may book. */
const daysKnown = 400;

/** What is open and free now of some places. */
export async function seePlaces(
  tx: Tx,
  places: readonly ResourcePlace[],
  now: Date,
): Promise<SeenPlace[]> {
  const today = dayOf(now);
  const tables = await timetablesByIds(tx, places.map(({ timetableId }) => timetableId)); // prettier-ignore
  const calendar = await calendarOf(tx, addDays(today, -1), addDays(today, daysKnown));
  const bookables = await bookablesOf(tx, { placeIds: places.map(({ id }) => id) });
  const counters = bookables.map(({ counterId }) => counterId);
  const uses = await usesOf(tx, counters, { from: now, until: null }, now);
  return places.flatMap((place) => {
    const timetable = tables.get(place.timetableId);
    if (!timetable) return [];
    const seen = bookables
      .filter(({ placeId }) => placeId === place.id)
      .map((one) => {
        const had = uses.filter(({ counterId }) => counterId === one.counterId);
        return { ...one, free: freeNow(one, timetable, calendar, had, now) };
      });
    const state = openState(timetable, now, calendar);
    return [{ place, timetable, calendar, state, bookables: seen }];
  });
}

/** The coming days when a place is open, today first, as far as one may book. */
export function openDays(
  { timetable, calendar }: Pick<SeenPlace, "timetable" | "calendar">,
  today: string,
  ahead: number,
  most: number,
): string[] {
  const days: string[] = [];
  for (let after = 0; after <= Math.min(ahead, daysKnown) && days.length < most; after += 1) {
    const day = addDays(today, after);
    if (openingsOn(timetable, day, calendar).length) days.push(day);
  }
  return days;
}
