import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { FeedRefusal, Marks } from "../reading/feed.ts";
import type { LeftOut } from "../reading/items.ts";

/** Why a neighbour was not read: its server, what it says, its being us, or too little left of it to be believed. */
export type Failure = FeedRefusal | "own" | "emptied";

export type NeighbourState = "rehearsed" | "followed" | "paused";

export type Neighbour = {
  id: string;
  name: string;
  address: string;
  state: NeighbourState;
  marks: Marks;
  digest: string;
  leftOut: LeftOut;
  readAt: Date;
  failure: Failure | null;
  failures: number;
  doubted: { at: Date; count: number } | null;
  /** Associations kept. */
  count: number;
};

/** Nights without an answer before people are told: a server may be away for one. */
export const patience = 3;

export async function neighboursOf(
  tx: Tx,
  only: { id?: string; address?: string; failing?: true } = {},
): Promise<Neighbour[]> {
  const rows = await tx
    .selectFrom("neighbour as n")
    .selectAll("n")
    .select((eb) =>
      eb
        .selectFrom("neighbour_association as a")
        .whereRef("a.neighbour_id", "=", "n.neighbour_id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("count"),
    )
    .$if(only.id !== undefined, (query) => query.where("n.neighbour_id", "=", only.id ?? ""))
    .$if(only.address !== undefined, (query) => query.where("n.address", "=", only.address ?? ""))
    .$if(only.failing === true, (query) =>
      query.where("n.failures", ">=", patience).where("n.state", "=", "followed"),
    )
    .orderBy("n.name")
    .orderBy("n.address")
    .execute();
  return rows.map((row) => ({
    id: row.neighbour_id,
    name: row.name,
    address: row.address,
    state: row.state as NeighbourState,
    marks: { etag: row.etag, lastModified: row.last_modified },
    digest: row.digest,
    leftOut: row.left_out as LeftOut,
    readAt: row.read_at,
    failure: row.failure as Failure | null,
    failures: row.failures,
    doubted:
      row.doubted_at && row.doubted_count !== null
        ? { at: row.doubted_at, count: row.doubted_count }
        : null,
    count: row.count ?? 0,
  }));
}

/** Holds a neighbour still: two readings of it write one after the other. */
export const lockNeighbour = (tx: Tx, id: string) =>
  tx
    .selectFrom("neighbour")
    .select("neighbour_id")
    .where("neighbour_id", "=", id)
    .forUpdate()
    .execute();

/** Keeps a list that was read, for an agent to look at; gives its identifier. */
export async function addNeighbour(
  tx: Tx,
  read: { name: string; address: string; marks: Marks; digest: string; leftOut: LeftOut },
  at: Date,
): Promise<string> {
  const { neighbour_id } = await tx
    .insertInto("neighbour")
    .values({
      name: read.name,
      address: read.address,
      state: "rehearsed",
      etag: read.marks.etag,
      last_modified: read.marks.lastModified,
      digest: read.digest,
      left_out: JSON.stringify(read.leftOut),
      read_at: at,
      tried_at: at,
      changed_at: at,
    })
    .returning("neighbour_id")
    .executeTakeFirstOrThrow();
  return neighbour_id;
}

export const setState = (tx: Tx, id: string, state: NeighbourState) =>
  tx
    .updateTable("neighbour")
    .set({ state, failure: null, failures: 0 })
    .where("neighbour_id", "=", id)
    .execute();

export const setName = (tx: Tx, id: string, name: string) =>
  tx.updateTable("neighbour").set({ name }).where("neighbour_id", "=", id).execute();

/** Read, or found to be the same. */
export const noteRead = (
  tx: Tx,
  id: string,
  at: Date,
  read?: { marks: Marks; digest: string; leftOut: LeftOut },
) =>
  tx
    .updateTable("neighbour")
    .set({
      read_at: at,
      tried_at: at,
      failure: null,
      failures: 0,
      doubted_at: null,
      doubted_count: null,
    })
    .$if(read !== undefined, (query) =>
      query.set({
        etag: read?.marks.etag ?? null,
        last_modified: read?.marks.lastModified ?? null,
        digest: read?.digest ?? "",
        left_out: JSON.stringify(read?.leftOut ?? {}),
        changed_at: sql`case when digest = ${read?.digest ?? ""} then changed_at else ${at} end`,
      }),
    )
    .where("neighbour_id", "=", id)
    .execute();

export const noteFailure = (tx: Tx, id: string, failure: Failure, at: Date) =>
  tx
    .updateTable("neighbour")
    .set((eb) => ({ failure, failures: eb("failures", "+", 1), tried_at: at }))
    .where("neighbour_id", "=", id)
    .execute();

/** Far fewer associations than are kept: since when, and how many now. */
export const noteDoubt = (tx: Tx, id: string, count: number, at: Date) =>
  tx
    .updateTable("neighbour")
    .set((eb) => ({
      doubted_count: count,
      doubted_at: eb.fn.coalesce("doubted_at", eb.val(at)),
    }))
    .where("neighbour_id", "=", id)
    .execute();

/** Stops following: its associations go with it. */
export const removeNeighbour = (tx: Tx, id: string) =>
  tx.deleteFrom("neighbour").where("neighbour_id", "=", id).execute();

/** Forgets what was looked at and never followed. */
export const forgetRehearsed = (tx: Tx, before: Date) =>
  tx
    .deleteFrom("neighbour")
    .where("state", "=", "rehearsed")
    .where("read_at", "<", before)
    .execute();
