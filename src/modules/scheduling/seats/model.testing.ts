/**
 * The rules of counted seats told a second time, one person after the other, without database nor connections: what the real ones
 * are compared with. Nothing here is shared with them.
 */
export type ModelSeat = {
  quantity: number;
  state: string;
  ends: number | null;
  place: number;
  waited: boolean;
  passed: number;
  notices: number;
  say: string | null;
};

const occupies = (seat: ModelSeat, now: number): boolean =>
  seat.state === "taken" || (seat.ends !== null && seat.ends > now);

export class Model {
  seats: ModelSeat[] = [];
  now = 0;
  capacity: number | null;
  closes: number | null = null;
  readonly offerMinutes = 10;
  #place = 0;

  constructor(capacity: number | null) {
    this.capacity = capacity;
  }

  get free(): number {
    return (this.capacity ?? Infinity) - this.occupied;
  }

  get occupied(): number {
    return this.#sum((seat) => occupies(seat, this.now));
  }

  get closed(): boolean {
    return this.closes !== null && this.closes <= this.now;
  }

  get line(): ModelSeat[] {
    return this.seats.filter(({ state }) => state === "waiting").sort((a, b) => a.place - b.place);
  }

  get counts() {
    const waiting = this.#sum(({ state }) => state === "waiting");
    const left = this.capacity === null ? null : Math.max(0, this.free);
    const taken = this.#sum(({ state }) => state === "taken");
    return { capacity: this.capacity, taken, left: waiting ? 0 : left, waiting, mayWait: true, closed: this.closed }; // prettier-ignore
  }

  /** What every door does first. */
  settle(): void {
    const over = this.seats
      .filter(({ ends }) => ends !== null && ends <= this.now)
      .sort((a, b) => (a.ends ?? 0) - (b.ends ?? 0) || a.place - b.place);
    for (const seat of over) {
      const untold = seat.say === "offered";
      seat.ends = seat.say = null;
      if (seat.state === "held") seat.state = "expired";
      else if (untold) seat.state = "waiting";
      else if (seat.notices < 3) Object.assign(seat, { state: "waiting", place: ++this.#place });
      else Object.assign(seat, { state: "expired", say: "unanswered" });
    }
    if (this.closed)
      for (const seat of this.line) Object.assign(seat, { state: "expired", say: "closed" });
    while (this.#offerOne());
  }

  #offerOne(): boolean {
    const before: ModelSeat[] = [];
    for (const seat of this.line) {
      if (seat.quantity <= this.free) {
        const end = this.now + this.offerMinutes;
        const ends = this.closes === null ? end : Math.min(end, this.closes);
        Object.assign(seat, { state: "offered", ends, say: "offered" });
        for (const other of before) other.passed++;
        return true;
      }
      if (seat.passed >= 3 && seat.quantity <= (this.capacity ?? Infinity)) return false;
      before.push(seat);
    }
    return false;
  }

  enter(quantity: number, minutes: number | null): string {
    this.settle();
    const answer = this.#walksIn(quantity);
    if (answer === "done")
      this.#add(quantity, minutes === null ? "taken" : "held", minutes === null ? null : this.now + minutes); // prettier-ignore
    return answer;
  }

  #walksIn(quantity: number): string {
    if (this.closed) return "closed";
    return this.line.length || quantity > this.free ? "full" : "done";
  }

  confirm(seat: ModelSeat): string {
    this.settle();
    if (seat.state === "taken") return "done";
    if (seat.waited || !["held", "expired"].includes(seat.state)) return "gone";
    if (seat.state === "expired") {
      const answer = this.#walksIn(seat.quantity);
      if (answer !== "done") return answer === "full" ? "expired" : answer;
    }
    Object.assign(seat, { state: "taken", ends: null });
    return "done";
  }

  join(quantity: number): string {
    this.settle();
    if (this.closed) return "closed";
    if (quantity > (this.capacity ?? Infinity)) return "too_many";
    Object.assign(this.#add(quantity, "waiting", null), { waited: true, place: ++this.#place });
    this.settle();
    return "done";
  }

  accept(seat: ModelSeat): string {
    this.settle();
    if (seat.state === "taken") return "done";
    if (seat.state === "waiting" || seat.state === "expired") return "expired";
    if (seat.state !== "offered") return "gone";
    Object.assign(seat, { state: "taken", ends: null, say: null });
    return "done";
  }

  leave(seat: ModelSeat, from: readonly string[]): string {
    if (!from.includes(seat.state)) return "gone";
    Object.assign(seat, { state: "cancelled", ends: null, say: null });
    this.settle();
    return "done";
  }

  resize(capacity: number | null): string {
    if (capacity !== null && this.occupied > capacity) return "capacity_taken";
    this.capacity = capacity;
    this.settle();
    return "done";
  }

  closeAt(at: number | null): void {
    this.closes = at;
    this.settle();
  }

  /** What is said now: to whom and what, in any order. */
  tell(): string[] {
    const said: string[] = [];
    this.seats.forEach((seat, index) => {
      if (!seat.say || (seat.ends !== null && seat.ends <= this.now)) return;
      if (seat.say === "offered") seat.notices++;
      said.push(`${index} ${seat.say}`);
      seat.say = null;
    });
    return said.sort();
  }

  #add(quantity: number, state: string, ends: number | null): ModelSeat {
    const seat = {
      quantity,
      state,
      ends,
      place: 0,
      waited: false,
      passed: 0,
      notices: 0,
      say: null,
    };
    this.seats.push(seat);
    return seat;
  }

  #sum(which: (seat: ModelSeat) => boolean): number {
    return this.seats.filter(which).reduce((sum, { quantity }) => sum + quantity, 0);
  }
}
