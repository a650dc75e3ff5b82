import type { View } from "../../../ui/index.ts";
import type { Board } from "../board/board.ts";
import { BoardContents, countsOf } from "../board/contents.tsx";
import { BoardLoans } from "../board/loan-list.tsx";
import type { WaitingUnit } from "../board/queries.ts";
import { WaitingUnits } from "../board/unit-list.tsx";
import { spaceSide } from "../who.ts";

/** What there is to do of what somebody's associations lend themselves. */
export type Today = { board: Board; units: readonly WaitingUnit[]; now: Date };

const nobody: ReadonlySet<string> = new Set();

/** The day of who lends, in the order it is done: the same lists as at the desk. */
export function OwnToday({ view, today }: { view: View; today: Today }) {
  const { board, units, now } = today;
  const of = { view, side: spaceSide };
  const lists = { ...of, now, unreachable: nobody };
  const toCheck = units.filter(({ state }) => state === "to_check");
  const toRepair = units.filter(({ state }) => state === "repair");
  return (
    <>
      <BoardContents view={view} counts={countsOf(board, toCheck.length, toRepair.length)} />
      <BoardLoans {...lists} list="late" loans={board.late} act="takingBack" />
      <BoardLoans {...lists} list="toHandOver" loans={board.toHandOver} act="handingOver" />
      <BoardLoans {...lists} list="due" loans={board.due} act="takingBack" />
      <BoardLoans {...lists} list="toPrepare" loans={board.toPrepare} act="preparation" />
      <WaitingUnits {...of} list="toCheck" units={toCheck} />
      <WaitingUnits {...of} list="toRepair" units={toRepair} />
      <BoardLoans {...lists} list="toReview" loans={board.toReview} act="moving" />
      <BoardLoans {...lists} list="later" loans={board.later} act="deskLoan" />
    </>
  );
}
