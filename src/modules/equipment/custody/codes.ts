/** What may happen to a unit, in its history. */
export const eventKinds = [
  "handed",
  "returned",
  "lost",
  "found",
  "damaged",
  "repaired",
  "checked",
  "retired",
  "noted",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** How a unit is when it leaves and when it is back. */
export const conditions = ["good", "worn", "broken"] as const;
export type Condition = (typeof conditions)[number];

/** What is done to a thing that keeps data before somebody else has it. */
export const hygieneSteps = ["data_wiped", "accounts_removed", "sim_reset", "updated"] as const;
export type HygieneStep = (typeof hygieneSteps)[number];

/** How long the words of an event may be. */
export const longestWords = 600;
