/** What a model is, in the order people look for it. */
export const categories = [
  "computer",
  "tablet",
  "phone",
  "connection",
  "screen",
  "sound",
  "picture",
  "print",
  "event",
  "other",
] as const;
export type Category = (typeof categories)[number];

/** What a unit is fit for. `ready` and `to_check` count as what can be promised; the others are away until somebody says so. */
export const unitStates = ["ready", "to_check", "repair", "lost", "retired"] as const;
export type UnitState = (typeof unitStates)[number];

/** Who decides of a request: the rules when nothing is against it, or an agent each time. */
export const decisions = ["rules", "asked"] as const;
export type Decision = (typeof decisions)[number];

/** The longest each text may be. */
export const longest = {
  name: 80,
  purpose: 300,
  notice: 3000,
  ownerRules: 1000,
  shelf: 40,
} as const;
