import { addDays } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { calendarOf, instantOf, timetablesByIds } from "../../scheduling/index.ts";
import { slotsOn } from "../asking/hours.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { handOversAt, slotKey, type Loan } from "./queries.ts";

/** The hours left on a day at the place of a loan. */
export async function slotsLeft(
  ask: Pick<Ask, "tx" | "now">,
  loan: Pick<Loan, "placeId">,
  day: string,
) {
  const [place] = await lendingPlacesOf(ask.tx, loan.placeId);
  const timetable = place && (await timetablesByIds(ask.tx, [place.timetableId])).get(place.timetableId); // prettier-ignore
  if (!place || !timetable) return undefined;
  const calendar = await calendarOf(ask.tx, day, day);
  const [from, until] = [addDays(day, -1), addDays(day, 2)].map((one) => new Date(`${one}T00:00:00Z`)); // prettier-ignore
  const met = await handOversAt(
    ask.tx,
    { places: [place.placeId] },
    from ?? ask.now,
    until ?? ask.now,
  );
  const slots = slotsOn({ timetable, slotMinutes: place.slotMinutes }, day, calendar).filter(
    (minute) => {
      const at = instantOf(timetable.zone, day, minute);
      return at > ask.now && (met.get(slotKey(place.placeId, at)) ?? 0) < place.slotMost;
    },
  );
  return { slots, slotMost: place.slotMost, slotMinutes: place.slotMinutes, zone: timetable.zone };
}
