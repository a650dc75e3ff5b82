import type { PlaceFacts, Public } from "../../associations/index.ts";

/** Ages welcomed, both included; null: no end. */
export type AgeBand = readonly [from: number, to: number | null];

/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** One time of the week, in minutes since midnight. */
export type HourFacts = { day: (typeof weekdays)[number]; from: number; to: number };

/** What a file says of one activity of an association. Every field but the title may be silent. */
export type ActivityFacts = {
  title: string;
  what?: string;
  place?: PlaceFacts;
  /** In order, apart where the file leaves a hole. */
  ages?: AgeBand[];
  publics?: Public[];
  priceKind?: "free" | "paid";
  /** In euros. */
  priceFrom?: number;
  priceNote?: string;
  hours?: HourFacts[];
};
