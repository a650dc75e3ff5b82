import type { Tx } from "../../../platform/db/database.ts";
import type { Waiting } from "../../communes/index.ts";
import { linesWords } from "../loans/parts.tsx";
import { loansOf, type Loan } from "../loans/queries.ts";
import { recipientsOf } from "../reminding/queries.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { waitsOf } from "./queries.ts";

/** Loans offered to who can be written to by nobody; of what some associations lend themselves, or of all that is lent. */
export async function loansToCall(
  tx: Tx,
  now: Date,
  of: { ownerIds?: readonly string[] } = {},
): Promise<Loan[]> {
  const offered = (await waitsOf(tx, now, of)).filter(({ offeredUntil }) => offeredUntil !== null);
  const toCall: Loan[] = [];
  if (!offered.length) return toCall;
  for (const loan of await loansOf(tx, { ids: offered.map(({ loanId }) => loanId) }))
    if (!(await recipientsOf(tx, loan)).length) toCall.push(loan);
  return toCall;
}

/** Who is offered what they waited for and can be written to by nobody: to be called before the offer ends. */
export const waitingCalls: Waiting = async ({ tx, t, person, now }) => {
  if (!keepers.allows(person)) return [];
  return (await loansToCall(tx, now)).map((loan) => ({
    key: `loan:${loan.id}`,
    path: urls.deskLoan(loan.id),
    icon: "phone" as const,
    words: t("loanwaitdesk:toCall", { who: loan.borrower, what: linesWords(loan) }),
    association: loan.associationId ? { id: loan.associationId, name: loan.borrower } : undefined,
    since: loan.createdAt,
    rank: 1 as const,
  }));
};
