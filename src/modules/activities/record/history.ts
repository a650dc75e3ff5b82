import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor, type Entry } from "../../journal/index.ts";
import type { Source } from "../codes.ts";
import { personalFields } from "./fields.ts";
import type { Changes } from "./rules.ts";

/** Who writes, when, and for whom. */
export type Hand = { actor: Actor; at: Date; source: Source };

/** Writes the line of history of a change. */
export async function note(
  tx: Tx,
  id: string,
  hand: Hand,
  action: string,
  changes: Changes,
  more: Record<string, unknown> = {},
): Promise<void> {
  await record(tx, entryOf(id, hand, action, changes, more));
}

/** The line of history of a change; what is about a person stays apart. */
export function entryOf(
  id: string,
  hand: Hand,
  action: string,
  changes: Changes,
  more: Record<string, unknown> = {},
): Entry {
  const entries = Object.entries(changes);
  return {
    actor: hand.actor,
    at: hand.at,
    subject: { kind: "activity", id },
    action,
    change: {
      ...Object.fromEntries(entries.filter(([field]) => !personalFields.has(field))),
      ...more,
    },
    personal: entries
      .filter(([field]) => personalFields.has(field))
      .map(([field, [old, now]]) => ({
        about: { kind: "activity", id },
        field,
        old: old as string | null,
        new: now as string | null,
      })),
  };
}
