import * as seats from "./model-seat.testing.ts";
import type { ModelSeat, ModelTime } from "./model-seat.testing.ts";

/**
 * The rules of counted seats told a second time, one person after the other, without database nor connections: what the real ones
 * are compared with. Nothing here is shared with them.
 */
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

  /** What is past no longer counts. */
  peak({ from, until }: ModelTime): number {
    return seats.peakOfModel(this.seats, { from: Math.max(from, this.now), until }, this.now);
  }

  free(time: ModelTime): number {
    return (this.capacity ?? Infinity) - this.peak(time);
  }

  get ahead(): ModelTime {
    return { from: this.now, until: Infinity };
  }

  get closed(): boolean {
    return this.closes !== null && this.closes <= this.now;
  }

  get line(): ModelSeat[] {
    return this.seats.filter(({ state }) => state === "waiting").sort((a, b) => a.place - b.place);
  }

  get counts() {
    const waiting = this.#sum(({ state }) => state === "waiting");
    const occupied = this.#sum((seat) => seats.occupies(seat, this.now));
    const left = this.capacity === null ? null : Math.max(0, this.capacity - occupied);
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
    for (const seat of this.line)
      if (this.closed || this.#begun(seat))
        Object.assign(seat, { state: "expired", say: "closed" });
    while (this.#offerOne());
  }

  #begun({ from }: ModelTime): boolean {
    return Number.isFinite(from) && from <= this.now;
  }

  #offerOne(): boolean {
    const before: ModelSeat[] = [];
    for (const seat of this.line) {
      const rivals = before.filter((other) => seats.meet(other, seat));
      const owed = rivals.some(
        ({ passed, quantity }) => passed >= 3 && quantity <= (this.capacity ?? Infinity),
      );
      if (!owed && seat.quantity <= this.free(seat)) {
        const end = Math.min(this.now + this.offerMinutes, this.closes ?? Infinity);
        const ends = Number.isFinite(seat.from) ? Math.min(end, seat.from) : end;
        Object.assign(seat, { state: "offered", ends, say: "offered" });
        for (const other of rivals) other.passed++;
        return true;
      }
      before.push(seat);
    }
    return false;
  }

  enter(quantity: number, minutes: number | null, time: ModelTime): string {
    this.settle();
    const answer = this.#walksIn(quantity, time);
    if (answer === "done")
      this.#add(quantity, minutes === null ? "taken" : "held", minutes === null ? null : this.now + minutes, time); // prettier-ignore
    return answer;
  }

  #walksIn(quantity: number, time: ModelTime): string {
    if (this.closed) return "closed";
    return this.line.some((one) => seats.meet(one, time)) || quantity > this.free(time)
      ? "full"
      : "done";
  }

  /** The same for another time: who waits for what it adds comes first. */
  redate(seat: ModelSeat, time: ModelTime): string {
    this.settle();
    if (!["taken", "held", "waiting"].includes(seat.state)) return "gone";
    if (seat.state === "waiting" && time.from <= this.now) return "closed";
    if (seat.state !== "waiting") {
      const added = [
        { from: time.from, until: Math.min(time.until, seat.from) },
        { from: Math.max(time.from, seat.until), until: time.until },
      ];
      if (
        this.line.some((one) =>
          added.some((part) => part.from < part.until && seats.meet(one, part)),
        )
      )
        return "full";
      const others = this.seats.filter((one) => one !== seat);
      const span = { from: Math.max(time.from, this.now), until: time.until };
      const had = span.from < span.until ? seats.peakOfModel(others, span, this.now) : -seat.quantity; // prettier-ignore
      if (had + seat.quantity > (this.capacity ?? Infinity)) return "full";
    }
    Object.assign(seat, time);
    this.settle();
    return "done";
  }

  confirm(seat: ModelSeat): string {
    this.settle();
    if (seat.state === "taken") return "done";
    if (seat.waited || !["held", "expired"].includes(seat.state)) return "gone";
    if (seat.state === "expired") {
      const answer = this.#walksIn(seat.quantity, seat);
      if (answer !== "done") return answer === "full" ? "expired" : answer;
    }
    Object.assign(seat, { state: "taken", ends: null });
    return "done";
  }

  join(quantity: number, time: ModelTime): string {
    this.settle();
    if (this.closed || this.#begun(time)) return "closed";
    if (quantity > (this.capacity ?? Infinity)) return "too_many";
    Object.assign(this.#add(quantity, "waiting", null, time), {
      waited: true,
      place: ++this.#place,
    });
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
    if (capacity !== null && this.peak(this.ahead) > capacity) return "capacity_taken";
    this.capacity = capacity;
    this.settle();
    return "done";
  }

  closeAt(at: number | null): void {
    this.closes = at;
    this.settle();
  }

  tell(): string[] {
    return seats.saidOf(this.seats, this.now);
  }

  #add(quantity: number, state: string, ends: number | null, time: ModelTime): ModelSeat {
    const { from, until } = time;
    const seat = { ...seats.unwaited, from, until, quantity, state, ends };
    this.seats.push(seat);
    return seat;
  }

  #sum(which: (seat: ModelSeat) => boolean): number {
    return this.seats.filter(which).reduce((sum, { quantity }) => sum + quantity, 0);
  }
}
