/** What may be asked besides a name and a way to be reached, no more: their words live in the catalogue (`registrations:ask.town`). */
export const questions = ["age", "town", "adult", "equipment"] as const;
export type Question = (typeof questions)[number];

/** How long a freed seat waits for an answer, in minutes: half a day, a day, two days. */
export const offerTimes = [720, 1440, 2880] as const;

/** How a registration came to its end. */
export type Ended = "resident" | "association" | "opening" | "unanswered" | "closed";

/** What people are told, by mail or, when they left only a number, by whoever calls them. */
export const tidings = [
  "offered",
  "unanswered",
  "closed",
  "cancelled",
  "date_cancelled",
  "date_moved",
  "date_back",
  "stopped",
  "back",
  "hours",
] as const;
export type Tiding = (typeof tidings)[number];

/** People one registration may name, at most: `registration_opening_most_real`. */
export const mostPeople = 8;

/** The name this room gives its counters of seats, and the kind of its mails. */
export const owner = "registrations";
export const mailKind = "registration";
