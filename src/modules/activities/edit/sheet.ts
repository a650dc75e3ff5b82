import type { Ask } from "../../../platform/http/ask.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { occurrencesBetween, patternWords, periodWords } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { placesOf } from "../record/queries.ts";
import { missingFor, notOver } from "../record/rules.ts";
import { hoursOf } from "../record/series.ts";
import { occurrenceWords } from "../words.ts";

/** Dates shown on a sheet. */
const datesShown = 8;

/** What the sheet of an activity shows besides itself; one that stopped has no dates to come. */
export async function sheetOf({ tx, t, lang, now }: Ask, activity: Activity) {
  const today = dayOf(now);
  const all = (await hoursOf(tx, [activity.id])).get(activity.id) ?? [];
  const places = await placesOf(
    tx,
    [activity.fields.placeId, ...all.map(({ slot }) => slot.placeId)].filter((id) => id !== null),
  );
  const coming =
    activity.state === "stopped"
      ? []
      : await occurrencesBetween(
          tx,
          all.map(({ series }) => series.id),
          today,
          addDays(today, 370),
        );
  return {
    hours: notOver(all, today).map(({ slot, series }) => ({
      seriesId: series.id,
      words: patternWords(t, lang, series),
      period: series.rhythm.kind === "once" ? undefined : periodWords(t, lang, series),
      place:
        [places.get(slot.placeId ?? "")?.name, slot.placeDetail].filter(Boolean).join(", ") ||
        undefined,
    })),
    dates: coming.slice(0, datesShown).map((date) => ({
      id: date.id,
      words: occurrenceWords(t, lang, date),
      state: date.state,
      notice: date.notice,
    })),
    place: places.get(activity.fields.placeId ?? "")?.name,
    missing: missingFor(
      activity.fields,
      all.map(({ slot }) => slot),
    ),
  };
}
