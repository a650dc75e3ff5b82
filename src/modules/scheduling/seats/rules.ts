import { overlap, peakOf, type Span, type Use } from "./dates.ts";

/** Why a seat is not given, accepted or changed; sentences are in the words of the seats. */
export type SeatRefusal =
  "full" | "closed" | "gone" | "expired" | "too_many" | "no_waiting" | "capacity_taken";

export type SeatState = "taken" | "held" | "waiting" | "offered" | "cancelled" | "expired";

/** Offers a person may leave unanswered: after the last, they leave the list. */
export const mostNotices = 3;

/** Requests that may be served before one that came first and asks for more seats than are free. */
export const mostPasses = 3;

export type InLine = Span & { id: string; quantity: number; passed: number };

/**
 * Who is offered what is free in the times they ask for, in the order of the list. Who asks for more than there is is passed over,
 * so that nothing stays unused for them, but by three requests for the same time at most: then what comes free is kept until there
 * is enough for them. Who asks for more than the whole capacity, lowered since, holds nobody back.
 */
export function whoIsOffered(
  capacity: number,
  had: readonly Use[],
  line: readonly InLine[],
): { offered: string[]; passed: { id: string; times: number }[] } {
  const offered: InLine[] = [];
  const behind = new Map<InLine, number>();
  for (const one of line) {
    const before = [...behind].filter(([other]) => overlap(other, one));
    const owed = before.some(
      ([other, times]) => other.quantity <= capacity && other.passed + times >= mostPasses,
    );
    if (!owed && one.quantity <= capacity - peakOf([...had, ...offered], one)) {
      offered.push(one);
      for (const [other, times] of before) behind.set(other, times + 1);
    } else behind.set(one, 0);
  }
  const passed = [...behind].filter(([, times]) => times > 0);
  return {
    offered: offered.map(({ id }) => id),
    passed: passed.map(([{ id }, times]) => ({ id, times })),
  };
}

/**
 * Offers that what is there no longer holds, once less is there than was promised: those that come first in the order of the list
 * are kept. `had` is all that is had, the offers with it.
 */
export function whoIsWithdrawn(
  present: number,
  had: readonly Use[],
  offered: readonly InLine[],
): string[] {
  const kept: Use[] = [...had, ...offered.map((one) => ({ ...one, quantity: -one.quantity }))];
  const withdrawn: string[] = [];
  for (const one of offered)
    if (one.quantity <= present - peakOf(kept, one)) kept.push(one);
    else withdrawn.push(one.id);
  return withdrawn;
}

/** When an offer made now ends: after its minutes, never after the counter closes nor after the time offered begins. */
export const offerEnds = (
  now: Date,
  minutes: number,
  closesAt: Date | null,
  begins: number,
): Date =>
  new Date(
    Math.min(
      now.getTime() + minutes * 60_000,
      closesAt?.getTime() ?? Infinity,
      Number.isFinite(begins) ? begins : Infinity,
    ),
  );
