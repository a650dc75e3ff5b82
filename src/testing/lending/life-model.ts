// prettier-ignore
import { inOrder, meet, type Life, type Line, type Span, type Thing, type Waiter } from "./life-kinds.ts";
import { withdraw } from "./life-line.ts";

const gone = new Set(["refused", "cancelled"]);
const fit = new Set(["ready", "to_check"]);

/** The life of loans told a second time, one gesture after the other, in memory: what the real one is compared with. Nothing is shared. */
export class LendingModel {
  loans: Life[] = [];
  things = new Map<string, Thing>();
  capacity: number[] = [];
  /** What was there of each shelf when it was last counted: what the list goes by. */
  counted: number[] = [];
  closed = new Set<string>();
  now = 0;
  /** How many places of the list were given, and what happened to who waits since it was last read. */
  came = 0;
  happened: string[] = [];
  /** Which shelves are looked at before they are lent again. */
  checked: readonly boolean[];

  constructor(checked: readonly boolean[]) {
    this.checked = checked;
  }

  /** The most promised of a shelf at one instant of a span: looked at wherever something begins. What is past no longer counts. */
  peak(pool: number, { from, until }: Span, but?: Line): number {
    const lines = this.loans.filter((loan) => this.has(loan)).flatMap((loan) => loan.lines);
    const here = lines.filter((line) => line.pool === pool && line !== but);
    const start = Math.max(from, this.now);
    const sum = (at: number) => here.reduce((all, line) => (line.from <= at && at < line.until ? all + line.seats : all), 0); // prettier-ignore
    const instants = [start, ...here.map((line) => line.from)].filter((at) => start <= at && at < until); // prettier-ignore
    return Math.max(0, ...instants.map(sum));
  }

  /** Nobody else may have it: what is offered, until its end. */
  has({ state, wait }: Life): boolean {
    return state === "waiting" ? (wait?.ends ?? 0) > this.now : !gone.has(state);
  }

  /** Who waits for a shelf and is offered nothing, in the order of the list. */
  line(pool: number): Waiter[] {
    return this.waiters(pool).filter(({ wait }) => wait.ends === null && !wait.over).toSorted(inOrder); // prettier-ignore
  }

  waiters(pool: number): Waiter[] {
    return this.loans.flatMap((loan) => loan.lines.flatMap((line) => (loan.state === "waiting" && loan.wait && line.pool === pool ? { loan, wait: loan.wait, line } : []))); // prettier-ignore
  }

  /** While somebody waits for a time, nobody else comes in there. */
  waitedFor(pool: number, span: Span): boolean {
    return span.from < span.until && this.line(pool).some(({ line }) => meet(line, span));
  }

  free(pool: number, span: Span): number {
    return Math.max(0, Math.min(this.capacity[pool] ?? 0, this.left(pool)) - this.peak(pool, span)); // prettier-ignore
  }

  /** What exists of a shelf and is not kept too long. */
  left(pool: number): number {
    const late = this.loans.filter(({ until }) => until < this.now).flatMap(({ lines }) => lines.flatMap(({ out }) => out)); // prettier-ignore
    return [...this.things.values()].filter((one) => one.pool === pool && fit.has(one.state) && !late.includes(one.id)).length; // prettier-ignore
  }

  count(pool: number): "counted" | "short" {
    const [left, capacity] = [this.left(pool), this.capacity[pool] ?? 0];
    this.counted[pool] = left;
    withdraw(this, pool);
    const promised = this.peak(pool, { from: this.now, until: Infinity });
    this.capacity[pool] = promised > left ? Math.min(promised, Math.max(left, capacity)) : left;
    return promised > left ? "short" : "counted";
  }

  round(): void {
    for (const pool of this.capacity.keys()) this.count(pool);
  }

  ask(loan: Life, most: number | null): string {
    for (const line of loan.lines)
      if (line.quantity > this.free(line.pool, line) || this.waitedFor(line.pool, line)) return "not_free"; // prettier-ignore
    if (most !== null && loan.met.some((at) => this.meetings(at) >= most)) return "slot_full";
    return "done";
  }

  meetings(at: number, but?: Life): number {
    return this.loans.filter((loan) => loan !== but && !gone.has(loan.state)).flatMap(({ met }) => met).filter((one) => one === at).length; // prettier-ignore
  }

  /** Given up or refused before it leaves: what it took is free, as far as it is there. */
  leave(loan: Life, from: readonly string[], to: string): string {
    if (!from.includes(loan.state)) return "gone";
    if (loan.state === "waiting" && loan.wait) loan.wait.over = to === "refused" ? "removed" : "left"; // prettier-ignore
    loan.state = to;
    for (const { pool } of loan.lines) this.count(pool);
    return "done";
  }

  mayMove(loan: Life, until: number): string {
    if (!["accepted", "prepared", "out"].includes(loan.state)) return "gone";
    for (const line of this.still(loan)) {
      const span = { from: line.from, until: until + line.until - loan.until };
      const added = { from: line.until, until: span.until };
      if (this.leans(line, added) || this.waitedFor(line.pool, added)) return "not_free";
      if (this.peak(line.pool, span, line) + line.seats > (this.capacity[line.pool] ?? 0) && span.until > this.now) return "not_free"; // prettier-ignore
    }
    return "done";
  }

  move(loan: Life, until: number): void {
    for (const line of this.still(loan)) line.until += until - loan.until;
    loan.until = until;
    loan.met = loan.met.slice(0, 1).filter((at) => at === loan.from);
    for (const { pool } of loan.lines) this.count(pool);
  }

  /** What a line would add leans on what is not there. */
  leans(line: Line, added: Span): boolean {
    const span = { from: Math.max(added.from, this.now), until: added.until };
    return span.from < span.until && this.peak(line.pool, span, line) + line.seats > this.left(line.pool); // prettier-ignore
  }

  still({ lines }: Life): Line[] {
    return lines.filter(({ over, quantity }) => over < quantity);
  }

  /** Whether units may leave now; `gone` and the rest are answers of what is chosen. */
  mayLeave(loan: Life): string {
    if (!["accepted", "prepared", "out"].includes(loan.state)) return "gone";
    if (this.now >= loan.until) return "over";
    const early = (line: Line) => this.peak(line.pool, { from: this.now, until: line.until }, line) + line.seats > (this.capacity[line.pool] ?? 0); // prettier-ignore
    const leans = (line: Line) => this.leans(line, { from: this.now, until: line.from });
    const waited = (line: Line) => this.waitedFor(line.pool, { from: this.now, until: line.from });
    return this.now < loan.from && loan.lines.some((line) => early(line) || leans(line) || waited(line)) ? "too_early" : "done"; // prettier-ignore
  }

  /** What is chosen replaces what was set aside. */
  prepare(loan: Life, units: readonly string[]): void {
    for (const line of loan.lines) line.aside = this.of(line.pool, units).length;
    const whole = loan.lines.every((line) => line.aside + line.out.length + line.over === line.quantity); // prettier-ignore
    if (loan.state !== "out") loan.state = whole ? "prepared" : "accepted";
  }

  handOver(loan: Life, units: readonly string[]): void {
    for (const line of loan.lines) {
      if (this.now < loan.from) line.from = this.now;
      line.aside = 0;
      line.out.push(...this.of(line.pool, units));
    }
    loan.state = "out";
  }

  of(pool: number, units: readonly string[]): string[] {
    return units.filter((id) => this.things.get(id)?.pool === pool);
  }

  becomes(id: string, became: string): boolean {
    const thing = this.things.get(id);
    if (!thing) throw new Error("no such unit");
    const idle = became === "good" && !this.checked[thing.pool];
    const seen = became === "broken" ? "repair" : "to_check";
    thing.state = idle ? "ready" : seen;
    if (became === "lost") thing.state = "lost";
    return !idle && became !== "lost";
  }

  takeBack(loan: Life, returns: readonly { unit: string; became: string }[]): void {
    const counts = loan.lines.map((line) => {
      const mine = returns.filter(({ unit }) => line.out.includes(unit));
      line.out = line.out.filter((id) => !mine.some(({ unit }) => unit === id));
      line.over += mine.length;
      const toCheck = mine.map(({ unit, became }) => this.becomes(unit, became)).some(Boolean);
      return { line, count: mine.length, toCheck };
    });
    const whole = loan.lines.every(({ out }) => !out.length);
    for (const { line, count, toCheck } of counts) {
      if (!whole && !count) continue;
      if (!whole && line.seats > count) line.seats -= count;
      else line.until = Math.min(line.until, Math.max(this.now + (toCheck ? Math.max(0, line.until - loan.until) : 0), line.from + 1)); // prettier-ignore
    }
    if (whole) {
      Object.assign(loan, { state: "over", met: loan.met.filter((at) => at <= this.now) });
      for (const line of loan.lines) line.aside = 0;
    }
    for (const { line, count } of counts) if (count) this.count(line.pool);
  }

  /** More promised than exists, by a promise just made: none of what is asked may lean on what is not there. */
  overPromised(loan: Life): boolean {
    return loan.lines.some((line) => line.until > this.now && this.peak(line.pool, line) > this.left(line.pool)); // prettier-ignore
  }

  holder(id: string): Life | undefined {
    return this.loans.find(({ lines }) => lines.some(({ out }) => out.includes(id)));
  }
}
