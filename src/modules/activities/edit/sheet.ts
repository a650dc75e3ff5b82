import type { Ask } from "../../../platform/http/ask.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { seasonOf, seasonYear } from "../../communes/index.ts";
import { occurrencesBetween, patternWords, periodWords } from "../../scheduling/index.ts";
import { photoOf } from "../../communes/index.ts";
import type { Activity } from "../record/fields.ts";
import { placesOf } from "../record/queries.ts";
import { missingFor, notOver, waitsForSeason } from "../record/rules.ts";
import { elsewhereWords, hoursOf } from "../record/series.ts";
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
    hours: notOver(all, today).map((one) => ({
      seriesId: one.series.id,
      words: patternWords(t, lang, one.series),
      period: one.series.rhythm.kind === "once" ? undefined : periodWords(t, lang, one.series),
      place: elsewhereWords(one, places),
    })),
    dates: coming.slice(0, datesShown).map((date) => ({
      id: date.id,
      words: occurrenceWords(t, lang, date),
      state: date.state,
      notice: date.notice,
    })),
    photo: await photoOf(tx, activity.fields.photo),
    place: places.get(activity.fields.placeId ?? "")?.name,
    shownFrom: waitsForSeason(activity, seasonYear(today))
      ? seasonOf(activity.season ?? 0).from
      : undefined,
    missing: missingFor(
      activity,
      all.map(({ slot }) => slot),
    ),
  };
}
