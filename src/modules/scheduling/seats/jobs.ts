import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Job, Periodic } from "../../../platform/jobs.ts";
import { settle, turn } from "./settle.ts";

/** What the owner has to say to whoever waits. */
export type Told = {
  seatId: string;
  counterId: string;
  quantity: number;
  /** Of an offer: which one it is, and when it ends. */
  notice: number;
  until: Date | null;
  /** Of who left the list: three offers without answer, or the counter closed. Withdrawn: what was offered is no longer there. */
  why: "offered" | "unanswered" | "closed" | "withdrawn";
};

/** A room that opens counters, and its words to those who wait; called once for each thing to say, in the transaction that notes it. */
export type SeatOwner = {
  owner: string;
  onOffered: (tx: Tx, offered: readonly Told[], at: Date) => Promise<void>;
  /** Where what is there is said (`sayPresent`): what was told as offered no longer is, they wait where they were. */
  onWithdrawn?: (tx: Tx, withdrawn: readonly Told[], at: Date) => Promise<void>;
  onLeft: (tx: Tx, left: readonly Told[], at: Date) => Promise<void>;
};

/** After each change that has something to say: the owner's words, whatever transaction the change came from. */
export const seatJobs = (
  house: Pick<House, "database" | "clock">,
  owners: readonly SeatOwner[],
): Job[] => [
  {
    task: "seats_tell",
    run: (communeId, payload) =>
      house.database.write(communeId, (tx) =>
        tell(tx, owners, String(payload["counter"]), house.clock.now()),
      ),
  },
];

/** Every five minutes: holds and offers whose time is over free their seats, and the next ones are offered them. */
export const seatWork = (house: House): Periodic[] => [
  { task: "seats_round", cron: "*/5 * * * *", run: (communeId) => settleDue(house, communeId) },
];

/** Settles every counter of a commune where time has changed something, each in its own transaction. */
export async function settleDue(
  { database, clock }: Pick<House, "database" | "clock">,
  communeId: number,
): Promise<void> {
  const now = clock.now();
  const due = await database.read(communeId, (tx) => countersDue(tx, now));
  for (const id of due) await database.write(communeId, (tx) => settle(tx, id, now));
}

async function countersDue(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ counter_id: string }>`
    select counter_id from seat where state in ('held', 'offered') and expires_at <= ${now}
    union
    select counter_id from seat where state = 'waiting' and from_at > '-infinity' and from_at <= ${now}
    union
    select c.counter_id from seat_counter c where c.closes_at <= ${now}
      and exists (select from seat s where s.counter_id = c.counter_id and s.state = 'waiting')`.execute(
    tx,
  );
  return rows.map((row) => row.counter_id);
}

async function tell(
  tx: Tx,
  owners: readonly SeatOwner[],
  counterId: string,
  now: Date,
): Promise<void> {
  if (!(await turn(tx, counterId))) return;
  // An offer that ended before it could be told is not told: the next round gives it back its place.
  const { rows } = await sql<Told & { owner: string }>`
    update seat s set notices = s.notices + (s.to_tell = 'offered')::integer, to_tell = null
    from seat_counter c, seat before
    where s.counter_id = ${counterId} and c.counter_id = s.counter_id and before.seat_id = s.seat_id
      and s.to_tell is not null and (s.expires_at is null or s.expires_at > ${now})
    returning c.owner, s.seat_id as "seatId", s.counter_id as "counterId", s.quantity, s.notices as notice,
      s.expires_at as until, before.to_tell as why`.execute(tx);
  const name = rows[0]?.owner;
  if (name === undefined) return;
  const owner = owners.find((one) => one.owner === name);
  if (!owner) throw new Error(`no room speaks for the seats of ${name}`);
  const which = (...whys: Told["why"][]) => rows.filter(({ why }) => whys.includes(why));
  const [offered, withdrawn] = [which("offered"), which("withdrawn")];
  const left = which("unanswered", "closed");
  if (withdrawn.length) await owner.onWithdrawn?.(tx, withdrawn, now);
  if (offered.length) await owner.onOffered(tx, offered, now);
  if (left.length) await owner.onLeft(tx, left, now);
}
