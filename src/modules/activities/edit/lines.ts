import type { Ask } from "../../../platform/http/ask.ts";
import { dayOf } from "../../../platform/clock.ts";
import { seasonPrepared, seasonYear } from "../../communes/index.ts";
import { patternWords } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, placesOf } from "../record/queries.ts";
import { notOver } from "../record/rules.ts";
import { elsewhereWords, hoursOf } from "../record/series.ts";
import type { Line } from "./list-page.tsx";
import type { Programme } from "./programme.ts";

/** Activities of a season: regular ones of that year, events that are not over with it. */
const ofSeason = (all: readonly Activity[], year: number, eventYears: Map<string, number>) =>
  all.filter((one) => (one.season ?? eventYears.get(one.id) ?? year) === year);

/** What the list of a programme shows of the season asked for. */
export async function listOf(ask: Ask, programme: Programme) {
  const current = seasonYear(programme.today);
  const prepared = seasonPrepared(programme.today);
  const all = await activitiesOf(ask.tx, { associationId: programme.id });
  const lines = await linesOf(ask, all);
  const eventYears = new Map(
    lines.flatMap(({ activity, firstDay }) =>
      activity.season === null && firstDay ? [[activity.id, seasonYear(firstDay)] as const] : [],
    ),
  );
  const seasons = [
    ...new Set([current, ...all.flatMap(({ season }) => season ?? []), ...eventYears.values()]),
  ].sort((one, other) => other - one);
  const wanted = Number(ask.query.get("saison"));
  const season = seasons.includes(wanted) ? wanted : current;
  const shown = new Set(ofSeason(all, season, eventYears).map(({ id }) => id));
  return {
    season,
    seasons,
    lines: lines.filter(({ activity }) => shown.has(activity.id)),
    prepared,
    toRenew: toTakeUp(all, prepared).length,
  };
}

/** Published activities of the season before the one prepared that nobody has taken up nor stopped. */
export const toTakeUp = (all: readonly Activity[], season: number): Activity[] => {
  const taken = new Set(all.flatMap(({ continuesId }) => continuesId ?? []));
  return all.filter(
    (one) => one.season === season - 1 && one.state === "published" && !taken.has(one.id),
  );
};

/** Activities with their hours and their place in words. */
export async function linesOf(
  { tx, t, lang, now }: Pick<Ask, "tx" | "t" | "lang" | "now">,
  activities: readonly Activity[],
): Promise<(Line & { firstDay: string | undefined })[]> {
  const hours = await hoursOf(
    tx,
    activities.map(({ id }) => id),
  );
  const places = await placesOf(
    tx,
    [
      ...activities.map(({ fields }) => fields.placeId),
      ...[...hours.values()].flat().map(({ slot }) => slot.placeId),
    ].filter((id) => id !== null),
  );
  return activities.map((activity) => {
    const known = hours.get(activity.id) ?? [];
    return {
      activity,
      hours: notOver(known, dayOf(now)).map((one) =>
        [patternWords(t, lang, one.series), elsewhereWords(one, places)].filter(Boolean).join(", "),
      ),
      place:
        places.get(activity.fields.placeId ?? "")?.name ?? activity.fields.placeDetail ?? undefined,
      firstDay: known.map(({ series }) => series.firstDay).sort()[0],
    };
  });
}
