import { act, type Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import {
  acceptOffer,
  joinWaiting,
  take,
  type SeatRefusal,
  type SeatState,
} from "../../scheduling/index.ts";
import type { By } from "../opening/write.ts";
import type { Opening } from "../opening/queries.ts";
import { contactKey, nameKey, type Contact } from "./contact.ts";
import { newCode } from "./links.ts";

/** What is asked by whoever answers for some people. */
export type Request = Contact & {
  people: readonly { name: string; age: number | null }[];
  answers: Record<string, string>;
  lang: string;
  madeBy: "resident" | "association";
  /** Whether they would wait if it is full. */
  wait: boolean;
};

export type Refusal = SeatRefusal | "twice";
export type Outcome<T> = { done: T } | { refused: Refusal };
export type Made = { id: string; state: SeatState };

/** Registers some people, or puts them on the waiting list; all of them or none. The same person twice is refused. */
export async function register(
  tx: Tx,
  opening: Opening,
  request: Request,
  by: By,
): Promise<Outcome<Made>> {
  const names = request.people.map(({ name }) => nameKey(name));
  if (await knownAmong(tx, opening.id, names, request)) return { refused: "twice" };
  // Two at once: the second is refused by the table, and the seats it took are given back with it.
  const outcome = await act(tx, { registrant_once: "twice" as const }, async () => {
    const seat = await seatFor(tx, opening, request, by.at);
    if ("refused" in seat) return seat;
    const { registration_id: id } = await tx
      .insertInto("registration")
      .values({
        opening_id: opening.id,
        seat_id: seat.id,
        code: await newCode(tx),
        email: request.email,
        phone: request.phone,
        answers: JSON.stringify(request.answers),
        lang: request.lang,
        made_by: request.madeBy,
        created_at: by.at,
        changed_at: by.at,
      })
      .returning("registration_id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("registrant")
      .values(
        request.people.map(({ name, age }, at) => ({
          registration_id: id,
          opening_id: opening.id,
          position: at + 1,
          name,
          age,
          name_key: nameKey(name),
          contact_key: contactKey(request),
        })),
      )
      .execute();
    const action = seat.state === "waiting" ? "registration.waiting" : "registration.made";
    await note(tx, id, by, action, { people: request.people.length });
    return { id, state: seat.state };
  });
  if ("refused" in outcome) return outcome;
  return "refused" in outcome.done ? outcome.done : { done: outcome.done };
}

/** Seats if there are enough; else, for who would wait, a place on the list. What is offered at once is theirs. */
async function seatFor(
  tx: Tx,
  { counterId }: Opening,
  { people, wait }: Request,
  now: Date,
): Promise<Made | { refused: SeatRefusal }> {
  const taken = await take(tx, counterId, people.length, now);
  if ("done" in taken) return { id: taken.done.id, state: "taken" };
  if (taken.refused !== "full" || !wait) return taken;
  const joined = await joinWaiting(tx, counterId, people.length, now);
  if ("refused" in joined) return joined;
  const { id, state } = joined.done;
  if (state !== "offered") return { id, state };
  const accepted = await acceptOffer(tx, id, now);
  return "refused" in accepted ? accepted : { id, state: "taken" };
}

/** Whether one of these names is registered already by the same address or the same number; another's is not said. */
export async function knownAmong(
  tx: Tx,
  openingId: string,
  names: readonly string[],
  { email, phone }: Contact,
  but?: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("registrant as p")
    .innerJoin("registration as r", "r.registration_id", "p.registration_id")
    .select("p.registrant_id")
    .where("p.opening_id", "=", openingId)
    .where("p.active", "=", true)
    .where("p.name_key", "in", [...names])
    .where((eb) =>
      eb.or([
        ...(email ? [eb("r.email", "=", email)] : []),
        ...(phone ? [eb("r.phone", "=", phone)] : []),
      ]),
    )
    .$if(but !== undefined, (query) => query.where("r.registration_id", "!=", but ?? ""))
    .executeTakeFirst();
  return row !== undefined;
}

/** One line of history: what happened and how many, never who. */
export const note = (
  tx: Tx,
  id: string,
  { actor, at }: By,
  action: string,
  change: Record<string, unknown> = {},
) => record(tx, { actor, at, subject: { kind: "registration", id }, action, change });
