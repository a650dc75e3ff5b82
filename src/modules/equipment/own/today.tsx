import { shortDay } from "../../../ui/dates.ts";
import { Actions, Alert, ButtonLink, type View } from "../../../ui/index.ts";
import type { Board } from "../board/board.ts";
import { BoardContents, countsOf } from "../board/contents.tsx";
import { BoardLoans } from "../board/loan-list.tsx";
import type { WaitingUnit } from "../board/queries.ts";
import { WaitingUnits } from "../board/unit-list.tsx";
import type { Shortage } from "../reminding/lacks.ts";
import { ownUrls } from "../urls.ts";
import { spaceSide } from "../who.ts";

/** What there is to do of what somebody's associations lend themselves. */
export type Today = {
  board: Board;
  units: readonly WaitingUnit[];
  short: readonly Shortage[];
  /** How many are on the waiting list. */
  waiting: number;
  now: Date;
};

const nobody: ReadonlySet<string> = new Set();

/** The day of who lends, in the order it is done: the same lists as at the desk. */
export function OwnToday({ view, today }: { view: View; today: Today }) {
  const { board, units, short, waiting, now } = today;
  const { t, href } = view;
  const of = { view, side: spaceSide };
  const lists = { ...of, now, unreachable: nobody };
  const toCheck = units.filter(({ state }) => state === "to_check");
  const toRepair = units.filter(({ state }) => state === "repair");
  return (
    <>
      <BoardContents view={view} counts={countsOf(board, toCheck.length, toRepair.length)} />
      {waiting > 0 && (
        <Actions>
          <ButtonLink kind="secondary" href={href(ownUrls.waits)} icon="wait">
            {t("handing:waits.count", { count: waiting })}
          </ButtonLink>
        </Actions>
      )}
      <OwnShort view={view} short={short} />
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

/** What is promised and no longer there: who lends finds another unit, mends one, or tells who is to come. */
function OwnShort({ view, short }: { view: View; short: readonly Shortage[] }) {
  const { t, href, lang } = view;
  if (!short.length) return null;
  return (
    <Alert view={view} kind="warning" title={t("handing:board.short")}>
      <p>{t("handing:board.shortHow")}</p>
      {short.map(({ modelId, name, placeName: place, promised, left, lacks }) => (
        <>
          <p>
            <a href={href(ownUrls.deskModel(modelId))}>
              {t("handing:board.shortLine", { name, place, promised, left })}
            </a>
          </p>
          <ul>
            {lacks.map(({ loanId, borrower, from, missing: quantity }) => (
              <li>
                <a href={href(ownUrls.deskLoan(loanId))}>
                  {t("handing:board.lack", { borrower, day: shortDay(lang, from), quantity })}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Alert>
  );
}
