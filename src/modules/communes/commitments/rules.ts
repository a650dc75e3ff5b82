import type { CommitmentId } from "./codes.ts";

/** States of a commitment as stored, and the word each is told with (`commitments:page.states.…`). */
export const commitmentStates = ["not_started", "preparing", "in_place", "paused"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const stateWords = {
  not_started: "planned",
  preparing: "started",
  in_place: "kept",
  paused: "paused",
} as const satisfies Record<CommitmentState, string>;

/** Where a commitment stands: who, how far, since when it is so, what shows it. */
export type Standing = {
  commitment: CommitmentId;
  state: CommitmentState;
  owner: string;
  evidence: string;
  notedAt: Date;
};

export type StandingRefusal = "evidence_missing" | "unchanged";

/** A commitment said to be kept shows it; saying the same again is no news. */
export function standingRefusal(
  next: Pick<Standing, "state" | "owner" | "evidence">,
  latest: Standing | undefined,
): StandingRefusal | undefined {
  if (next.state === "in_place" && !next.evidence) return "evidence_missing";
  const same =
    latest?.state === next.state &&
    latest.owner === next.owner &&
    latest.evidence === next.evidence;
  return same ? "unchanged" : undefined;
}

/** Since when the latest state holds: the oldest of the last rows that say it. Newest first. */
export function since(history: readonly Standing[]): Date | undefined {
  const [latest] = history;
  const before = history.findIndex(({ state }) => state !== latest?.state);
  return history[(before < 0 ? history.length : before) - 1]?.notedAt;
}
