import { dayIn } from "../../modules/scheduling/index.ts";
import { hours, inOrder, meet, type Life, type Line, type Waiter } from "./life-kinds.ts";
import type { LendingModel } from "./life-model.ts";

/** The waiting list told a second time, in memory: what is over is noted, what is not there withdrawn, what is free offered in the order of the list. */
export function settle(model: LendingModel): void {
  for (const pool of model.capacity.keys()) settleOne(model, pool);
}

function settleOne(model: LendingModel, pool: number): void {
  noteOver(model, pool);
  withdraw(model, pool);
  for (const { loan, wait } of model.line(pool)) if (loan.from <= model.now) wait.over = "late";
  offer(model, pool);
}

/** What may be offered of a shelf. */
const there = (model: LendingModel, pool: number): number =>
  Math.min(model.capacity[pool] ?? 0, model.counted[pool] ?? 0);

const ends = ({ wait }: Waiter): number => wait.ends ?? Infinity;

/** Who was told and did not answer is last, ahead of nobody; after three, out. Who was not told keeps their place. */
function noteOver(model: LendingModel, pool: number): void {
  const over = model.waiters(pool).filter((one) => ends(one) <= model.now);
  for (const { wait } of over.toSorted(
    (a, b) => ends(a) - ends(b) || a.wait.place - b.wait.place,
  )) {
    wait.ends = null;
    model.happened.push(wait.told ? "offer expired" : "offer expired untold");
    if (!wait.told) continue;
    if (wait.offers >= 3) wait.over = "unanswered";
    else Object.assign(wait, { ahead: false, day: dayIn("Europe/Paris", new Date(model.now)), score: -1, place: ++model.came }); // prettier-ignore
  }
}

/**
 * What is offered is asked for again from the first of the list on: who no longer finds it there waits where they were, and the offer
 * counts for nothing. Who was told of it is told.
 */
export function withdraw(model: LendingModel, pool: number): void {
  const offered = model.waiters(pool).filter((one) => ends(one) < Infinity && ends(one) > model.now); // prettier-ignore
  const until = new Map(offered.map(({ wait }) => [wait, wait.ends]));
  for (const { wait } of offered) wait.ends = null;
  for (const { wait, line } of offered.toSorted(inOrder)) {
    if (line.quantity <= there(model, pool) - model.peak(pool, line))
      wait.ends = until.get(wait) ?? null;
    else {
      model.happened.push(wait.told ? "withdrawn" : "withdrawn untold");
      Object.assign(wait, { withdrawn: true, owed: wait.told, offers: wait.offers - Number(wait.told) }); // prettier-ignore
    }
  }
}

/** Who asks for more than is free is passed over, by three for the same time at most: then it is kept for them. */
function offer(model: LendingModel, pool: number): void {
  const most = there(model, pool);
  const before: Waiter[] = [];
  for (const one of model.line(pool)) {
    const rivals = before.filter(({ line }) => meet(line, one.line));
    const kept = rivals.some(({ wait, line }) => wait.passed >= 3 && line.quantity <= most);
    if (kept || one.line.quantity > most - model.peak(pool, one.line)) {
      before.push(one);
      if (kept) model.happened.push("kept for who was passed");
      continue;
    }
    one.wait.ends = Math.min(model.now + hours(24), one.loan.from);
    Object.assign(one.wait, { told: false, withdrawn: false, owed: false });
    model.happened.push("offered");
    for (const { wait } of rivals) wait.passed += 1;
  }
}

/** Letters leave: an offer that still stands is told, and one withdrawn; who is out waits no more. */
export function tell(model: LendingModel): void {
  for (const pool of model.capacity.keys())
    for (const { loan, wait } of model.waiters(pool)) {
      if (wait.over) {
        loan.state = "cancelled";
        model.happened.push(`out ${wait.over}`);
        model.count(pool);
      } else if (wait.ends !== null && wait.ends > model.now && !wait.told) {
        wait.told = true;
        wait.offers += 1;
      } else if (wait.ends === null) wait.owed = false;
    }
}

/** Joins the list, when it may be joined. */
export function join(model: LendingModel, loan: Life): string {
  const [line] = loan.lines;
  const { wait } = loan;
  if (!line || !wait) throw new Error("who waits waits for something");
  const mine = model.loans.filter((one) => one.state === "waiting" && one.wait?.who === wait.who);
  if (mine.some((one) => one.lines[0]?.pool === line.pool && meet(one, loan))) return "already";
  if (mine.length >= 10) return "most";
  if (loan.from <= model.now) return "begun";
  if (line.quantity > (model.capacity[line.pool] ?? 0)) return "more";
  wait.place = ++model.came;
  model.loans.push(loan);
  settle(model);
  return wait.ends === null ? "waiting" : "offered";
}

export type Hours = { from: number; until: number; ready: number };

/**
 * Says yes to what is offered, for some hours of its days: the rest is free again. Whoever says it before what is late was counted has
 * it counted, and what comes after theirs in the list is withdrawn before theirs is.
 */
export function accept(model: LendingModel, loan: Life, at: Hours, decided: boolean): string {
  if (loan.state === "asked" || loan.state === "accepted") return "done";
  const [line] = loan.lines;
  if (loan.state !== "waiting" || !line) return "late";
  const said = yes(model, loan, line, at, decided);
  if (said !== "not_there") return said;
  model.count(line.pool);
  const again = yes(model, loan, line, at, decided);
  return again === "late" ? "not_there" : again;
}

/** All of it or nothing: what the list became before it was refused is undone. */
function yes(model: LendingModel, loan: Life, line: Line, at: Hours, decided: boolean): string {
  const before = model.waiters(line.pool).map(({ wait }) => [wait, { ...wait }] as const);
  const [came, happened] = [model.came, model.happened.length];
  settleOne(model, line.pool);
  const said = promise(model, loan, line, at, decided);
  if (said === "done") return said;
  for (const [wait, was] of before) Object.assign(wait, was);
  model.came = came;
  model.happened.splice(happened);
  return said;
}

function promise(model: LendingModel, loan: Life, line: Line, at: Hours, decided: boolean): string {
  if ((loan.wait?.ends ?? 0) <= model.now) return "late";
  const kept = { from: at.from, until: at.until + at.ready };
  const lacks = (model.capacity[line.pool] ?? 0) > model.left(line.pool);
  if (lacks && model.peak(line.pool, kept) > model.left(line.pool)) return "not_there";
  if ([at.from, at.until].some((when) => model.meetings(when) >= 2)) return "slot_full";
  Object.assign(line, kept);
  Object.assign(loan, { state: decided ? "accepted" : "asked", from: at.from, until: at.until, met: [at.from, at.until] }); // prettier-ignore
  model.count(line.pool);
  return "done";
}
