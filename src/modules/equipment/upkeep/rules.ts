import { addDays } from "../../../platform/clock.ts";

/** How often something is done to a unit: each so many days, each so many loans, whichever comes first. */
export type Rhythm = { eachDays: number | null; eachLoans: number | null };

/** Since the last time, or since the unit and its plan are both there: the day, and the loans it came back from. */
export type Since = { day: string; loans: number };

/** The day it is to be done by; nothing when loans alone count. */
export const dueOn = ({ eachDays }: Rhythm, { day }: Since): string | undefined =>
  eachDays === null ? undefined : addDays(day, eachDays);

/** Why it is to be done now: its day has come, or it was lent so many times; nothing when it is not. */
export function dueNow(rhythm: Rhythm, since: Since, today: string): "days" | "loans" | undefined {
  const day = dueOn(rhythm, since);
  if (day !== undefined && day <= today) return "days";
  return rhythm.eachLoans !== null && since.loans >= rhythm.eachLoans ? "loans" : undefined;
}
