import fc from "fast-check";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Period } from "../../communes/index.ts";
import { loans, now, units, type MadeLoan } from "./made.testing.ts";

/** Counting by hand, day by day, and the periods it is done over. */

export const today = dayOf(now);
export const within = (day: string, { from, to }: Period) => day >= from && day <= to;
export function* days(from: string, to: string) {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}
export const between = (from: string, to: string) => [...days(from, to)];
export const least = (one: string, other: string) => (one < other ? one : other);
export const most = (...all: string[]) => all.toSorted().at(-1) ?? "";

type Handed = {
  loan: MadeLoan;
  unit: number;
  outOn: string;
  backOn: string | null;
  days: string[];
};
let known: Handed[] | undefined;

/** Every hand-over of a unit, with its days one by one; asked once it is written. */
export const handed = (): Handed[] =>
  (known ??= loans.flatMap((loan) =>
    loan.units.map(({ unitId, out, back }) => ({
      loan,
      unit: units.findIndex(({ id }) => id === unitId),
      outOn: dayOf(out),
      backOn: back && dayOf(back),
      days: between(dayOf(out), dayOf(back ?? now)),
    })),
  ));

const anyPeriod = fc
  .record({ begins: fc.integer({ min: -40, max: 740 }), lasts: fc.integer({ min: 0, max: 400 }) })
  .map(({ begins, lasts }): Period => {
    const from = addDays("2025-01-01", begins);
    return { from, to: addDays(from, lasts) };
  });
/** Years, and each night when the hour changes by itself. */
const told: [Period][] = [
  [{ from: "2025-01-01", to: "2025-12-31" }],
  [{ from: "2026-01-01", to: "2026-12-31" }],
  [{ from: "2025-09-01", to: "2026-08-31" }],
  ...["2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25"].map((day): [Period] => [{ from: day, to: day }]), // prettier-ignore
];
export const overPeriods = (holds: (period: Period) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyPeriod, holds), { numRuns: 16, examples: told });
