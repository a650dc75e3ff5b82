import { act, type Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import {
  changeCapacity,
  changeTerms,
  openCounter,
  type SeatRefusal,
} from "../../scheduling/index.ts";
import { owner, type Question } from "../codes.ts";
import type { Opening } from "./queries.ts";

/** What an association decides of registrations. */
export type Settings = {
  capacity: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  most: number;
  asked: readonly Question[];
  question: string | null;
  message: string | null;
  waiting: boolean;
  offerMinutes: number;
};

/** Who acts, and when. */
export type By = { actor: Actor; at: Date };

/** What it is opened for, and what people then know of when it takes place. */
export type OpenedFor = {
  activityId: string;
  occurrenceId: string | null;
  startsAt: Date | null;
  hours: string | null;
};

/** Opens registrations; opened already for the same, it is refused. */
export async function openRegistrations(
  tx: Tx,
  about: OpenedFor,
  settings: Settings,
  by: By,
): Promise<{ done: string } | { refused: "already_open" }> {
  return act(tx, { registration_opening_once: "already_open" as const }, async () => {
    const counterId = await openCounter(tx, owner, settings.capacity, termsOf(settings), by.at);
    const { opening_id: id } = await tx
      .insertInto("registration_opening")
      .values({
        activity_id: about.activityId,
        occurrence_id: about.occurrenceId,
        counter_id: counterId,
        told_starts_at: about.startsAt,
        told_hours: about.hours,
        ...columns(settings),
        created_at: by.at,
        changed_at: by.at,
      })
      .returning("opening_id")
      .executeTakeFirstOrThrow();
    await note(tx, about.activityId, by, "registration.opened", {
      date: about.startsAt?.toISOString() ?? null,
      capacity: [null, settings.capacity],
    });
    return id;
  });
}

/** Changes what was decided; a capacity below what is taken is refused. */
export async function changeOpening(
  tx: Tx,
  known: Opening,
  settings: Settings,
  by: By,
): Promise<{ done: true } | { refused: SeatRefusal }> {
  if (settings.capacity !== known.capacity) {
    const outcome = await changeCapacity(tx, known.counterId, settings.capacity, by.at);
    if ("refused" in outcome) return outcome;
  }
  const outcome = await changeTerms(tx, known.counterId, termsOf(settings), by.at);
  if ("refused" in outcome) return outcome;
  await tx
    .updateTable("registration_opening")
    .set({ ...columns(settings), changed_at: by.at })
    .where("opening_id", "=", known.id)
    .execute();
  await note(tx, known.activityId, by, "registration.settings", {
    capacity: [known.capacity, settings.capacity],
    waiting: [known.waiting, settings.waiting],
  });
  return { done: true };
}

/** Closes now, or opens again: until a moment, or without end. */
export async function changeEnd(
  tx: Tx,
  known: Opening,
  closesAt: Date | null,
  by: By,
): Promise<void> {
  await changeTerms(tx, known.counterId, { closesAt }, by.at);
  await tx
    .updateTable("registration_opening")
    .set({ cancelled_at: null, cancelled_word: null, changed_at: by.at })
    .where("opening_id", "=", known.id)
    .execute();
  const closes = closesAt !== null && closesAt <= by.at;
  await note(tx, known.activityId, by, closes ? "registration.closed" : "registration.reopened");
}

/** Notes that everything is cancelled, with a word. */
export async function markCancelled(
  tx: Tx,
  known: Opening,
  word: string | null,
  by: By,
): Promise<void> {
  await changeTerms(tx, known.counterId, { closesAt: by.at }, by.at);
  await tx
    .updateTable("registration_opening")
    .set({ cancelled_at: by.at, cancelled_word: word, changed_at: by.at })
    .where("opening_id", "=", known.id)
    .execute();
  await note(tx, known.activityId, by, "registration.all_cancelled", { word: word !== null });
}

const termsOf = ({ waiting, offerMinutes, closesAt }: Settings) => ({
  waiting,
  offerMinutes,
  closesAt,
});

const columns = ({ opensAt, most, asked, question, message }: Settings) => ({
  opens_at: opensAt,
  most,
  asked: [...asked],
  question,
  message,
});

const note = (
  tx: Tx,
  activityId: string,
  { actor, at }: By,
  action: string,
  change: Record<string, unknown> = {},
) => record(tx, { actor, at, subject: { kind: "activity", id: activityId }, action, change });
