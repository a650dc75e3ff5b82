import { said, steps, type Fate, type Step } from "../../../../db/demo/lending-year.ts";
import { acceptLoan, cancelLoan, refuseLoan, type Loan } from "../../../modules/equipment/index.ts";
import { instantOf } from "../../../modules/scheduling/index.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Agenda } from "./agenda.ts";
import type { Wanted } from "./asking.ts";
import type { Counter, Told } from "./counter.ts";
import { zone } from "./wishes.ts";

/** A loan of the invented year: what is wanted, when it is asked, what becomes of it. */
export type Course = {
  wanted: Wanted;
  asked: Date;
  fate?: Fate | undefined;
  /** How far it goes, when it stops before its end. */
  upTo?: Step | undefined;
  /** Chooses its words and its hours, always the same. */
  nth: number;
};

const hours = (at: Date, count: number) => new Date(at.getTime() + count * 3_600_000);
/** The one of a list at a number, round and round. */
export const nthOf = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;

/** Writes a loan in the agenda, from the day it is asked until all of it is back and looked at. */
export function follow(tx: Tx, agenda: Agenda, counter: Counter, course: Course) {
  const { wanted, fate, nth, upTo = "checked" } = course;
  const { from, until } = wanted;
  const reaches = (step: Step) => steps.indexOf(step) <= steps.indexOf(upTo);
  const halfway = (at: Date) => new Date((at.getTime() + from.getTime()) / 2);

  const decide = (loan: Loan) => async (at: Date) => {
    if (fate === "refused") return void (await refuseLoan(tx, loan, nthOf(said.refused, nth), counter.hand(at), counter.keeper)); // prettier-ignore
    await acceptLoan(tx, loan, nth % 5 ? null : said.accepted, counter.hand(at), counter.keeper);
  };
  const cancel = (loan: Loan) => async (at: Date) => {
    await cancelLoan(tx, loan, counter.hand(at));
  };

  agenda.add(course.asked, async (at) => {
    const loan = await counter.asking.ask(wanted, at);
    if (!loan) return;
    if (wanted.regime !== "on_site" && reaches("accepted")) agenda.add(soonest(atWork(at, 1 + (nth % 2), nth), halfway(at)), decide(loan)); // prettier-ignore
    if (fate === "cancelled")
      return agenda.add(soonest(atWork(at, 4, nth), hours(halfway(at), 1)), cancel(loan));
    if (fate === "refused") return;
    if (reaches("prepared") && wanted.regime !== "on_site" && (course.upTo || nth % 6 === 0))
      agenda.add(latest(hours(from, -46), hours(halfway(at), 1)), (then) =>
        counter.prepare(loan, then),
      );
    if (reaches("out"))
      agenda.add(hours(from, wanted.regime === "on_site" ? 0 : (nth % 4) / 10), async (then) => {
        await counter.give(loan, then);
        back(loan);
      });
  });

  function back(loan: Loan): void {
    if (!reaches("back")) return;
    const days = (until.getTime() - from.getTime()) / 86_400_000;
    const moved = fate === "late" ? 24 * (1 + (nth % 6)) : fate === "early" && days > 2 ? -24 : 0;
    const at = hours(until, moved - (moved ? 0 : 0.2));
    if (fate === "exchanged") agenda.add(hours(from, days * 12), (then) => counter.exchange(loan, then)); // prettier-ignore
    const receive = (then: Date, told: Told) =>
      agenda.add(then, async (moment) => {
        const units = await counter.receive(loan, moment, told);
        if (reaches("checked")) agenda.add(atWork(moment, 1 + (nth % 3), nth), (later) => counter.check(units, later)); // prettier-ignore
      });
    if (fate === "in_part") receive(at, { leave: 1 });
    receive(fate === "in_part" ? hours(at, 47) : at, toldOf(fate, nth));
    if (!reaches("checked")) return;
    const restored = atWork(at, 9 + (nth % 12), nth);
    if (fate === "broken" || fate === "exchanged") agenda.add(restored, (then) => counter.restore(loan, then, "repair", said.mended)); // prettier-ignore
    if (fate === "found") agenda.add(restored, (then) => counter.restore(loan, then, "lost", said.found)); // prettier-ignore
  }
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other);
const soonest = (one: Date, other: Date): Date => (one < other ? one : other);

/** A moment some days later when the counter is at work, Sunday aside. */
function atWork(at: Date, days: number, nth: number): Date {
  const day = addDays(dayOf(at), days);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return instantOf(zone, weekday === 0 ? addDays(day, 1) : day, 540 + ((nth * 47) % 480));
}

/** What is said of the first thing that comes back. */
function toldOf(fate: Fate | undefined, nth: number): Told {
  if (fate === "worn") return { became: "worn", words: nthOf(said.worn, nth) };
  if (fate === "broken") return { became: "broken", words: nthOf(said.broken, nth) };
  if (fate === "lost" || fate === "found") return { became: "lost", words: said.lost };
  return { incomplete: fate === "incomplete" };
}
