import { act, type Tx } from "../../../platform/db/database.ts";
import { changeCapacity, changeTerms, openCounter } from "../../scheduling/index.ts";
import { owner } from "../codes.ts";
import { note, type By } from "../record/write.ts";
import type { Bookable } from "./rules.ts";

/** What is said of something one may book. */
export type BookableTerms = Omit<Bookable, "id" | "placeId" | "counterId">;

type Saved = { done: string } | { refused: "name_taken" | "units_taken" };

/** Adds something to book, with its counter. */
export async function addBookable(
  tx: Tx,
  placeId: string,
  terms: BookableTerms,
  by: By,
): Promise<Saved> {
  return act(tx, { bookable_name_once: "name_taken" as const }, async () => {
    const counter = await openCounter(tx, owner, terms.units, { waiting: true }, by.at);
    const { bookable_id: id } = await tx
      .insertInto("bookable")
      .values({
        ...columnsOf(terms),
        resource_place_id: placeId,
        counter_id: counter,
        created_at: by.at,
      })
      .returning("bookable_id")
      .executeTakeFirstOrThrow();
    await note(tx, placeId, by, "bookable.added", { bookable: id });
    return id;
  });
}

/** Changes what may be booked; never fewer alike than are booked at once. */
export async function changeBookable(
  tx: Tx,
  known: Bookable,
  terms: BookableTerms,
  by: By,
): Promise<Saved> {
  const outcome = await act(tx, { bookable_name_once: "name_taken" as const }, async () => {
    const changed = await changeCapacity(tx, known.counterId, terms.units, by.at);
    if ("refused" in changed) return undefined;
    // Those who wait for what is no longer booked are told; what was offered them stands.
    if (terms.open !== known.open)
      await changeTerms(tx, known.counterId, { closesAt: terms.open ? null : by.at }, by.at);
    await tx
      .updateTable("bookable")
      .set(columnsOf(terms))
      .where("bookable_id", "=", known.id)
      .execute();
    await note(tx, known.placeId, by, "bookable.changed", { bookable: known.id });
    return known.id;
  });
  if ("refused" in outcome) return outcome;
  return outcome.done === undefined ? { refused: "units_taken" } : { done: outcome.done };
}

const columnsOf = (terms: BookableTerms) => ({
  kind: terms.kind,
  name: terms.name,
  holds: terms.holds,
  people: terms.people,
  least_minutes: terms.least,
  most_minutes: terms.most,
  ahead_days: terms.aheadDays,
  daily_minutes: terms.dailyMinutes,
  who: terms.who,
  open: terms.open,
  hour_value_cents: terms.hourValueCents,
});
