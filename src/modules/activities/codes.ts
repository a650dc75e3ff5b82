/** Code lists of activities. Codes are stored; their words live in the catalogue (`activities:level.beginner`). */

/** By season, every week or so; or once. */
export const kinds = ["regular", "event"] as const;
export type Kind = (typeof kinds)[number];

export const states = ["draft", "published", "stopped"] as const;
export type State = (typeof states)[number];

export const levels = ["all", "beginner", "intermediate", "advanced"] as const;
export type Level = (typeof levels)[number];

export const priceKinds = ["unknown", "free", "paid"] as const;
export type PriceKind = (typeof priceKinds)[number];

/** A first time to see: nobody said, none, for nothing, for a price. */
export const trials = ["unknown", "none", "free", "paid"] as const;
export type Trial = (typeof trials)[number];

/** How an activity of the season before was taken up in this one. */
export const takenUps = ["kept", "changed"] as const;
export type TakenUp = (typeof takenUps)[number];

export type Source = "association" | "agent" | "import";
