import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { publish } from "../../communes/index.ts";
import { note, type Hand } from "../journal.ts";
import type { Kit, KitFields } from "./queries.ts";

const refusals = { equipment_kit_name_once: "name_taken" as const };

/** Adds a kit; its name is used once in the commune. */
export async function addKit(
  tx: Tx,
  fields: KitFields,
  hand: Hand,
): Promise<{ done: string } | { refused: "name_taken" }> {
  const outcome = await act(tx, refusals, async () => {
    const { kit_id: id } = await tx
      .insertInto("equipment_kit")
      .values({ ...columns(fields), created_at: hand.at, changed_at: hand.at })
      .returning("kit_id")
      .executeTakeFirstOrThrow();
    await writeLines(tx, id, fields);
    return id;
  });
  if ("done" in outcome) await told(tx, outcome.done, "added", hand);
  return outcome;
}

/** Writes what a kit is; "moved" when somebody changed it meanwhile. */
export async function saveKit(
  tx: Tx,
  kit: Kit,
  fields: KitFields,
  revision: number,
  hand: Hand,
): Promise<{ done: true } | { refused: "name_taken" | "moved" }> {
  const outcome = await act(tx, refusals, async () => {
    const { numUpdatedRows } = await tx
      .updateTable("equipment_kit")
      .set({ ...columns(fields), changed_at: hand.at })
      .set({ revision: sql`revision + 1` })
      .where("kit_id", "=", kit.id)
      .where("revision", "=", revision)
      .executeTakeFirst();
    if (!Number(numUpdatedRows)) return false;
    await tx.deleteFrom("kit_line").where("kit_id", "=", kit.id).execute();
    await writeLines(tx, kit.id, fields);
    return true;
  });
  if ("refused" in outcome) return outcome;
  if (!outcome.done) return { refused: "moved" };
  await told(tx, kit.id, "edited", hand);
  return { done: true };
}

/** Forgets a kit; what was asked with it stays asked. */
export async function removeKit(tx: Tx, id: string, hand: Hand): Promise<void> {
  await tx.deleteFrom("equipment_kit").where("kit_id", "=", id).execute();
  await told(tx, id, "removed", hand);
}

const columns = (fields: KitFields) => ({
  name: fields.name,
  purpose: fields.purpose,
  for_support_points: fields.forSupportPoints,
  tools: [...fields.tools],
  state: fields.shown ? "shown" : "hidden",
});

const writeLines = (tx: Tx, id: string, { lines }: KitFields) =>
  tx
    .insertInto("kit_line")
    .values(lines.map(({ modelId, quantity }) => ({ kit_id: id, model_id: modelId, quantity })))
    .execute();

async function told(tx: Tx, id: string, action: string, hand: Hand): Promise<void> {
  await note(tx, hand, "kit", id, action);
  await publish(tx);
}
