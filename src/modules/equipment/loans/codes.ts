import { randomInt } from "node:crypto";

export const regimes = ["loan", "provision", "on_site"] as const;
export type Regime = (typeof regimes)[number];

export const loanStates = [
  "asked",
  "waiting",
  "accepted",
  "prepared",
  "out",
  "returned",
  "closed",
  "refused",
  "cancelled",
] as const;
export type LoanState = (typeof loanStates)[number];

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** What is said on the phone: six letters or figures, none of which looks like another. */
export const newCode = (): string =>
  Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
