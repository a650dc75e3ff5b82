import type { Ask } from "../../../platform/http/ask.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { endSeries, occurrencesBetween, patternWords } from "../../scheduling/index.ts";
import type { Activity, Slot } from "../record/fields.ts";
import { placesOf, slotsOf } from "../record/queries.ts";
import { knownSeries } from "../record/series.ts";
import { missingFor } from "../record/rules.ts";
import { occurrenceWords } from "../words.ts";
import { byOf, type Programme } from "./programme.ts";

/** Dates shown on a sheet. */
const datesShown = 8;

/** What the sheet of an activity shows besides itself. */
export async function sheetOf({ tx, t, lang, now }: Ask, activity: Activity) {
  const slots = (await slotsOf(tx, [activity.id])).get(activity.id) ?? [];
  const ids = slots.map(({ seriesId }) => seriesId);
  const series = await knownSeries(tx, ids);
  const placeIds = [activity.fields.placeId, ...slots.map(({ placeId }) => placeId)];
  const places = await placesOf(
    tx,
    placeIds.filter((id) => id !== null),
  );
  const today = dayOf(now);
  const coming = (await occurrencesBetween(tx, ids, today, addDays(today, 370))).slice(
    0,
    datesShown,
  );
  const elsewhere = (slot: Slot) => [places.get(slot.placeId ?? "")?.name, slot.placeDetail].filter(Boolean).join(", ") || undefined; // prettier-ignore
  return {
    hours: slots.flatMap((slot) => {
      const pattern = series.get(slot.seriesId);
      return pattern
        ? [
            {
              seriesId: slot.seriesId,
              words: patternWords(t, lang, pattern),
              place: elsewhere(slot),
            },
          ]
        : [];
    }),
    dates: coming.map((date) => ({
      id: date.id,
      words: occurrenceWords(t, lang, date),
      state: date.state,
      notice: date.notice,
    })),
    place: places.get(activity.fields.placeId ?? "")?.name,
    missing: missingFor(activity.fields, slots),
  };
}

/** Ends every series of an activity that stops: nothing more takes place after today. */
export async function endAll(ask: Ask, programme: Programme, activityId: string): Promise<void> {
  const slots = (await slotsOf(ask.tx, [activityId])).get(activityId) ?? [];
  for (const { seriesId } of slots)
    await endSeries(ask.tx, byOf(programme), seriesId, programme.today);
}
