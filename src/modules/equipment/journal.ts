import type { Tx } from "../../platform/db/database.ts";
import { record, recordAll, type Actor } from "../journal/index.ts";

/** Who acts, and when. */
export type Hand = { actor: Actor; at: Date };

/** What of equipment has a history. */
export type Kept =
  | "model"
  | "kit"
  | "part"
  | "upkeep"
  | "pool"
  | "unit"
  | "loan"
  | "rules"
  | "lending_place"
  | "convention";

/** One line of history: what was done to what, in the transaction that does it. */
export const note = (
  tx: Tx,
  { actor, at }: Hand,
  kind: Kept,
  id: string,
  action: string,
  change: Record<string, unknown> = {},
): Promise<string> =>
  record(tx, { actor, at, subject: { kind, id }, action: `${kind}.${action}`, change });

/** The same of many at once. */
export const noteAll = (
  tx: Tx,
  { actor, at }: Hand,
  kind: Kept,
  action: string,
  done: readonly { id: string; change: Record<string, unknown> }[],
): Promise<string[]> =>
  recordAll(
    tx,
    done.map(({ id, change }) => ({
      actor,
      at,
      subject: { kind, id },
      action: `${kind}.${action}`,
      change,
    })),
  );
