/** A seat as the simple model tells it; times are minutes. */
export type ModelTime = { from: number; until: number };

export const modelAlways: ModelTime = { from: -Infinity, until: Infinity };

export type ModelSeat = ModelTime & {
  quantity: number;
  state: string;
  ends: number | null;
  place: number;
  waited: boolean;
  passed: number;
  notices: number;
  say: string | null;
};

export const meet = (a: ModelTime, b: ModelTime): boolean =>
  Math.max(a.from, b.from) < Math.min(a.until, b.until);

export const occupies = (seat: ModelSeat, now: number): boolean =>
  seat.state === "taken" || (seat.ends !== null && seat.ends > now);

/** The most of some seats that is had in a time: it is reached when something begins, or at its own beginning. */
export function peakOfModel(seats: readonly ModelSeat[], time: ModelTime, now: number): number {
  const instants = [time.from, ...seats.map(({ from }) => from)];
  return Math.max(
    0,
    ...instants
      .filter((at) => time.from <= at && at < time.until)
      .map((at) =>
        seats
          .filter((one) => occupies(one, now) && one.from <= at && at < one.until)
          .reduce((sum, { quantity }) => sum + quantity, 0),
      ),
  );
}

/** Who came in without waiting. */
export const unwaited = { place: 0, waited: false, passed: 0, notices: 0, say: null };

/** What is said now: to whom and what, in any order. */
export function saidOf(seats: readonly ModelSeat[], now: number): string[] {
  const said: string[] = [];
  seats.forEach((seat, index) => {
    if (!seat.say || (seat.ends !== null && seat.ends <= now)) return;
    if (seat.say === "offered") seat.notices++;
    said.push(`${index} ${seat.say}`);
    seat.say = null;
  });
  return said.sort();
}
