import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken } from "../../people/index.ts";
import type { BookableKind, Bookers } from "../codes.ts";
import type { Bookable } from "./rules.ts";

/** What may be booked of some places: workstations, then rooms, by name. */
export async function bookablesOf(
  tx: Tx,
  asked: { placeIds?: readonly string[]; id?: string },
): Promise<Bookable[]> {
  const rows = await tx
    .selectFrom("bookable as b")
    .innerJoin("seat_counter as c", "c.counter_id", "b.counter_id")
    .selectAll("b")
    .select("c.capacity")
    .$if(
      asked.placeIds !== undefined,
      (query) =>
      query.where("b.resource_place_id", "=", sql<string>`any(${[...(asked.placeIds ?? [])]}::uuid[])`), // prettier-ignore
    )
    .$if(asked.id !== undefined, (query) => query.where("b.bookable_id", "=", asked.id ?? ""))
    .orderBy("b.kind", "desc")
    .orderBy(sql`lower(b.name)`)
    .execute();
  return rows.map((row) => ({
    id: row.bookable_id,
    placeId: row.resource_place_id,
    kind: row.kind as BookableKind,
    name: row.name,
    holds: row.holds,
    people: row.people,
    counterId: row.counter_id,
    units: row.capacity ?? 1,
    least: row.least_minutes,
    most: row.most_minutes,
    aheadDays: row.ahead_days,
    dailyMinutes: row.daily_minutes,
    who: row.who as Bookers,
    open: row.open,
    hourValueCents: row.hour_value_cents,
  }));
}

export type Booking = {
  id: string;
  bookableId: string;
  bookable: string;
  placeId: string;
  seatId: string;
  association: { id: string; name: string } | undefined;
  name: string | null;
  email: string | null;
  phone: string | null;
  purpose: string | null;
  lang: string;
  walkIn: boolean;
  from: Date;
  until: Date;
  /** Asked for, not had: they wait, or never had it. */
  waiting: boolean;
  /** Of who waits: when what is offered to them ends; nothing while nothing is. */
  offeredUntil: Date | null;
  ended: "them" | "desk" | "unanswered" | "late" | null;
  outsideSince: Date | null;
  purgedAt: Date | null;
  createdAt: Date;
};

type Asked = {
  id?: string;
  placeId?: string;
  /** Those that meet the time from an instant until another. */
  from?: Date;
  until?: Date;
  standing?: boolean;
  /** Those who wait, or those who have it; else both. */
  waiting?: boolean;
  /** Of somebody by their address, or of their associations. */
  mine?: { email: string; associationIds: readonly string[] };
  token?: string;
  email?: string;
  ids?: readonly string[];
  seatId?: string;
};

/** Bookings, in the order of their times. */
export async function bookingsOf(tx: Tx, asked: Asked): Promise<Booking[]> {
  const rows = await tx
    .selectFrom("booking as k")
    .innerJoin("bookable as b", "b.bookable_id", "k.bookable_id")
    .innerJoin("seat as s", "s.seat_id", "k.seat_id")
    .leftJoin("association as named", "named.association_id", "k.association_id")
    .leftJoin("association as a", (join) =>
      join.on(sql`a.association_id`, "=", sql`coalesce(named.merged_into, named.association_id)`),
    )
    .selectAll("k")
    .select(["s.state as seat", "s.expires_at", "a.association_id as holder"])
    .select(["b.name as bookable", "b.resource_place_id", "a.name as association"])
    .$if(asked.id !== undefined, (query) => query.where("k.booking_id", "=", asked.id ?? ""))
    .$if(asked.seatId !== undefined, (query) => query.where("k.seat_id", "=", asked.seatId ?? ""))
    .$if(asked.ids !== undefined, (query) =>
      query.where("k.booking_id", "=", sql<string>`any(${[...(asked.ids ?? [])]}::uuid[])`),
    )
    .$if(asked.placeId !== undefined, (query) =>
      query.where("b.resource_place_id", "=", asked.placeId ?? ""),
    )
    .$if(asked.from !== undefined, (query) =>
      query.where("k.ends_at", ">", asked.from ?? new Date(0)),
    )
    .$if(asked.until !== undefined, (query) =>
      query.where("k.starts_at", "<", asked.until ?? new Date(0)),
    )
    .$if(asked.standing === true, (query) => query.where("k.ended", "is", null))
    .$if(asked.waiting !== undefined, (query) =>
      query.where("k.waiting", "=", asked.waiting ?? false),
    )
    .$if(asked.mine !== undefined, (query) =>
      query.where(
        sql<boolean>`(k.email = ${asked.mine?.email ?? ""} or a.association_id = any(${[...(asked.mine?.associationIds ?? [])]}::uuid[]))`,
      ),
    )
    .$if(asked.token !== undefined, (query) =>
      query.where(sql<boolean>`${hashToken(asked.token ?? "")} = any(k.links)`),
    )
    .$if(asked.email !== undefined, (query) => query.where("k.email", "=", asked.email ?? ""))
    .orderBy("k.starts_at")
    .orderBy("b.name")
    .orderBy("k.booking_id")
    .execute();
  return rows.map((row) => ({
    id: row.booking_id,
    bookableId: row.bookable_id,
    bookable: row.bookable,
    placeId: row.resource_place_id,
    seatId: row.seat_id,
    association: row.holder === null ? undefined : { id: row.holder, name: row.association ?? "" },
    name: row.name,
    email: row.email,
    phone: row.phone,
    purpose: row.purpose,
    lang: row.lang,
    walkIn: row.walk_in,
    from: row.starts_at,
    until: row.ends_at,
    waiting: row.waiting,
    offeredUntil: row.seat === "offered" ? row.expires_at : null,
    ended: row.ended as Booking["ended"],
    outsideSince: row.outside_since,
    purgedAt: row.purged_at,
    createdAt: row.created_at,
  }));
}

/** Minutes somebody already has of something between two instants, by their address or their number. */
export async function minutesHad(
  tx: Tx,
  bookableId: string,
  who: { email: string | null; phone: string | null },
  { from, until }: { from: Date; until: Date },
): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(extract(epoch from ends_at - starts_at)) / 60, 0)::float8 as minutes from booking
    where bookable_id = ${bookableId} and ended is null and association_id is null and not waiting
      and starts_at >= ${from} and starts_at < ${until}
      and (email = ${who.email} or phone = ${who.phone})`.execute(tx);
  return rows[0]?.minutes ?? 0;
}

/** Whether they already wait for something at a time that meets this one. */
export async function waitsAlready(
  tx: Tx,
  bookableId: string,
  who: { email: string | null; phone: string | null },
  { from, until }: { from: Date; until: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom("booking")
    .select("booking_id")
    .where("bookable_id", "=", bookableId)
    .where("waiting", "=", true)
    .where("ended", "is", null)
    .where("starts_at", "<", until)
    .where("ends_at", ">", from)
    .where((eb) => eb.or([eb("email", "=", who.email), eb("phone", "=", who.phone)]))
    .executeTakeFirst();
  return row !== undefined;
}
