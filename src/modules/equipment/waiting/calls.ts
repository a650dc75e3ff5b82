import type { Waiting } from "../../communes/index.ts";
import { linesWords } from "../loans/parts.tsx";
import { loansOf } from "../loans/queries.ts";
import { recipientsOf } from "../reminding/queries.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { waitsOf } from "./queries.ts";

/** Who is offered what they waited for and can be written to by nobody: to be called before the offer ends. */
export const waitingCalls: Waiting = async ({ tx, t, person, now }) => {
  if (!keepers.allows(person)) return [];
  const offered = (await waitsOf(tx, now)).filter(({ offeredUntil }) => offeredUntil !== null);
  const lines: Awaited<ReturnType<Waiting>>[number][] = [];
  for (const { loanId } of offered)
    for (const loan of await loansOf(tx, { id: loanId })) {
      if ((await recipientsOf(tx, loan)).length) continue;
      const association = loan.associationId ? { id: loan.associationId, name: loan.borrower } : undefined; // prettier-ignore
      lines.push({
        key: `loan:${loanId}`,
        path: urls.deskLoan(loanId),
        icon: "phone",
        words: t("loanwaitdesk:toCall", { who: loan.borrower, what: linesWords(loan) }),
        association,
        since: loan.createdAt,
        rank: 1,
      });
    }
  return lines;
};
