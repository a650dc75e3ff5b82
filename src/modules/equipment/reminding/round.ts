import type { House } from "../../../platform/http/ask.ts";
import { deskByClock } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { lendingRules } from "../rules/queries.ts";
import { byDay, dueOf } from "./due.ts";
import { noticesOf, remindable } from "./queries.ts";
import { remind } from "./write.ts";

/** Writes what is due of each loan of a commune, one transaction each, by day. */
export async function remindLoans(house: House, communeId: number): Promise<void> {
  const now = house.clock.now();
  const due = await house.database.read(communeId, async (tx) => {
    const rules = await lendingRules(tx);
    const loans = (await remindable(tx, now)).flatMap((loan) => {
      const due = dueOf(loan, rules, now);
      return due ? [{ ...loan, due }] : [];
    });
    const told = await noticesOf(tx, loans.map(({ id }) => id)); // prettier-ignore
    return loans.filter(({ id, due }) => !told.some((one) => one.loanId === id && one.kind === due.kind && one.forAt.getTime() === due.forAt.getTime())); // prettier-ignore
  });
  for (const { id, zone } of due) if (byDay(zone, now)) await remindLoan(house, communeId, id);
}

/** Reads a loan again, in its turn, and writes what is still due of it: it may be given back, cancelled or moved meanwhile. */
export const remindLoan = (house: House, communeId: number, id: string): Promise<void> =>
  house.database.write(communeId, async (tx) => {
    const now = house.clock.now();
    const [one] = await remindable(tx, now, id);
    const due = one && dueOf(one, await lendingRules(tx), now);
    const [loan] = due ? await loansOf(tx, { id }) : [];
    if (due && loan) await remind(await deskByClock(house, tx, now), loan, due, now);
  });
