import type { Tx } from "../../../platform/db/database.ts";
import { seasonOf } from "../../communes/index.ts";
import { addSeries, weekdayOf, type Pattern } from "../../scheduling/index.ts";
import { addDays } from "../../../platform/clock.ts";
import type { Activity } from "../record/fields.ts";
import { activityById } from "../record/queries.ts";
import { hoursOf } from "../record/series.ts";
import { addActivity } from "../record/add.ts";
import type { Hand } from "../record/history.ts";
import { addSlot, giveAddress, publishActivity } from "../record/write.ts";
import type { TakenUp } from "../codes.ts";

/**
 * Takes an activity up again in the season after its own: the same one with the same hours, moved by whole weeks; kept as
 * it is, it is shown at once, else it is a draft to correct. Breaks `activity_continued_once` when it was already taken up.
 */
export async function takeUp(
  tx: Tx,
  known: Activity,
  how: TakenUp,
  hand: Hand,
  today: string,
): Promise<string> {
  const season = (known.season ?? 0) + 1;
  const { id } = await addActivity(
    tx,
    {
      associationId: known.association.id,
      kind: "regular",
      season,
      fields: known.fields,
      continues: { id: known.id, takenUp: how },
    },
    hand,
  );
  await giveAddress(tx, known, id);
  const by = { actor: hand.actor, at: hand.at };
  for (const { slot, series } of (await hoursOf(tx, [known.id])).get(known.id) ?? []) {
    if (!goesOn(series, season - 1)) continue;
    const seriesId = await addSeries(tx, by, inSeason(series, season, today));
    await addSlot(tx, id, { ...slot, seriesId });
  }
  const made = await activityById(tx, id);
  if (how === "kept" && made) await publishActivity(tx, made, today, hand);
  return id;
}

/** Hours given up in the middle of the season are not those of the next one. */
const goesOn = (pattern: Pattern, season: number): boolean =>
  pattern.rhythm.kind !== "once" &&
  (pattern.lastDay === null || pattern.lastDay >= `${season + 1}-05-01`);

/** The same hours in a season: from its first days, on the same weekday when weeks alternate, to the same end a year later. */
export function inSeason(pattern: Pattern, season: number, today: string): Pattern {
  const { from, to } = seasonOf(season);
  const begins = from > today ? from : today;
  const alternates = pattern.rhythm.kind === "weekly" && pattern.rhythm.every > 1;
  const shift = alternates ? (weekdayOf(pattern.firstDay) - weekdayOf(begins) + 7) % 7 : 0;
  const lastDay = pattern.lastDay
    ? `${Number(pattern.lastDay.slice(0, 4)) + 1}${pattern.lastDay.slice(4)}`.replace(
        "-02-29",
        "-02-28",
      )
    : null;
  return {
    ...pattern,
    firstDay: addDays(begins, shift),
    lastDay: lastDay && lastDay < to ? lastDay : lastDay && to,
  };
}
