import type { Dates } from "./dates.ts";

/**
 * An oracle that knows nothing of the database: the clients write in it what they were answered, and it counts again. A seat is
 * certain from the answer that gives it to the question that may take it away, or until the clock passes its end: what it counts
 * can only be less than what is occupied, so that more than the capacity is always a fault.
 */
export class Ledger {
  readonly overbooked: string[] = [];
  peak = 0;
  #seats = new Map<
    string,
    { counter: string; quantity: number; until: Date | null; dates: Dates | undefined }
  >();
  #capacity = new Map<string, number>();
  #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  opened(counter: string, capacity: number): void {
    this.#capacity.set(counter, capacity);
  }

  given(
    counter: string,
    seat: string,
    quantity: number,
    until: Date | null,
    dates: Dates | undefined,
  ): void {
    if (until && until <= this.#now) return;
    this.#seats.set(seat, { counter, quantity, until, dates });
    this.#recount(counter);
  }

  mayGo(seat: string): void {
    this.#seats.delete(seat);
  }

  /** Before the clock is moved: what ends is no longer certain. */
  timePasses(to: Date): void {
    this.#now = to;
    for (const [seat, { until }] of this.#seats) if (until && until <= to) this.#seats.delete(seat);
  }

  /** While a change of capacity is asked, the larger of the two may hold. */
  async capacityChanges(counter: string, to: number, ask: () => Promise<boolean>): Promise<void> {
    const from = this.#capacity.get(counter) ?? 0;
    this.#capacity.set(counter, Math.max(from, to));
    this.#capacity.set(counter, (await ask()) ? to : from);
    this.#recount(counter);
  }

  /** Seats whose answer was "taken" and that nobody gave back. */
  taken(counter: string): string[] {
    return [...this.#seats]
      .filter(([, seat]) => seat.counter === counter && !seat.until)
      .map(([id]) => id)
      .sort();
  }

  /** The most at one instant, from now on: it is reached when something begins. */
  #recount(counter: string): void {
    const mine = [...this.#seats.values()].filter((seat) => seat.counter === counter);
    const instants = [this.#now, ...mine.flatMap(({ dates }) => dates?.from ?? [])];
    const sums = instants
      .filter((at) => at >= this.#now)
      .map((at) =>
        mine
          .filter(({ dates }) => !dates || (dates.from <= at && at < dates.until))
          .reduce((total, { quantity }) => total + quantity, 0),
      );
    const sum = Math.max(...sums);
    this.peak = Math.max(this.peak, sum);
    const capacity = this.#capacity.get(counter) ?? 0;
    if (sum > capacity) this.overbooked.push(`${sum} seats of ${capacity}`);
  }
}
