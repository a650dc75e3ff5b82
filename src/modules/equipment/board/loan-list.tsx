import { Moment } from "./moment.tsx";
import { French, Table, Tag, type View } from "../../../ui/index.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import type { Side } from "../who.ts";
import { daysLate, type BoardList } from "./board.ts";

/** Where each list stands in the page. */
export const anchors: Readonly<Record<BoardList | UnitList, string>> = {
  late: "retards",
  toHandOver: "remises",
  due: "retours",
  toDecide: "demandes",
  toPrepare: "preparations",
  toCheck: "verifications",
  toRepair: "reparations",
  toReview: "mises-a-disposition",
  later: "plus-tard",
};
export type UnitList = "toCheck" | "toRepair";

const verbs = { takingBack: "doTakeBack", handingOver: "doHandOver", preparation: "doPrepare", moving: "doReview" } as const; // prettier-ignore
type Act = keyof typeof verbs | "deskLoan";

/** One list of the board: who, what, when, and the one thing to do. */
export function BoardLoans(props: {
  view: View;
  side: Side;
  list: BoardList;
  loans: readonly Loan[];
  act: Act;
  now: Date;
  unreachable: ReadonlySet<string>;
}) {
  const { view, side, list, loans, act, now, unreachable } = props;
  const { t, href } = view;
  if (!loans.length) return null;
  const back = list === "late" || list === "due" || list === "toReview";
  const title = t(`handing:board.${list}`);
  return (
    <section class="flow" id={anchors[list]}>
      <h2>{title}</h2>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={loans}
        columns={[
          {
            label: t("handing:board.who"),
            heading: true,
            cell: (loan) => (
              <>
                <a href={href(side.urls.deskLoan(loan.id))}>
                  <French view={view}>{loan.borrower}</French>
                </a>
                {unreachable.has(loan.id) && <Tag icon="phone">{t("reminding:desk.toCall")}</Tag>}
              </>
            ),
          },
          {
            label: t("equipment:loan.what"),
            cell: (loan) => <French view={view}>{whatOf(loan, list)}</French>,
          },
          {
            label: t(
              list === "late"
                ? "handing:board.lateness"
                : back
                  ? "equipment:loan.back"
                  : "equipment:loan.out",
            ),
            cell: (loan) =>
              list === "late" ? (
                <Tag tone="error">
                  {t("handing:board.lateDays", { count: daysLate(loan.until, now) })}
                </Tag>
              ) : (
                <Moment view={view} at={back ? loan.until : loan.from} now={now} />
              ),
          },
          {
            label: t("equipment:loan.where"),
            minor: true,
            cell: ({ placeName }) => <French view={view}>{placeName}</French>,
          },
          ...(act === "deskLoan"
            ? []
            : [
                {
                  label: t("handing:board.toDo"),
                  action: true,
                  cell: (loan: Loan) => (
                    <a class="btn btn-secondary" href={href(side.urls[act](loan.id))}>
                      {t(`handing:board.${verbs[act]}`)}
                      <span class="sr">{`\u00a0: ${loan.borrower}, ${linesWords(loan)}`}</span>
                    </a>
                  ),
                },
              ]),
        ]}
      />
    </section>
  );
}

/** What is put together is told by its shelf, in the order one walks. */
const whatOf = (loan: Loan, list: BoardList): string =>
  list === "toPrepare"
    ? loan.lines
        .toSorted((a, b) => (a.shelf ?? "").localeCompare(b.shelf ?? "", "fr"))
        .map(
          ({ name, quantity, shelf }) => `${quantity}\u00a0× ${name}${shelf ? ` (${shelf})` : ""}`,
        )
        .join(", ")
    : linesWords(loan);
