import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Lang } from "../../../platform/i18n/index.ts";
import { retention } from "../../../platform/retention.ts";
import { hashToken, newToken } from "../../people/index.ts";
import { columnsOf, lockSeries, occurrencesBetween, type Series } from "../series/queries.ts";
import { daysAhead, knownFrom, type Known, type KnownDate, type Seen } from "./rules.ts";

/** Somebody who follows a series, or asked to. */
export type Follower = {
  id: string;
  seriesId: string;
  email: string;
  lang: Lang;
  confirmed: boolean;
};

const columns = ["follower_id", "series_id", "email", "lang", "confirmed_at"] as const;
type Row = { follower_id: string; series_id: string; email: string; lang: string; confirmed_at: Date | null }; // prettier-ignore
const typed = (row: Row): Follower => ({
  id: row.follower_id,
  seriesId: row.series_id,
  email: row.email,
  lang: row.lang as Lang,
  confirmed: row.confirmed_at !== null,
});

/** Notes that an address asks to follow a series; one that does already stays as it is. */
export async function askToFollow(
  tx: Tx,
  asked: { seriesId: string; email: string; lang: Lang },
  at: Date,
): Promise<Follower> {
  const row = await tx
    .insertInto("date_follower")
    .values({ series_id: asked.seriesId, email: asked.email, lang: asked.lang, asked_at: at })
    .onConflict((conflict) =>
      conflict.constraint("date_follower_once").doUpdateSet({
        asked_at: at,
        lang: sql`case when date_follower.confirmed_at is null then excluded.lang else date_follower.lang end`,
      }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return typed(row);
}

/** Makes one more link for a letter; gives its secret. Only the hash is kept. */
export async function newLink(tx: Tx, id: string): Promise<string> {
  const token = newToken();
  await tx
    .updateTable("date_follower")
    .set({ links: sql`links || array[${hashToken(token)}]` })
    .where("follower_id", "=", id)
    .execute();
  return token;
}

/** Whose link it is; one that never confirmed does not last. */
export async function followerOf(tx: Tx, token: string, now: Date): Promise<Follower | undefined> {
  const row = await tx
    .selectFrom("date_follower")
    .select(columns)
    .where(sql<boolean>`${hashToken(token)} = any(links)`)
    .where((eb) =>
      eb.or([eb("confirmed_at", "is not", null), eb("asked_at", ">", unconfirmedBefore(now))]),
    )
    .executeTakeFirst();
  return row && typed(row);
}

/** They follow from now on: they know the dates as they are. */
export async function confirmFollower(tx: Tx, { id, seriesId }: Follower, at: Date): Promise<void> {
  const [series] = await lockSeries(tx, [seriesId]);
  const before = await followersOf(tx, seriesId);
  await tx
    .updateTable("date_follower")
    .set({ confirmed_at: sql`coalesce(confirmed_at, ${at})` })
    .where("follower_id", "=", id)
    .execute();
  // What those who left knew is old: it would be told as news.
  if (series && !before.length)
    await keepKnown(tx, seriesId, knownFrom(await seenOf(tx, series, at), undefined), at);
}

/** They follow no more: nothing of them is kept. */
export const stopFollower = (tx: Tx, { id }: Pick<Follower, "id">) =>
  tx.deleteFrom("date_follower").where("follower_id", "=", id).execute();

/** Those who follow a series, in the order they began. */
export async function followersOf(tx: Tx, seriesId: string): Promise<Follower[]> {
  const rows = await tx
    .selectFrom("date_follower")
    .select(columns)
    .where("series_id", "=", seriesId)
    .where("confirmed_at", "is not", null)
    .orderBy("confirmed_at")
    .orderBy("follower_id")
    .execute();
  return rows.map(typed);
}

/** Every series somebody follows. */
export async function seriesFollowed(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct series_id as id from date_follower where confirmed_at is not null order by 1`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Days of a series looked at: as far as it has its dates. */
const daysSeen = 600;

/** How a series stands. */
export async function seenOf(tx: Tx, series: Series, now: Date): Promise<Seen> {
  const today = dayOf(now);
  return {
    pattern: JSON.stringify(columnsOf(series)),
    dates: await occurrencesBetween(tx, [series.id], today, addDays(today, daysSeen)),
    untilDay: addDays(today, daysAhead),
  };
}

export async function knownOf(tx: Tx, seriesId: string): Promise<Known | undefined> {
  const row = await tx
    .selectFrom("date_told")
    .select(["pattern", "dates", "until_day"])
    .where("series_id", "=", seriesId)
    .executeTakeFirst();
  return (
    row && {
      pattern: row.pattern,
      dates: row.dates as unknown as KnownDate[],
      untilDay: row.until_day,
    }
  );
}

export async function keepKnown(tx: Tx, seriesId: string, known: Known, at: Date): Promise<void> {
  const row = {
    pattern: known.pattern,
    dates: JSON.stringify(known.dates),
    until_day: known.untilDay,
    told_at: at,
  };
  await tx
    .insertInto("date_told")
    .values({ series_id: seriesId, ...row })
    .onConflict((conflict) => conflict.columns(["commune_id", "series_id"]).doUpdateSet(row))
    .execute();
}

/** Nobody follows a series any more: it is over, or was removed. */
export async function forgetFollowersOf(tx: Tx, seriesId: string): Promise<void> {
  await tx.deleteFrom("date_follower").where("series_id", "=", seriesId).execute();
  await tx.deleteFrom("date_told").where("series_id", "=", seriesId).execute();
}

const unconfirmedBefore = (now: Date): Date => addHours(now, -24 * retention.unconfirmedDays);
const addHours = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

/** Forgets who never confirmed, who follows what has had no date for a time, and what nobody follows. */
export async function forgetFollowers(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom("date_follower")
    .where("confirmed_at", "is", null)
    .where("asked_at", "<=", unconfirmedBefore(now))
    .execute();
  await sql`
    delete from date_follower f where confirmed_at < ${addHours(now, -24 * retention.followedDays)}
      and not exists (select from occurrence o where o.commune_id = f.commune_id and o.series_id = f.series_id
        and o.ends_at > ${addHours(now, -24 * retention.followedDays)})`.execute(tx);
  await sql`
    delete from date_told t where not exists (select from date_follower f
      where f.commune_id = t.commune_id and f.series_id = t.series_id and f.confirmed_at is not null)`.execute(
    tx,
  );
}
