import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Lang, Translate } from "../../../platform/i18n/index.ts";
import { activityById, hoursOf, notOver, occurrenceWords, type Activity } from "../../activities/index.ts"; // prettier-ignore
import { patternWords } from "../../scheduling/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import type { DatedOpening } from "./queries.ts";
import { standingOf, type Standing } from "./rules.ts";

/** An opening with its activity, and when it takes place in words. */
export type About = {
  opening: DatedOpening;
  activity: Activity;
  when: string[];
  standing: Standing;
};

type Speaking = { tx: Tx; t: Translate; lang: Lang; now: Date };

/** Undefined when its activity is no more. */
export async function aboutOpening(
  { tx, t, lang, now }: Speaking,
  opening: DatedOpening,
  known?: Activity,
): Promise<About | undefined> {
  const activity = known ?? (await activityById(tx, opening.activityId));
  if (!activity) return undefined;
  const { date, occurrenceId, toldStartsAt } = opening;
  const when = date
    ? [occurrenceWords(t, lang, date)]
    : occurrenceId !== null
      ? toldStartsAt
        ? [momentWords(lang, toldStartsAt, true)]
        : []
      : await hoursInWords({ tx, t, lang, now }, activity.id);
  const published = activity.state === "published";
  const standing = standingOf(opening, { forDate: occurrenceId !== null, date, published }, now);
  return { opening, activity, when, standing };
}

/** The regular hours of an activity, or the days of an event. */
export async function hoursInWords(
  { tx, t, lang, now }: Speaking,
  activityId: string,
): Promise<string[]> {
  const hours = (await hoursOf(tx, [activityId])).get(activityId) ?? [];
  return notOver(hours, dayOf(now)).map(({ series }) => patternWords(t, lang, series));
}
