import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import type { Refused } from "../../../platform/mail.ts";
import { lockSeries, type Series } from "../series/queries.ts";
import { followableOf, type DatesOwner, type Followable } from "./followable.ts";
import { mailKind, writeTo, type Post } from "./letters.ts";
import {
  followersOf,
  forgetFollowers,
  forgetFollowersOf,
  keepKnown,
  knownOf,
  seenOf,
  seriesFollowed,
} from "./queries.ts";
import { knownFrom, newsOf, type News, type Seen } from "./rules.ts";

/** Dates to come told when the days and hours change. */
const shown = 6;

/**
 * Compares every series somebody follows with what they know of it, and tells them what differs in one letter. What is
 * changed and put back in between says nothing.
 */
export async function tellFollowers(
  house: House,
  communeId: number,
  owners: readonly DatesOwner[],
): Promise<void> {
  const now = house.clock.now();
  const ids = await house.database.read(communeId, seriesFollowed);
  for (const id of ids)
    await house.database.write(communeId, async (tx) => {
      const [series] = await lockSeries(tx, [id]);
      const about = await followableOf(tx, owners, id);
      if (!series || !about) return forgetFollowersOf(tx, id);
      if (about.shown) await tellSeries({ house, tx, communeId, now }, series, about);
    });
}

async function tellSeries(post: Post, series: Series, about: Followable): Promise<void> {
  const { tx, now } = post;
  const [known, seen] = [await knownOf(tx, series.id), await seenOf(tx, series, now)];
  const news = known ? newsOf(known, seen, now) : { hours: false, tidings: [] };
  const any = news.hours || news.tidings.length > 0;
  if (known && !any && known.untilDay === seen.untilDay) return;
  await keepKnown(tx, series.id, knownFrom(seen, known), now);
  if (any)
    await writeTo(post, await followersOf(tx, series.id), about, letterOf(series, seen, news, now));
}

const letterOf = (series: Series, { dates }: Seen, news: News, now: Date) => ({
  kind: "news" as const,
  news,
  pattern: series,
  next: dates
    .filter(({ startsAt }) => startsAt > now)
    .slice(0, shown)
    .map((one) => ({ ...one, cancelled: one.state === "cancelled" })),
});

/** Tells those who follow a series that it is over, for the room that removes it; they follow nothing any more. */
export async function endFollowing(post: Post, about: Followable): Promise<void> {
  const followers = await followersOf(post.tx, about.seriesId);
  await writeTo(post, followers, about, { kind: "ended" });
  await forgetFollowersOf(post.tx, about.seriesId);
}

/** Every five minutes what changed is told; every night those who follow nothing to come are forgotten. */
export const followerWork = (house: House, owners: readonly DatesOwner[]): Periodic[] => [
  {
    task: "followers_round",
    cron: "*/5 * * * *",
    run: (communeId) => tellFollowers(house, communeId, owners),
  },
  {
    task: "followers_retention",
    cron: "50 2 * * *",
    run: async (communeId) => {
      const now = house.clock.now();
      await house.database.write(communeId, (tx) => forgetFollowers(tx, now));
    },
  },
];

/** An address its mail server refuses for good follows nothing any more; `otherwise` is for mails of other kinds. */
export const followerMailRefused =
  (otherwise: Refused): Refused =>
  async (tx, to, kind) => {
    if (kind !== mailKind) return otherwise(tx, to, kind);
    await tx.deleteFrom("date_follower").where("email", "=", to.trim().toLowerCase()).execute();
  };
