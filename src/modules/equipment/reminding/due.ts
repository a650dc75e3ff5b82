import { addDays } from "../../../platform/clock.ts";
import { dayIn, instantOf, minuteIn } from "../../scheduling/index.ts";
import type { LoanState, Regime } from "../loans/codes.ts";
import type { LendingRules } from "../rules/rules.ts";
import type { Reminder } from "./codes.ts";

/** Letters leave by day, in the zone of the place: from this minute to that one. */
const lettersFrom = 8 * 60;
const lettersUntil = 20 * 60;

export function byDay(zone: string, now: Date): boolean {
  const minute = minuteIn(zone, now);
  return minute >= lettersFrom && minute < lettersUntil;
}

export type Remindable = {
  state: LoanState;
  regime: Regime;
  zone: string;
  from: Date;
  until: Date;
  /** When it was accepted, when it left: who was just told is not told again. */
  decidedAt: Date | null;
  outAt: Date | null;
};
export type Due = { kind: Reminder; forAt: Date };

type Switches = Pick<LendingRules, "remindBefore" | "remindAfter">;

/** How many days after the day of the return each letter leaves. */
const lateDays = { late_1: 1, late_3: 3, late_7: 7 } as const;

/**
 * The one letter that is due now of a loan: the latest of those whose time has come, counted in days of the place, so that a night
 * that changes the hour changes nothing. What was accepted or taken since is not told again.
 */
export function dueOf(loan: Remindable, switches: Switches, now: Date): Due | undefined {
  const { state, regime, zone, from, until, decidedAt, outAt } = loan;
  const morning = (at: Date, days: number) =>
    instantOf(zone, addDays(dayIn(zone, at), days), lettersFrom);
  if (state === "accepted" || state === "prepared") {
    const begins = morning(from, -2);
    const due = switches.remindBefore && now >= begins && now < from;
    return due && isBefore(decidedAt, begins) ? { kind: "before_out", forAt: from } : undefined;
  }
  if (state !== "out") return undefined;
  const late = (["late_7", "late_3", "late_1"] as const).find((kind) => now >= morning(until, lateDays[kind])); // prettier-ignore
  if (late) return switches.remindAfter ? { kind: late, forAt: until } : undefined;
  if (!switches.remindBefore || now >= until || regime === "on_site") return undefined;
  const kind = (["on_day", "before_back"] as const).find((one) => now >= morning(until, one === "on_day" ? 0 : -2)); // prettier-ignore
  const begins = morning(until, kind === "on_day" ? 0 : -2);
  return kind && isBefore(outAt, begins) ? { kind, forAt: until } : undefined;
}

const isBefore = (at: Date | null, moment: Date): boolean => at === null || at < moment;
