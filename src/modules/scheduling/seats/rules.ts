/** Why a seat is not given, accepted or changed; sentences are in the words of the seats. */
export type SeatRefusal =
  "full" | "closed" | "gone" | "expired" | "too_many" | "no_waiting" | "capacity_taken";

export type SeatState = "taken" | "held" | "waiting" | "offered" | "cancelled" | "expired";

/** Offers a person may leave unanswered: after the last, they leave the list. */
export const mostNotices = 3;

/** Requests that may be served before one that came first and asks for more seats than are free. */
export const mostPasses = 3;

export type InLine = { id: string; quantity: number; passed: number };

/**
 * Who is offered the seats that are free, in the order of the list. Who asks for more than there is is passed over, so that
 * no seat stays empty for them, but by three requests at most: then what comes free is kept until there is enough for them.
 * Who asks for more than the whole capacity, lowered since, holds nobody back.
 */
export function whoIsOffered(
  free: number,
  capacity: number,
  line: readonly InLine[],
): { offered: string[]; passed: { id: string; times: number }[] } {
  const offered: string[] = [];
  const behind = new Map<InLine, number>();
  let left = free;
  for (const one of line) {
    if (left <= 0) break;
    if (one.quantity <= left) {
      offered.push(one.id);
      left -= one.quantity;
      for (const [other, times] of behind) behind.set(other, times + 1);
    } else behind.set(one, 0);
    const owed = [...behind].some(
      ([other, times]) => other.quantity <= capacity && other.passed + times >= mostPasses,
    );
    if (owed) break;
  }
  const passed = [...behind].filter(([, times]) => times > 0);
  return { offered, passed: passed.map(([{ id }, times]) => ({ id, times })) };
}

/** When an offer made now ends: after its minutes, and never after the counter closes. */
export function offerEnds(now: Date, minutes: number, closesAt: Date | null): Date {
  const end = new Date(now.getTime() + minutes * 60_000);
  return closesAt && closesAt < end ? closesAt : end;
}
