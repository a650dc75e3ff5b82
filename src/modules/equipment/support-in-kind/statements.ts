import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";
import { lendingRules } from "../rules/queries.ts";
import { instantsOf, type HeldHours, type HoursOf } from "./hours.ts";
import { lentLines, namesOf, type LentLine } from "./queries.ts";

export type HoursLine = HeldHours & { cents: number | null };

/** What one association was given in kind over a period, line by line. Amounts are euro cents. */
export type Statement = {
  associationId: string;
  name: string;
  lent: LentLine[];
  hours: HoursLine[];
  /** Loans and things used on the spot; provisions; rooms and workstations. */
  loansCents: number;
  provisionsCents: number;
  hoursCents: number;
  totalCents: number;
  /** Lines nobody set a tariff for: they are told, and not counted. */
  untold: number;
};

/** Over how many years a thing is used up: what a day of a provision is worth depends on it. */
export type Valued = { statements: Statement[]; years: number };

/** Statements of the associations that were given something, by name; or of one of them. */
export async function statementsOf(
  tx: Tx,
  hoursOf: HoursOf,
  period: Period,
  now: Date,
  associationId?: string,
): Promise<Valued> {
  const { usefulYears: years } = await lendingRules(tx);
  const lent = await lentLines(tx, { period, now, years, associationId });
  const over = await instantsOf(tx, period, now);
  const held =
    over.from < over.until ? await hoursOf(tx, { ...over, ...(associationId ? { associationId } : {}) }) : []; // prettier-ignore
  const hours = held.map((one) => ({
    ...one,
    cents: one.hourValueCents === null ? null : Math.round(one.hours * one.hourValueCents),
  }));
  const ids = [...new Set([...lent, ...hours].map((line) => line.associationId))];
  const names = await namesOf(tx, associationId ? [...new Set([...ids, associationId])] : ids);
  const statements = [...names].map(
    ([id, name]) =>
    statementOf(id, name, lent.filter((line) => line.associationId === id), hours.filter((line) => line.associationId === id)), // prettier-ignore
  );
  return { statements, years };
}

function statementOf(
  associationId: string,
  name: string,
  lent: LentLine[],
  hours: HoursLine[],
): Statement {
  const provisionsCents = total(lent.filter(({ regime }) => regime === "provision"));
  const loansCents = total(lent) - provisionsCents;
  const hoursCents = total(hours);
  const untold = [...lent, ...hours].filter(({ cents }) => cents === null).length;
  const totalCents = loansCents + provisionsCents + hoursCents;
  return { associationId, name, lent, hours, loansCents, provisionsCents, hoursCents, totalCents, untold }; // prettier-ignore
}

const total = (lines: readonly { cents: number | null }[]) =>
  lines.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
