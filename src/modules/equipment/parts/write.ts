import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";
import type { MoveKind, Part, PartFields } from "./queries.ts";

const refusals = { spare_part_name_once: "name_taken" as const };

/** Adds a part, none of it yet; its name is used once at a place. */
export async function addPart(
  tx: Tx,
  fields: PartFields,
  hand: Hand,
): Promise<{ done: string } | { refused: "name_taken" }> {
  const outcome = await act(tx, refusals, async () => {
    const { part_id: id } = await tx
      .insertInto("spare_part")
      .values({ ...columns(fields), created_at: hand.at, changed_at: hand.at })
      .returning("part_id")
      .executeTakeFirstOrThrow();
    await writeModels(tx, id, fields);
    return id;
  });
  if ("done" in outcome) await note(tx, hand, "part", outcome.done, "added");
  return outcome;
}

/** Writes what a part is; how many there are is said by what is done with it. */
export async function savePart(
  tx: Tx,
  id: string,
  fields: PartFields,
  hand: Hand,
): Promise<{ done: string } | { refused: "name_taken" }> {
  const outcome = await act(tx, refusals, async () => {
    await tx
      .updateTable("spare_part")
      .set({ ...columns(fields), changed_at: hand.at })
      .where("part_id", "=", id)
      .execute();
    await tx.deleteFrom("spare_part_model").where("part_id", "=", id).execute();
    await writeModels(tx, id, fields);
    return id;
  });
  if ("done" in outcome) await note(tx, hand, "part", id, "edited");
  return outcome;
}

/** Keeps a part no more; what was done with it stays written. */
export async function endPart(tx: Tx, id: string, hand: Hand): Promise<void> {
  await tx.updateTable("spare_part").set({ ended_at: hand.at }).where("part_id", "=", id).execute();
  await note(tx, hand, "part", id, "ended");
}

export type NewMove = { kind: MoveKind; quantity: number; unitId: string | null; by: string };

/** Writes what was done with a part. More than there is cannot be used: the column refuses it, whoever comes first. */
export const movePart = (
  tx: Tx,
  { id }: Pick<Part, "id">,
  { kind, quantity, unitId, by }: NewMove,
  hand: Hand,
) =>
  act(tx, { spare_part_in_stock_real: "not_so_many" as const }, async () => {
    const { rows } = await sql<{ before: number; now: number }>`
      with known as (select part_id, in_stock from spare_part where part_id = ${id} for update)
      update spare_part s set changed_at = ${hand.at}, in_stock = case ${kind}
        when 'used' then known.in_stock - ${quantity}::integer
        when 'received' then known.in_stock + ${quantity}::integer
        else ${quantity}::integer end
      from known where s.part_id = known.part_id
      returning known.in_stock as before, s.in_stock as now`.execute(tx);
    const [counted] = rows;
    if (!counted) throw new Error("no such part");
    await tx
      .insertInto("spare_part_move")
      .values({
        part_id: id,
        kind,
        change: counted.now - counted.before,
        in_stock: counted.now,
        unit_id: kind === "used" ? unitId : null,
        at: hand.at,
        moved_by: by,
      })
      .execute();
  });

const columns = ({ name, placeId, shelf, threshold }: PartFields) => ({
  name,
  place_id: placeId,
  shelf,
  threshold,
});

async function writeModels(tx: Tx, id: string, { modelIds }: PartFields): Promise<void> {
  if (!modelIds.length) return;
  await tx
    .insertInto("spare_part_model")
    .values(modelIds.map((modelId) => ({ part_id: id, model_id: modelId })))
    .execute();
}
