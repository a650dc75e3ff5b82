import { peakOf, type Span, type Use } from "../../scheduling/index.ts";
import type { LoanState } from "../loans/codes.ts";

/** So many of a shelf promised to a loan for a time. */
export type Promised = Span & { quantity: number; state: LoanState; createdAt: number };

/**
 * What lacks to each promise of a shelf when only some units are left: what is out is had, then what is accepted is served in the
 * order it is taken, and what is only asked for comes last. Gives those that lack something, and how many.
 */
export function lacking<P extends Promised>(
  left: number,
  promises: readonly P[],
): { promise: P; missing: number }[] {
  const had: Use[] = [];
  const short: { promise: P; missing: number }[] = [];
  for (const promise of promises.toSorted(inTurn)) {
    const free = Math.max(0, left - peakOf(had, promise));
    const given = promise.state === "out" ? promise.quantity : Math.min(free, promise.quantity);
    if (given > 0) had.push({ from: promise.from, until: promise.until, quantity: given });
    if (given < promise.quantity) short.push({ promise, missing: promise.quantity - given });
  }
  return short.toSorted((a, b) => a.promise.from - b.promise.from);
}

const rank = ({ state }: Promised): number => {
  if (state === "out") return 0;
  return state === "accepted" || state === "prepared" ? 1 : 2;
};

const inTurn = (a: Promised, b: Promised): number =>
  rank(a) - rank(b) || a.from - b.from || a.createdAt - b.createdAt;
