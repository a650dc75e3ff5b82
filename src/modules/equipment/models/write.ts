import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { freeSlug, slugOf } from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { note, type Hand } from "../journal.ts";
import type { Model, ModelFields } from "./queries.ts";

/** Adds a model, hidden until it is shown; gives its identifier. */
export async function addModel(
  tx: Tx,
  fields: ModelFields,
  hand: Hand,
  ownerId?: string,
): Promise<string> {
  const { model_id: id } = await tx
    .insertInto("equipment_model")
    .values({
      ...columns(fields),
      slug: await freeAddress(tx, fields.name),
      owner_association_id: ownerId ?? null,
      state: "hidden",
      created_at: hand.at,
      changed_at: hand.at,
    })
    .returning("model_id")
    .executeTakeFirstOrThrow();
  await writePieces(tx, id, fields);
  await note(tx, hand, "model", id, "added");
  return id;
}

/** Writes what a model is; false when somebody changed it meanwhile. */
export async function saveModel(
  tx: Tx,
  model: Model,
  fields: ModelFields,
  revision: number,
  hand: Hand,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("equipment_model")
    .set({ ...columns(fields), changed_at: hand.at })
    .set({ revision: sql`revision + 1` })
    .where("model_id", "=", model.id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await tx.deleteFrom("model_piece").where("model_id", "=", model.id).execute();
  await writePieces(tx, model.id, fields);
  await note(tx, hand, "model", model.id, "edited");
  if (model.state === "shown") await publish(tx);
  return true;
}

/** Shows a model to those who borrow, or no longer; what is promised stays promised. `withheld`: the town hall says so of what is not its own. */
export async function showModel(
  tx: Tx,
  id: string,
  state: "shown" | "hidden" | "withheld",
  hand: Hand,
): Promise<void> {
  await tx
    .updateTable("equipment_model")
    .set({
      state: state === "shown" ? "shown" : "hidden",
      withheld_at: state === "withheld" ? hand.at : null,
      changed_at: hand.at,
    })
    .where("model_id", "=", id)
    .execute();
  await note(tx, hand, "model", id, state);
  await publish(tx);
}

/** Shows another photo, or none; the one from before is kept to be put back. */
export async function changePhoto(
  tx: Tx,
  model: Model,
  photo: string | null,
  hand: Hand,
): Promise<void> {
  const before = model.photo?.id ?? null;
  if (photo === before) return;
  await tx
    .updateTable("equipment_model")
    .set({ photo_file_id: photo, photo_before_id: before, changed_at: hand.at })
    .where("model_id", "=", model.id)
    .execute();
  await note(tx, hand, "model", model.id, "pictured");
  if (model.state === "shown") await publish(tx);
}

const columns = (fields: ModelFields) => ({
  name: fields.name,
  category: fields.category,
  purpose: fields.purpose,
  notice: fields.notice,
  value_cents: fields.valueCents,
  day_value_cents: fields.dayValueCents,
  holds_data: fields.holdsData,
  checklist: fields.checklist,
  decision: fields.decision,
  longest_days: fields.longestDays,
  lead_open_days: fields.leadOpenDays,
  buffer_minutes: fields.bufferMinutes,
  on_site_only: fields.onSiteOnly,
  owner_rules: fields.ownerRules,
});

async function writePieces(tx: Tx, id: string, { pieces }: ModelFields): Promise<void> {
  if (!pieces.length) return;
  await tx
    .insertInto("model_piece")
    .values(pieces.map((piece, position) => ({ model_id: id, position, ...piece })))
    .execute();
}

/** Words of addresses under `/materiel` that are not of a model. */
const reserved = ["demande"];

/** The first address free: its name, then its name and a number. */
async function freeAddress(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name) || "materiel";
  const rows = await tx
    .selectFrom("equipment_model")
    .select("slug")
    .where(sql<boolean>`starts_with(slug, ${base})`)
    .execute();
  return freeSlug(base, new Set([...reserved, ...rows.map(({ slug }) => slug)]));
}
