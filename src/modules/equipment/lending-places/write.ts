import type { Tx } from "../../../platform/db/database.ts";
import { saveTimetable, type Timetable } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";
import type { LendingPlace } from "./queries.ts";

export type PlaceTerms = Pick<LendingPlace, "slotMinutes" | "slotMost" | "words">;

/** Says that a place lends, or changes how; opens it again if it had stopped. */
export async function saveLendingPlace(
  tx: Tx,
  place: { placeId: string; known: LendingPlace | undefined; ownerId?: string },
  terms: PlaceTerms & { timetable: Timetable },
  hand: Hand,
): Promise<void> {
  const { placeId, known } = place;
  const timetableId = await saveTimetable(tx, known?.timetableId ?? null, terms.timetable, hand.at);
  const columns = {
    timetable_id: timetableId,
    slot_minutes: terms.slotMinutes,
    slot_most: terms.slotMost,
    words: terms.words,
    closed_at: null,
  };
  await tx
    .insertInto("lending_place")
    .values({
      place_id: placeId,
      owner_association_id: place.ownerId ?? null,
      ...columns,
      created_at: hand.at,
    })
    .onConflict((met) => met.columns(["commune_id", "place_id"]).doUpdateSet(columns))
    .execute();
  await note(tx, hand, "lending_place", placeId, known ? "edited" : "added");
}

/** Lends nothing more; what is promised there stays promised. */
export async function closeLendingPlace(tx: Tx, placeId: string, hand: Hand): Promise<void> {
  await tx
    .updateTable("lending_place")
    .set({ closed_at: hand.at })
    .where("place_id", "=", placeId)
    .execute();
  await note(tx, hand, "lending_place", placeId, "closed");
}
