import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { OutsideRefusal } from "../../../platform/outside.ts";
import type { CalendarRefusal } from "../../scheduling/index.ts";

/** Why a calendar followed was not read: its server, what it says, or too little left of it to be believed. */
export type Failure = OutsideRefusal | CalendarRefusal | "emptied";

export type Followed = {
  id: string;
  associationId: string;
  /** Its name. */
  association: string;
  address: string;
  paused: boolean;
  etag: string | null;
  lastModified: string | null;
  readAt: Date;
  failure: Failure | null;
  failures: number;
};

/** Nights without an answer before people are told: a server may be away for one. */
export const patience = 3;

export async function followedOf(
  tx: Tx,
  only: { associationId?: string; id?: string; failing?: true } = {},
): Promise<Followed[]> {
  const rows = await tx
    .selectFrom("followed_calendar")
    .innerJoin("association as a", "a.association_id", "followed_calendar.association_id")
    .selectAll("followed_calendar")
    .select("a.name as association")
    // What a record merged into another followed too is read once, for the other.
    .where("a.merged_into", "is", null)
    .$if(only.associationId !== undefined, (query) =>
      query.where("followed_calendar.association_id", "=", only.associationId ?? ""),
    )
    .$if(only.id !== undefined, (query) => query.where("followed_id", "=", only.id ?? ""))
    .$if(only.failing === true, (query) =>
      query.where("failures", ">=", patience).where("paused", "=", false),
    )
    .orderBy("address")
    .execute();
  return rows.map((row) => ({
    id: row.followed_id,
    associationId: row.association_id,
    association: row.association,
    address: row.address,
    paused: row.paused,
    etag: row.etag,
    lastModified: row.last_modified,
    readAt: row.read_at,
    failure: row.failure as Failure | null,
    failures: row.failures,
  }));
}

/** Follows an address from now on; one followed already goes on. */
export async function follow(
  tx: Tx,
  associationId: string,
  address: string,
  at: Date,
): Promise<string> {
  const { followed_id } = await tx
    .insertInto("followed_calendar")
    .values({ association_id: associationId, address, read_at: at, tried_at: at })
    .onConflict((conflict) =>
      conflict
        .constraint("followed_calendar_once")
        .doUpdateSet({ paused: false, failure: null, failures: 0, read_at: at, tried_at: at }),
    )
    .returning("followed_id")
    .executeTakeFirstOrThrow();
  return followed_id;
}

export const setPaused = (tx: Tx, id: string, paused: boolean) =>
  tx
    .updateTable("followed_calendar")
    .set({ paused, failure: null, failures: 0 })
    .where("followed_id", "=", id)
    .execute();

/** Read, or found to be the same. */
export const noteRead = (
  tx: Tx,
  id: string,
  at: Date,
  marks: { etag?: string | null; lastModified?: string | null } = {},
) =>
  tx
    .updateTable("followed_calendar")
    .set({ read_at: at, tried_at: at, failure: null, failures: 0 })
    .$if("etag" in marks, (query) =>
      query.set({ etag: marks.etag ?? null, last_modified: marks.lastModified ?? null }),
    )
    .where("followed_id", "=", id)
    .execute();

export const noteFailure = (tx: Tx, id: string, failure: Failure, at: Date) =>
  tx
    .updateTable("followed_calendar")
    .set((eb) => ({ failure, failures: eb("failures", "+", 1), tried_at: at }))
    .where("followed_id", "=", id)
    .execute();

/** Stops following; the activities given go with it. Says how many went. */
export async function stopFollowing(tx: Tx, id: string, going: readonly string[]): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("activity")
    .where("activity_id", "=", sql<string>`any(${[...going]}::uuid[])`)
    .executeTakeFirst();
  await tx.deleteFrom("followed_calendar").where("followed_id", "=", id).execute();
  return Number(numDeletedRows);
}
