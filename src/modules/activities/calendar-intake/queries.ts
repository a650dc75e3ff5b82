import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Image } from "./apply.ts";
import type { Read } from "./rules.ts";

export const outcomes = ["added", "changed", "cancelled", "unchanged", "kept", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

/** A calendar file brought for an association. */
export type Calendar = {
  id: string;
  state: "rehearsed" | "applied" | "undone";
  events: Read[];
  /** What became of each event when it was applied, by UID. */
  outcomes: Record<string, Outcome>;
  image: Image | null;
  appliedAt: Date | null;
  /** Where it was read, to be followed once accepted. */
  address: string | null;
};

export async function keepCalendar(
  tx: Tx,
  associationId: string,
  events: readonly Read[],
  at: Date,
  address: string | null = null,
): Promise<string> {
  const row = await tx
    .insertInto("activity_calendar")
    .values({ association_id: associationId, events: JSON.stringify(events), made_at: at, address })
    .returning("calendar_id")
    .executeTakeFirstOrThrow();
  return row.calendar_id;
}

/** What was rehearsed before dates could be cancelled says nothing of it. */
const notCancelled = { cancelled: [], allCancelled: false };

/** The calendar, held until the transaction ends when it is about to be written. */
export async function calendarOf(
  tx: Tx,
  associationId: string,
  id: string,
  lock = false,
): Promise<Calendar | undefined> {
  const row = await tx
    .selectFrom("activity_calendar")
    .selectAll()
    .where("association_id", "=", associationId)
    .where("calendar_id", "=", id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      id: row.calendar_id,
      state: row.state as Calendar["state"],
      events: ((row.events ?? []) as unknown as Read[]).map((read) =>
        "refused" in read ? read : { ...notCancelled, ...read },
      ),
      outcomes: row.outcomes as Calendar["outcomes"],
      image: row.image as unknown as Image | null,
      appliedAt: row.applied_at,
      address: row.address,
    }
  );
}

/** What is known of the events of an association's calendars, by UID; `theirs` when a person has changed one since. */
export async function knownEvents(tx: Tx, associationId: string) {
  const { rows } = await sql<{
    uid: string;
    activityId: string;
    digest: string;
    followedId: string | null;
    theirs: boolean;
  }>`
    select e.uid, e.activity_id as "activityId", e.digest, e.followed_id as "followedId", exists (
      select from journal j where j.at > e.written_at and (
        (j.subject_kind = 'activity' and j.subject_id = e.activity_id::text)
        or (j.subject_kind = 'series' and j.subject_id in (
          select s.series_id::text from activity_slot s where s.activity_id = e.activity_id)))) as theirs
    from activity_calendar_event e where e.association_id = ${associationId}`.execute(tx);
  return new Map(rows.map((row) => [row.uid, row]));
}
export type Known =
  Awaited<ReturnType<typeof knownEvents>> extends Map<string, infer K> ? K : never;

/** What becomes of an event: its UID tells it, what a person changed here is kept. */
export function outcomeOf(read: Read, known: Known | undefined): Outcome {
  if ("refused" in read) return "refused";
  if (!known) return read.allCancelled ? "refused" : "added";
  if (known.digest === read.digest) return "unchanged";
  if (known.theirs) return "kept";
  return read.allCancelled ? "cancelled" : "changed";
}

/** Forgets what files said, brought before a moment. */
export const forgetCalendars = (tx: Tx, before: Date) =>
  sql`update activity_calendar set events = null, image = null
    where made_at < ${before} and events is not null`.execute(tx);
