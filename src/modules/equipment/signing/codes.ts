export const sides = ["association", "commune"] as const;
export type Side = (typeof sides)[number];

/** Drawn with a finger, typed and ticked, or on a paper that is kept. */
export type How = "drawn" | "typed" | "paper";

/** Of a condition report: when it leaves, when it comes back. */
export type Way = "out" | "back";

/** What is signed of a loan, as the address of the counter names it. */
export const loanPapers = ["bon", "depart", "retour"] as const;
export type LoanPaper = (typeof loanPapers)[number];

/** What may be signed of a loan now: nothing is seen coming back before something left. */
export const papersOf = ({ outAt }: { outAt: Date | null }): readonly LoanPaper[] =>
  loanPapers.filter((one) => one !== "retour" || outAt !== null);
