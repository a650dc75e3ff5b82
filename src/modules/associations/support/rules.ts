import { sensitiveIn } from "../notes/rules.ts";

/** How an association was supported on digital matters, in the order a form proposes them. */
export const supportKinds = [
  "visit",
  "phone",
  "appointment",
  "session",
  "diagnosis",
  "software_access",
  "hand_over",
  "other",
] as const;
export type SupportKind = (typeof supportKinds)[number];

/** What an agent notes by hand: a hand-over is written by the equipment itself. */
export const kindsByHand = supportKinds.filter((kind) => kind !== "hand_over");

/** The word of a support noted by hand, in place of the room that wrote it. */
export const byHand = "hand";

export const longestNote = 600;

export type SupportRefusal = "future" | "too_old" | "secret" | "nobody";

/** Why a support is not noted as it is said. */
export function whyNotSupport(
  said: { day: string; note: string | null; doneBy: string },
  today: string,
  agents: readonly string[],
): SupportRefusal | undefined {
  if (said.day > today) return "future";
  if (said.day < "2000-01-01") return "too_old";
  if (!agents.includes(said.doneBy)) return "nobody";
  const found = sensitiveIn(said.note ?? "")?.kind;
  // The association reads it: neither a number of the State or of a bank, nor a password.
  return found && ["number", "account", "password"].includes(found) ? "secret" : undefined;
}
