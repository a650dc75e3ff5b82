import type { Translate } from "../../../platform/i18n/index.ts";
import type { Loan } from "../loans/queries.ts";

/** What only who lends can settle: that it is no longer there, that no hour is left. */
export type ToTalkOver = "notThere" | "noSlot";

/** The same to who waits, with whom to talk it over: the association that lends what is its own, by its name, or the town hall. */
export const talkOver = (t: Translate, what: ToTalkOver, { lender }: Pick<Loan, "lender">) =>
  lender === null ? t(`loanwait:${what}`) : t(`loanwait:${what}By`, { lender });
