import type { InOrder } from "../../scheduling/index.ts";

/** Why nobody waits, each by its name; what the rules of lending refuse is refused here too, by theirs. */
export const waitRefusals = ["already", "most", "more", "begun", "gone"] as const;
export type WaitRefusal = (typeof waitRefusals)[number];

/** Things somebody may wait for at once. */
export const mostWaits = 10;

/**
 * Where one comes in the list: a service of the town hall ahead of associations; of who came on one day, the association with the
 * highest priority (commitment 2.3) first; then the order they came. The database keeps that order (decision 0013).
 */
export const orderOf = (
  borrower: { service: string } | { associationId: string },
  { day, score }: { day: string; score: number },
): InOrder => ({ ahead: "service" in borrower, since: day, score });

/** A place in the list as people say it; `services`: of those before, how many go ahead because they are of the town hall. */
export type Standing = { before: number; services: number };
