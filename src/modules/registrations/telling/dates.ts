import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { activityById, hoursOf, type Activity } from "../../activities/index.ts";
import { changeTerms, occurrencesBetween } from "../../scheduling/index.ts";
import type { Tiding } from "../codes.ts";
import { hoursInWords } from "../opening/about.ts";
import { lockedOpening, openingsStanding, type DatedOpening } from "../opening/queries.ts";
import { registrationsOf, standing } from "../record/queries.ts";
import { tell, type Said } from "./letters.ts";

/** How far ahead people are told of a changed date of a season: sooner, it may change again. */
const daysAhead = 60;

/**
 * Compares what takes place with what those registered were told, whatever door the change came by (a screen, a file, a
 * holiday), and tells them what differs. A change taken back before it was told says nothing.
 */
export async function tellChanges(house: House, communeId: number): Promise<void> {
  const now = house.clock.now();
  const ids = await house.database.read(communeId, openingsStanding);
  for (const id of ids)
    await house.database.write(communeId, async (tx) => {
      const opening = await lockedOpening(tx, id);
      const activity = opening && (await activityById(tx, opening.activityId));
      if (!opening || !activity) return;
      const news = await newsOf({ house, tx, now }, opening, activity);
      if (!news.length) return;
      const people = standing(await registrationsOf(tx, { openingId: id }));
      for (const { what, ...said } of news) await tell(house, tx, people, what, { ...said, now });
    });
}

type News = { what: Tiding } & Said;
type Work = { house: House; tx: Tx; now: Date };

async function newsOf(work: Work, opening: DatedOpening, activity: Activity): Promise<News[]> {
  const stopped = activity.state === "stopped";
  if (stopped !== (opening.toldState === "stopped")) {
    await keep(work, opening, { told_state: stopped ? "stopped" : "planned" });
    return [{ what: stopped ? "stopped" : "back" }];
  }
  if (stopped) return [];
  return opening.occurrenceId === null
    ? [...(await hoursNews(work, opening)), ...(await seasonNews(work, opening))]
    : dateNews(work, opening);
}

/** The one date it is for: cancelled, moved, or back. */
async function dateNews(work: Work, opening: DatedOpening): Promise<News[]> {
  const { date, toldState, toldStartsAt } = opening;
  if (toldStartsAt && toldStartsAt <= work.now && !date) return [];
  const state = date?.state ?? "gone";
  const moved = date !== undefined && toldStartsAt?.getTime() !== date.startsAt.getTime();
  if (state === toldState && !moved) return [];
  if (date && date.startsAt <= work.now) return [];
  await keep(work, opening, {
    told_state: state,
    told_starts_at: date?.startsAt ?? toldStartsAt,
  });
  // Registrations that ended with the date end with it where it is now.
  if (date && moved && toldStartsAt && opening.closesAt?.getTime() === toldStartsAt.getTime())
    await changeTerms(work.tx, opening.counterId, { closesAt: date.startsAt }, work.now);
  const word = date?.notice ?? null;
  if (isOff(state))
    return isOff(toldState) ? [] : [{ what: "date_cancelled", moment: toldStartsAt, word }];
  const moment = date?.startsAt ?? null;
  if (moved) return [{ what: "date_moved", moment, word }];
  return isOff(toldState) ? [{ what: "date_back", moment, word }] : [];
}

const isOff = (state: string): boolean => state === "cancelled" || state === "gone";

/** The days and hours of a season are no longer those they know. */
async function hoursNews(work: Work, opening: DatedOpening): Promise<News[]> {
  const { tx, house, now } = work;
  const speaking = { tx, t: house.words("fr"), lang: "fr", now } as const;
  const hours = (await hoursInWords(speaking, opening.activityId)).join("\n");
  if (!hours || hours === opening.toldHours) return [];
  await keep(work, opening, { told_hours: hours });
  return opening.toldHours === null ? [] : [{ what: "hours" }];
}

/** Dates of a season cancelled, moved or back, in the weeks to come. */
async function seasonNews(work: Work, opening: DatedOpening): Promise<News[]> {
  const { tx, now } = work;
  const hours = (await hoursOf(tx, [opening.activityId])).get(opening.activityId) ?? [];
  const today = dayOf(now);
  const series = hours.map((one) => one.series.id);
  const dates = await occurrencesBetween(tx, series, today, addDays(today, daysAhead));
  const told = await tx
    .selectFrom("registration_date_told")
    .select(["occurrence_id", "state", "starts_at"])
    .where("opening_id", "=", opening.id)
    .execute();
  const news: News[] = [];
  for (const date of dates.filter(({ startsAt }) => startsAt > now)) {
    const known = told.find((one) => one.occurrence_id === date.id);
    const same =
      known?.state === date.state && known.starts_at.getTime() === date.startsAt.getTime();
    if (same || (date.state === "planned" && !known)) continue;
    await tx
      .deleteFrom("registration_date_told")
      .where("opening_id", "=", opening.id)
      .where("occurrence_id", "=", date.id)
      .execute();
    if (date.state !== "planned")
      await tx
        .insertInto("registration_date_told")
        .values({
          opening_id: opening.id,
          occurrence_id: date.id,
          state: date.state,
          starts_at: date.startsAt,
        })
        .execute();
    const what = ({ planned: "date_back", moved: "date_moved", cancelled: "date_cancelled" } as const)[date.state]; // prettier-ignore
    news.push({ what, moment: date.startsAt, word: date.notice });
  }
  return news;
}

type Kept = { told_state?: string; told_starts_at?: Date | null; told_hours?: string };

const keep = ({ tx }: Work, { id }: DatedOpening, set: Kept) =>
  tx.updateTable("registration_opening").set(set).where("opening_id", "=", id).execute();
