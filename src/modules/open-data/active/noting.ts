import { createHash } from "node:crypto";
import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { listedIds, listingsOf } from "../../directory/index.ts";
import { scheduledSession, sessionSeries, type Making } from "./items.ts";
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
    await keep(tx, await fingerprints(tx, making, today), now);
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
async function fingerprints(tx: Tx, making: Making, today: string): Promise<Print[]> {
  const prints: Print[] = [];
  const add = (feed: Feed, id: string, told: unknown) =>
    void prints.push({ feed, id, digest: digestOf(told) });
  const listed = await listedIds(tx);
  for (let from = 0; from < listed.length; from += 500)
    for (const listing of await listingsOf(tx, listed.slice(from, from + 500), today)) {
      // Being confirmed, or growing old, is not being changed.
      const { confirmed: _, level: __, reachable: ___, ...told } = listing;
      add("association", listing.id, told);
    }
  const { rows, sessions } = await sessionsAhead(tx, today);
  for (const row of rows) {
    const { slug, kind, season, fields, association } = row.activity;
    const { contactName: _, ...told } = fields;
    const hours = row.hours.map((one) => sessionSeries(making, { row, hours: one }));
    add("activity", row.activity.id, { slug, kind, season, told, association, hours });
    for (const [i, one] of row.hours.entries()) add("session_series", one.series.id, hours[i]);
  }
  for (const session of sessions)
    add("scheduled_session", session.occurrence.id, scheduledSession("", session));
  return prints;
}

const digestOf = (told: unknown): string =>
  createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 22);

const day = 86_400_000;
/** How long what is gone is still told of: a harvester away longer must read the feed from its beginning. */
const goneDays = { told: 400, session: 30 };

/** Notes what is new, changed, back or gone, all at one moment later than any before. */
async function keep(tx: Tx, prints: readonly Print[], now: Date): Promise<void> {
  const { rows } = await sql<{
    last: number | null;
  }>`select max(modified) as last from published_item`.execute(tx);
  const modified = Math.max(now.getTime(), (rows[0]?.last ?? 0) + 1);
  const seen = JSON.stringify(prints);
  await sql`
    insert into published_item (feed, item_id, digest, modified, first_at)
    select feed, id, digest, ${modified}, to_timestamp(${modified}::bigint / 1000.0) from jsonb_to_recordset(${seen}::jsonb) p (feed text, id uuid, digest text)
    on conflict (commune_id, feed, item_id) do update
      set digest = excluded.digest, modified = excluded.modified, gone = false
      where published_item.gone or published_item.digest <> excluded.digest`.execute(tx);
  await sql`
    update published_item set gone = true, modified = ${modified}
    where not gone and not exists (
      select from jsonb_to_recordset(${seen}::jsonb) p (feed text, id uuid)
      where p.feed = published_item.feed and p.id = published_item.item_id)`.execute(tx);
  await sql`
    delete from published_item where gone and modified < ${now.getTime()} - ${day} *
      case when feed = 'scheduled_session' then ${goneDays.session}::bigint else ${goneDays.told}::bigint end`.execute(
    tx,
  );
}
