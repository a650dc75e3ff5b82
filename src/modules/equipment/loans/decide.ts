import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { cancelSeat } from "../../scheduling/index.ts";
import { note, type Hand } from "../journal.ts";
import { countStock, turnOfPools } from "../pools/stock.ts";
import type { LoanState } from "./codes.ts";
import type { Loan } from "./queries.ts";

/** States in which a loan may still be given up. */
const beforeHandOver: readonly LoanState[] = ["asked", "waiting", "accepted", "prepared"];

/** What may become of a loan that has not been handed over. */
export const mayBe = {
  accepted: (state: LoanState) => state === "asked",
  refused: (state: LoanState) => state === "asked",
  cancelled: (state: LoanState) => beforeHandOver.includes(state),
  /** By who lends, with no word: what waits for an answer is refused, who waits in the list is taken out of it. */
  givenUp: (state: LoanState) => state === "accepted" || state === "prepared",
};

/** Who decides: an agent, or the association whose it is. */
export type DecidedBy = "agent" | "association";

/** What an association lends itself is decided by it alone, the rest by agents. */
export const isFor = (how: DecidedBy, { ownerId }: Pick<Loan, "ownerId">): boolean =>
  (how === "association") === (ownerId !== null);

/** Accepts what was asked; it was promised since it was asked. False when somebody decided meanwhile. */
export const acceptLoan = (
  tx: Tx,
  loan: Loan,
  words: string | null,
  hand: Hand,
  by: string,
  how: DecidedBy = "agent",
) => decide(tx, loan, { state: "accepted", words, by, how }, hand);

/** Refuses it, and gives back what it took; with the words the association reads. */
export async function refuseLoan(
  tx: Tx,
  loan: Loan,
  words: string,
  hand: Hand,
  by: string,
  how: DecidedBy = "agent",
): Promise<boolean> {
  if (!(await decide(tx, loan, { state: "refused", words, by, how }, hand))) return false;
  await giveBack(tx, loan, hand.at);
  return true;
}

type Decided = {
  state: "accepted" | "refused";
  words: string | null;
  by: string;
  how: DecidedBy;
};

async function decide(
  tx: Tx,
  loan: Loan,
  { state, words, by, how }: Decided,
  hand: Hand,
): Promise<boolean> {
  if (!isFor(how, loan)) return false;
  const { numUpdatedRows } = await tx
    .updateTable("loan")
    .set({
      state,
      decided_how: how,
      decided_at: hand.at,
      decided_by: by,
      words,
      changed_at: hand.at,
    }) // prettier-ignore
    .where("loan_id", "=", loan.id)
    .where("state", "=", "asked")
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await note(tx, hand, "loan", loan.id, state);
  return true;
}

/** Gives up a loan before it is handed over: what it took is free, and offered to who waits. Of who waited: why they wait no more. */
export async function cancelLoan(
  tx: Tx,
  loan: Loan,
  hand: Hand,
  why: "left" | "unanswered" | "late" = "left",
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("loan")
    .set({
      state: "cancelled",
      wait_ended: sql<string | null>`case state when 'waiting' then ${why} end`,
      changed_at: hand.at,
    })
    .where("loan_id", "=", loan.id)
    .where("state", "in", beforeHandOver)
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await giveBack(tx, loan, hand.at);
  await note(tx, hand, "loan", loan.id, "cancelled");
  return true;
}

/** What it took is free as far as it is there: on a shelf that is short, nobody is offered what only lacks one loan less. */
export async function giveBack(tx: Tx, loan: Loan, at: Date): Promise<void> {
  const pools = loan.lines.map(({ poolId }) => poolId);
  await turnOfPools(tx, pools, at);
  for (const { seatId } of loan.lines) await cancelSeat(tx, seatId, at, "lost");
  for (const poolId of pools) await countStock(tx, poolId, at);
  await turnOfPools(tx, pools, at);
  await tx
    .deleteFrom("allocation")
    .where("loan_id", "=", loan.id)
    .where("state", "=", "set_aside")
    .execute();
  await tx.deleteFrom("hand_over").where("loan_id", "=", loan.id).execute();
}
