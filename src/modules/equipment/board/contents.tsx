import type { View } from "../../../ui/index.ts";
import type { Board, BoardList } from "./board.ts";
import { anchors, type UnitList } from "./loan-list.tsx";

/** How many there are in each list, in the order of the page. */
export const countsOf = (board: Board, toCheck: number, toRepair: number) =>
  (
    [
      ["late", board.late.length],
      ["toHandOver", board.toHandOver.length],
      ["due", board.due.length],
      ["toDecide", board.toDecide.length],
      ["toPrepare", board.toPrepare.length],
      ["toCheck", toCheck],
      ["toRepair", toRepair],
      ["toReview", board.toReview.length],
      ["later", board.later.length],
    ] as const
  ).filter(([, count]) => count > 0);

/** The day at a glance, each list one tap away: on a phone the last one is far down. */
export function BoardContents(props: {
  view: View;
  counts: readonly (readonly [BoardList | UnitList, number])[];
}) {
  const { view, counts } = props;
  if (counts.length < 2) return null;
  return (
    <nav class="not-paper" aria-label={view.t("handing:board.contents")}>
      <ul class="plain row">
        {counts.map(([list, count]) => (
          <li>
            <a href={`#${anchors[list]}`}>{view.t(`handing:board.${list}`)}</a> {count}
          </li>
        ))}
      </ul>
    </nav>
  );
}
