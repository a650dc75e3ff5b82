import type { Tx } from "../../../platform/db/database.ts";
import type { Actor } from "../../journal/index.ts";
import type { ActivityFacts } from "./facts.ts";

/** An activity a file tells of an association of the registry. */
export type ToldActivity = {
  associationId: string;
  facts: ActivityFacts;
  /** What an import still in force made of the same discipline at the same place. */
  earlierId?: string | undefined;
};

/** Old and new value by field. */
export type ToldPairs = Record<string, [old: unknown, now: unknown]>;

export type ActivityVerdict = {
  outcome: "created" | "changed" | "unchanged";
  /** None while a new one is only rehearsed. */
  activityId?: string | undefined;
  change: ToldPairs;
  /** What a person said, and the file does not replace. */
  kept: ToldPairs;
  /** What `undo` needs to put it back; plain JSON. */
  image?: unknown;
};

export const undoings = ["removed", "restored", "partly", "kept"] as const;
export type Undoing = (typeof undoings)[number];

export type IntakeHand = { actor: Actor; at: Date };

/** The room that keeps activities, as imports see it. `src/app.ts` makes them meet. */
export type ActivityIntake = {
  /** Says what becomes of what a file tells, in the same order; writes it too when asked, exactly as said. */
  take: (
    tx: Tx,
    told: readonly ToldActivity[],
    by: IntakeHand,
    write: boolean,
  ) => Promise<ActivityVerdict[]>;
  /** Takes back what `take` did, but for what a person has changed since; in the same order. */
  undo: (
    tx: Tx,
    taken: readonly { activityId: string; outcome: "created" | "changed"; image: unknown }[],
    by: IntakeHand & { importId: string },
  ) => Promise<Undoing[]>;
};
