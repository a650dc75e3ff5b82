import { createHash } from "node:crypto";
import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { publishedActivityIds, type PublishedActivity } from "../../activities/index.ts";
import { listedIds, listingsOf } from "../../directory/index.ts";
import { scheduledSession, sessionSeries, type Making } from "./items.ts";
import { sliced } from "../serving/slices.ts";
import { sessionsAhead } from "./reading.ts";

export type Feed = "association" | "activity" | "session_series" | "scheduled_session";

/** Every minute, what changed since the last time is noted; nothing is read when nothing was published. */
export const notingWork = (house: House): Periodic[] => [
  {
    task: "open_data_changes",
    cron: "* * * * *",
    run: async (communeId) => {
      await noteChanges(house, communeId);
    },
  },
];

/** Whether something was looked at: what is published has moved, or another day has begun. */
export async function noteChanges(
  { database, clock, words }: Pick<House, "database" | "clock" | "words">,
  communeId: number,
): Promise<boolean> {
  const now = clock.now();
  const today = dayOf(now);
  const isNew = await database.read(communeId, (tx) => somethingNew(tx, today));
  if (!isNew) return false;
  await database.write(communeId, async (tx) => {
    // One noting at a time: the next waits here, and its items come later than all of these.
    await sql`insert into open_data_state default values on conflict do nothing`.execute(tx);
    await sql`select from open_data_state for update`.execute(tx);
    // Read before what is published: what moves meanwhile is looked at again, never missed.
    const { version } = await tx
      .selectFrom("content_version")
      .select("version")
      .executeTakeFirstOrThrow();
    const making: Making = { t: words("fr"), origin: "", commune: "", insee: undefined };
    await sql`create temporary table if not exists noted (feed text not null, id uuid not null, digest text not null) on commit drop`.execute(
      tx,
    );
    for await (const prints of fingerprints(tx, making, today)) await stage(tx, prints);
    await keep(tx, now);
    await tx
      .updateTable("open_data_state")
      .set({ noted_version: version, noted_on: today, noted_at: now })
      .execute();
  });
  return true;
}

async function somethingNew(tx: Tx, today: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select s.noted_version = c.version and s.noted_on = ${today} as same
    from content_version c left join open_data_state s on true`.execute(tx);
  return rows[0]?.same !== true;
}

type Print = { feed: Feed; id: string; digest: string };

/** What may be read of each thing, as a fingerprint: the same as long as it reads the same. */
async function* fingerprints(tx: Tx, making: Making, today: string): AsyncGenerator<Print[]> {
  for (const ids of sliced(await listedIds(tx)))
    yield (await listingsOf(tx, ids, today)).map((listing) => {
      // Being confirmed, or growing old, is not being changed; texts in other languages are not in the feed.
      const { confirmed: _, level: __, reachable: ___, texts: ____, ...told } = listing;
      return { feed: "association", id: listing.id, digest: digestOf(told) };
    });
  for (const ids of sliced(await publishedActivityIds(tx, today))) {
    const { rows, sessions } = await sessionsAhead(tx, today, ids);
    yield rows.flatMap((row) => activityPrints(making, row));
    yield sessions.map((session) => ({
      feed: "scheduled_session",
      id: session.occurrence.id,
      digest: digestOf(scheduledSession("", session)),
    }));
  }
}

/** Of an activity, and of each of its hours. */
function activityPrints(making: Making, row: PublishedActivity): Print[] {
  const { id, slug, kind, season, fields, association } = row.activity;
  const { contactName: _, ...told } = fields;
  const hours = row.hours.map((one) => sessionSeries(making, { row, hours: one }));
  return [
    { feed: "activity", id, digest: digestOf({ slug, kind, season, told, association, hours }) },
    ...row.hours.map(({ series }, i) => ({
      feed: "session_series" as const,
      id: series.id,
      digest: digestOf(hours[i]),
    })),
  ];
}

async function stage(tx: Tx, prints: readonly Print[]): Promise<void> {
  await sql`insert into noted select feed, id, digest
    from jsonb_to_recordset(${JSON.stringify(prints)}::jsonb) p (feed text, id uuid, digest text)`.execute(
    tx,
  );
}

const digestOf = (told: unknown): string =>
  createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 22);

const day = 86_400_000;
/** How long what is gone is still told of: a harvester away longer must read the feed from its beginning. */
const goneDays = { told: 400, session: 30 };

/** Notes what is new, changed, back or gone of what was staged, all at one moment later than any before. */
async function keep(tx: Tx, now: Date): Promise<void> {
  const { rows } = await sql<{
    last: number | null;
  }>`select max(modified) as last from published_item`.execute(tx);
  const modified = Math.max(now.getTime(), (rows[0]?.last ?? 0) + 1);
  await sql`
    insert into published_item (feed, item_id, digest, modified, first_at)
    select feed, id, digest, ${modified}, to_timestamp(${modified}::bigint / 1000.0) from noted
    on conflict (commune_id, feed, item_id) do update
      set digest = excluded.digest, modified = excluded.modified, gone = false
      where published_item.gone or published_item.digest <> excluded.digest`.execute(tx);
  await sql`
    update published_item set gone = true, modified = ${modified}
    where not gone and not exists (
      select from noted p where p.feed = published_item.feed and p.id = published_item.item_id)`.execute(
    tx,
  );
  await sql`
    delete from published_item where gone and modified < ${now.getTime()} - ${day} *
      case when feed = 'scheduled_session' then ${goneDays.session}::bigint else ${goneDays.told}::bigint end`.execute(
    tx,
  );
}
