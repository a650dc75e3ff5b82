import type { Tx } from "../../../platform/db/database.ts";
import { whole } from "../../../platform/db/whole.ts";
import { acceptOffer, changeDates } from "../../scheduling/index.ts";
import { loanInTurn } from "../custody/turn.ts";
import { note, type Hand } from "../journal.ts";
import { meet } from "../loans/ask.ts";
import { cancelLoan, giveBack, isFor, type DecidedBy } from "../loans/decide.ts";
import type { Loan } from "../loans/queries.ts";
import { countStock, isThere, turnOfPools } from "../pools/stock.ts";

/** The meetings of what is accepted, and who decides: the rules, who lends and says yes for them, or nobody yet. */
export type Accepted = {
  out: Date;
  back: Date;
  slotMinutes: number;
  slotMost: number;
  bufferMinutes: number;
  decided: { how: "rules" } | { how: DecidedBy; by: string } | undefined;
};

type Answered = { done: Loan } | { refused: "late" | "slot_full" | "not_there" };

/**
 * What was offered becomes a loan, for the hours chosen: the rest of its days is free again. Said twice, it is accepted once. All of
 * it or nothing; what is not there is then offered no more.
 */
export async function acceptWait(
  tx: Tx,
  known: Loan,
  accepted: Accepted,
  hand: Hand,
): Promise<Answered> {
  const answered = await promiseOffer(tx, known, accepted, hand);
  if (!("refused" in answered) || answered.refused !== "not_there") return answered;
  for (const { poolId } of known.lines) await countStock(tx, poolId, hand.at);
  // Offers that come after this one may have been withdrawn, which leaves it what is there.
  const again = await promiseOffer(tx, known, accepted, hand);
  return "refused" in again && again.refused === "late" ? { refused: "not_there" } : again;
}

const promiseOffer = (
  tx: Tx,
  known: Loan,
  { out, back, decided, ...place }: Accepted,
  hand: Hand,
): Promise<Answered> =>
  whole(tx, async () => {
    const loan = await loanInTurn(tx, known.id);
    const [line] = loan?.lines ?? [];
    if (!loan || !line) return { refused: "late" };
    if (loan.state === "asked" || loan.state === "accepted") return { done: loan };
    if (loan.state !== "waiting") return { refused: "late" };
    const taken = await acceptOffer(tx, line.seatId, hand.at);
    if ("refused" in taken) return { refused: "late" };
    const ready = (place.slotMinutes + place.bufferMinutes) * 60_000;
    const dates = { from: out, until: new Date(back.getTime() + ready) };
    if ("refused" in (await changeDates(tx, line.seatId, dates, hand.at, "lost")))
      return { refused: "late" };
    // Late since the last round of the clock: what is not there is promised to nobody.
    if (!(await isThere(tx, line.poolId, dates, hand.at))) return { refused: "not_there" };
    await countStock(tx, line.poolId, hand.at);
    await turnOfPools(tx, [line.poolId], hand.at);
    await tx
      .updateTable("loan")
      .set({
        state: decided ? "accepted" : "asked",
        from_at: out,
        until_at: back,
        decided_how: decided?.how ?? null,
        decided_by: decided && "by" in decided ? decided.by : null,
        decided_at: decided ? hand.at : null,
        changed_at: hand.at,
      })
      .where("loan_id", "=", loan.id)
      .execute();
    const at = { placeId: loan.placeId, slotMost: place.slotMost };
    if (!(await meet(tx, loan.id, "out", out, at))) return { refused: "slot_full" };
    if (!(await meet(tx, loan.id, "back", back, at))) return { refused: "slot_full" };
    await note(tx, hand, "loan", loan.id, decided ? "accepted" : "asked");
    const now = await loanInTurn(tx, loan.id);
    return now ? { done: now } : { refused: "late" };
  });

/** Leaves the list, or says no to what is offered; false when they wait no more. The next one is offered it. */
export const leaveList = (tx: Tx, known: Loan, hand: Hand): Promise<boolean> =>
  endWait(tx, known, "left", hand);

/** They wait no more: they left, nothing came free in time, or three offers were left without an answer. */
export async function endWait(
  tx: Tx,
  known: Loan,
  why: "left" | "unanswered" | "late",
  hand: Hand,
): Promise<boolean> {
  const loan = await loanInTurn(tx, known.id);
  return loan?.state === "waiting" && cancelLoan(tx, loan, hand, why);
}

/** Who lends takes somebody out of the list, and says why. False when they wait no more, or when somebody else lends it. */
export async function removeFromList(
  tx: Tx,
  known: Loan,
  { words, by, how }: { words: string; by: string; how: DecidedBy },
  hand: Hand,
): Promise<boolean> {
  const loan = await loanInTurn(tx, known.id);
  if (loan?.state !== "waiting" || !isFor(how, loan)) return false;
  await tx
    .updateTable("loan")
    .set({
      state: "refused",
      decided_how: how,
      decided_at: hand.at,
      decided_by: by,
      words,
      wait_ended: "removed",
      changed_at: hand.at,
    }) // prettier-ignore
    .where("loan_id", "=", loan.id)
    .execute();
  await giveBack(tx, loan, hand.at);
  await note(tx, hand, "loan", loan.id, "refused");
  return true;
}
