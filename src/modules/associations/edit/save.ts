import { act, type Tx } from "../../../platform/db/database.ts";
import { historyOf } from "../../journal/index.ts";
import type { Field, Patch, Situation } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { changedMeanwhile, differences } from "../record/rules.ts";
import { writeAll, type Origin } from "../record/write.ts";

export type Saved =
  { saved: boolean } | { refused: "rna_taken" | "siret_taken" } | { conflict: Conflict };

/** What someone else wrote in the same part since the form was opened. */
export type Conflict = {
  situation: Situation;
  fields: Field[];
  by: string | null;
  at: Date;
};

const taken = {
  association_rna_unique: "rna_taken",
  association_siret_unique: "siret_taken",
} as const;

/**
 * Saves one part of a record. `base` is what the part said when its form was opened, at `revision`: when someone changed
 * it meanwhile nothing is written and the second person is told what changed.
 */
export async function saveSection(
  tx: Tx,
  edit: { id: string; patch: Patch; base: Patch; revision: number },
  origin: Origin,
): Promise<Saved | undefined> {
  const situation = await situationOf(tx, edit.id, true);
  if (!situation) return undefined;
  const moved =
    situation.revision === edit.revision ? [] : changedMeanwhile(edit.base, situation.record);
  if (moved.length) return { conflict: await conflictOf(tx, situation, moved) };
  const changes = differences(situation.record, edit.patch);
  const outcome = await act(tx, taken, () =>
    writeAll(tx, [{ id: edit.id, changes }], origin, "association.edited"),
  );
  return "refused" in outcome ? outcome : { saved: outcome.done.length > 0 };
}

async function conflictOf(tx: Tx, situation: Situation, fields: Field[]): Promise<Conflict> {
  const lines = await historyOf(tx, "association", situation.id, 20);
  const line = lines.find((one) => fields.some((field) => field in one.change)) ?? lines[0];
  return {
    situation,
    fields,
    by: line?.actorName ?? null,
    at: line?.at ?? situation.updatedAt,
  };
}
