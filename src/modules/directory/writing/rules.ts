/** Messages one visitor may send in an hour, and one association receive in a day, through the protected form. */
export const limits = {
  visitor: { max: 5, minutes: 60 },
  association: { max: 30, minutes: 1440 },
} as const;

/** Longest message passed on, in characters. */
export const longest = 4000;
