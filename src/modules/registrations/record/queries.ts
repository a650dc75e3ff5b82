import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { hashToken } from "../../people/index.ts";
import type { SeatState } from "../../scheduling/index.ts";
import type { Ended } from "../codes.ts";

export type Registrant = { id: string; name: string; age: number | null };

/** One request: who answers for it, for whom, and where it stands. */
export type Registration = {
  id: string;
  openingId: string;
  seatId: string;
  code: string | null;
  email: string | null;
  phone: string | null;
  /** By question; `free` answers the association's own. */
  answers: Record<string, string>;
  lang: string;
  madeBy: "resident" | "association";
  ended: Ended | null;
  endedAt: Date | null;
  purgedAt: Date | null;
  createdAt: Date;
  people: Registrant[];
  quantity: number;
  state: SeatState;
  /** When what is offered ends. */
  expiresAt: Date | null;
  /** Offers left unanswered or told so far. */
  notices: number;
  /** Place in the waiting list, from 1; nothing when it does not wait. */
  place: number | null;
};

type Wanted =
  | { ids: readonly string[] }
  | { openingId: string }
  | { seatIds: readonly string[] }
  | { email: string };

/** Registrations: those that count in the order they came, those that wait in the order of the list, then what ended. */
export async function registrationsOf(tx: Tx, wanted: Wanted): Promise<Registration[]> {
  const { rows } = await sql<Registration>`
    select r.registration_id as id, r.opening_id as "openingId", r.seat_id as "seatId", r.code, r.email, r.phone, r.answers,
      r.lang, r.made_by as "madeBy", r.ended, r.ended_at as "endedAt", r.purged_at as "purgedAt", r.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.registrant_id, 'name', p.name, 'age', p.age) order by p.position)
        from registrant p where p.registration_id = r.registration_id), '[]') as people,
      s.quantity, s.state, s.expires_at as "expiresAt", s.notices,
      case when s.state = 'waiting' then (select count(*)::integer from seat o
        where o.counter_id = s.counter_id and o.state = 'waiting' and o.position <= s.position) end as place
    from registration r join seat s on s.seat_id = r.seat_id
    where ${condition(wanted)}
    order by r.ended is not null, s.state = 'waiting', case when s.state = 'waiting' then s.position end,
      r.created_at, r.registration_id`.execute(tx);
  return rows;
}

const condition = (wanted: Wanted) => {
  if ("ids" in wanted) return sql`r.registration_id = any(${[...wanted.ids]}::uuid[])`;
  if ("seatIds" in wanted) return sql`r.seat_id = any(${[...wanted.seatIds]}::uuid[])`;
  if ("email" in wanted) return sql`r.email = ${wanted.email}`;
  return sql`r.opening_id = ${wanted.openingId}`;
};

export const registrationById = async (tx: Tx, id: string): Promise<Registration | undefined> =>
  (await registrationsOf(tx, { ids: [id] }))[0];

/** The registration a link opens. */
export async function registrationByLink(tx: Tx, token: string): Promise<Registration | undefined> {
  const row = await tx
    .selectFrom("registration_link")
    .select("registration_id")
    .where("link_hash", "=", hashToken(token))
    .executeTakeFirst();
  return row && registrationById(tx, row.registration_id);
}

/** The registration of a code, for who knows the address or the number that goes with it. */
export async function registrationByCode(
  tx: Tx,
  code: string,
  contact: { email: string } | { phone: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("registration")
    .select("registration_id")
    .where("code", "=", code)
    .where(
      "email" in contact ? "email" : "phone",
      "=",
      "email" in contact ? contact.email : contact.phone,
    )
    .executeTakeFirst();
  return row?.registration_id;
}

/** Those who still count: registered, offered, waiting. */
export const standing = (all: readonly Registration[]): Registration[] =>
  all.filter(({ ended, purgedAt }) => ended === null && purgedAt === null);
