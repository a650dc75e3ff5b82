import { act, type Tx } from "../../../platform/db/database.ts";
import { acceptOffer, cancelSeat, lessenSeat } from "../../scheduling/index.ts";
import type { Ended } from "../codes.ts";
import type { By } from "../opening/write.ts";
import { contactKey, nameKey, type Contact } from "./contact.ts";
import type { Registration } from "./queries.ts";
import { knownAmong, note, type Outcome } from "./register.ts";

/** Gives back the seats, the offer or the place on the list; what it frees is offered at once to who waits. */
export async function cancel(
  tx: Tx,
  known: Registration,
  ended: Ended,
  by: By,
): Promise<Outcome<true>> {
  const outcome = await cancelSeat(tx, known.seatId, by.at);
  if ("refused" in outcome) return outcome;
  await markEnded(tx, [known.id], ended, by.at);
  await note(tx, known.id, by, "registration.cancelled", { people: known.quantity, by: ended });
  return { done: true };
}

/** Says yes to an offer. */
export async function accept(tx: Tx, known: Registration, by: By): Promise<Outcome<true>> {
  const outcome = await acceptOffer(tx, known.seatId, by.at);
  if ("refused" in outcome) return outcome;
  await answered(tx, [known.id], by.at);
  await note(tx, known.id, by, "registration.accepted", { people: known.quantity });
  return { done: true };
}

/** Notes that registrations are over; nobody is called about them any more, and the same people may come again. */
export async function markEnded(
  tx: Tx,
  ids: readonly string[],
  ended: Ended,
  at: Date,
): Promise<void> {
  if (!ids.length) return;
  await tx
    .updateTable("registration")
    .set({ ended, ended_at: at, changed_at: at })
    .where("registration_id", "in", [...ids])
    .execute();
  await tx
    .updateTable("registrant")
    .set({ active: false })
    .where("registration_id", "in", [...ids])
    .execute();
  await answered(tx, ids, at);
}

/** What they were to be called about is no more to be said. */
export async function answered(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable("registration_call")
    .set({ done_at: at })
    .where("registration_id", "in", [...ids])
    .where("done_at", "is", null)
    .execute();
}

export type Correction = Contact & {
  people: readonly { id: string; name: string; age: number | null }[];
  /** Who does not come any more, somebody else does. */
  leaving: readonly string[];
  answers: Record<string, string>;
};

/** Some do not come, somebody still does: their seats are given back, the others keep theirs or their place on the list. */
export async function leaveOut(
  tx: Tx,
  known: Registration,
  ids: readonly string[],
  by: By,
): Promise<Outcome<true>> {
  if (!ids.length) return { done: true };
  const leaving = await tx
    .selectFrom("registrant")
    .select("registrant_id")
    .where("registration_id", "=", known.id)
    .where("registrant_id", "in", [...ids])
    .forUpdate()
    .execute();
  // Said twice, once is enough.
  if (!leaving.length) return { done: true };
  const outcome = await lessenSeat(tx, known.seatId, leaving.length, by.at);
  if ("refused" in outcome) return outcome;
  await tx.deleteFrom("registrant").where("registrant_id", "in", [...ids]).where("registration_id", "=", known.id).execute(); // prettier-ignore
  await note(tx, known.id, by, "registration.lessened", { people: leaving.length });
  return { done: true };
}

/** Corrects names, contact and answers of the people given. */
export async function correct(
  tx: Tx,
  known: Registration,
  to: Correction,
  by: By,
): Promise<Outcome<true>> {
  const names = to.people.map(({ name }) => nameKey(name));
  if (known.ended === null && (await knownAmong(tx, known.openingId, names, to, known.id)))
    return { refused: "twice" };
  const outcome = await act(tx, { registrant_once: "twice" as const }, async () => {
    const left = await leaveOut(tx, known, to.leaving, by);
    if ("refused" in left) return left;
    await tx
      .updateTable("registration")
      .set({
        email: to.email,
        phone: to.phone,
        answers: JSON.stringify(to.answers),
        changed_at: by.at,
      })
      .where("registration_id", "=", known.id)
      .execute();
    for (const { id, name, age } of to.people)
      await tx
        .updateTable("registrant")
        .set({ name, age, name_key: nameKey(name), contact_key: contactKey(to) })
        .where("registrant_id", "=", id)
        .where("registration_id", "=", known.id)
        .execute();
    await note(tx, known.id, by, "registration.corrected");
    return { done: true as const };
  });
  return "refused" in outcome ? outcome : outcome.done;
}

/** Forgets names, contact, answers, links and calls; the seat stays, to be counted. */
export async function purge(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (!ids.length) return;
  for (const table of ["registrant", "registration_link", "registration_call"] as const)
    await tx
      .deleteFrom(table)
      .where("registration_id", "in", [...ids])
      .execute();
  await tx
    .updateTable("registration")
    .set({ email: null, phone: null, code: null, answers: "{}", purged_at: at, changed_at: at })
    .where("registration_id", "in", [...ids])
    .execute();
}

/** Erases at somebody's own wish: what is to come is cancelled first, and the mails they were sent go too. */
export async function erase(tx: Tx, known: Registration, by: By): Promise<void> {
  if (known.ended === null) await cancel(tx, known, "resident", by);
  await purge(tx, [known.id], by.at);
  await note(tx, known.id, by, "registration.erased", { people: known.quantity });
}
