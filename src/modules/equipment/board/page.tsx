import {
  Actions,
  Button,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import { NoModel } from "../models/no-model.tsx";
import { NoPlace } from "../lending-places/no-place.tsx";
import type { Loan } from "../loans/queries.ts";
import { urls as reportUrls } from "../reports/urls.ts";
import { kitUrls, partUrls, upkeepUrls, urls } from "../urls.ts";
import { deskSide } from "../who.ts";
import type { Board } from "./board.ts";
import { Keeping, type Kept } from "./keeping.tsx";
import { BoardContents, countsOf } from "./contents.tsx";
import { BoardLoans } from "./loan-list.tsx";
import type { WaitingUnit } from "./queries.ts";
import { Short, type ShortSeen } from "./short.tsx";
import { WaitingUnits } from "./unit-list.tsx";

export type BoardSeen = {
  board: Board;
  units: readonly WaitingUnit[];
  short: readonly ShortSeen[];
  keeping: Kept;
  /** Loans of which nobody can be written to. */
  unreachable: ReadonlySet<string>;
  /** Lending begins with a place that hands over, then something to lend. */
  missing: "place" | "model" | undefined;
  /** How many wait for something that is not free. */
  waiting: number;
  now: Date;
  form: FormState;
};

/** Where the rest of equipment is. */
const doors = [
  [urls.picking(), "paperdesk:picking.title", "print"],
  [urls.waits, "handing:waits.title", "wait"],
  [urls.models, "lending:models.title", "equipment"],
  [kitUrls.all, "keeping:kits.title", "list"],
  [partUrls.all, "keeping:parts.title", "tag"],
  [upkeepUrls.due, "keeping:upkeep.title", "tasks"],
  [urls.places, "lending:places.title", "place"],
  [urls.deskConventions, "conventiondesk:title", "document"],
  [urls.rules, "lending:rules.title", "settings"],
  [reportUrls.all(), "reports:title", "figures"],
  [urls.inventories, "inventory:list.title", "import"],
  [urls.exports, "inventory:exports.title", "download"],
] as const;

/** What there is to do today, the most pressing first: on a phone, in the order it is done. */
export function boardPage(view: View, seen: BoardSeen): string {
  const { t, href, lang } = view;
  const { board, units, short, keeping, now, form } = seen;
  const nothing = !units.length && !short.length && !keeping.due && !keeping.low && Object.values(board).every((list: readonly Loan[]) => !list.length); // prettier-ignore
  const lists = { view, side: deskSide, now, unreachable: seen.unreachable };
  const toCheck = units.filter(({ state }) => state === "to_check");
  const toRepair = units.filter(({ state }) => state === "repair");
  return deskPage(
    view,
    { title: t("lending:title"), section: urls.desk, wrong: Object.keys(form.errors).length > 0 },
    <>
      <h1>{t("lending:title")}</h1>
      <p class="lead">{longDay(lang, dayOf(now), true)}</p>
      <form class="row not-paper" method="get" action={href(urls.findUnit)}>
        <TextField
          view={view}
          form={form}
          name="etiquette"
          label={t("custody:board.tag")}
          hint={t("custody:board.tagHint")}
          short
        />
        <Button kind="secondary">{t("custody:board.open")}</Button>
      </form>
      <Actions>
        <ButtonLink href={href(urls.addLoan)} icon="add">
          {t("custody:adding.title")}
        </ButtonLink>
        {seen.waiting > 0 && (
          <ButtonLink kind="secondary" href={href(urls.waits)} icon="wait">
            {t("handing:waits.count", { count: seen.waiting })}
          </ButtonLink>
        )}
      </Actions>
      {seen.missing === "place" && <NoPlace view={view} />}
      {seen.missing === "model" && <NoModel view={view} />}
      {nothing && !seen.missing && (
        <EmptyState scene={<RestScene />} title={t("lending:board.empty")}>
          <p>{t("lending:board.emptyHow")}</p>
        </EmptyState>
      )}
      <BoardContents view={view} counts={countsOf(board, toCheck.length, toRepair.length)} />
      <Short view={view} short={short} unreachable={seen.unreachable} />
      <Keeping view={view} kept={keeping} />
      <BoardLoans {...lists} list="late" loans={board.late} act="takingBack" />
      <BoardLoans {...lists} list="toHandOver" loans={board.toHandOver} act="handingOver" />
      <BoardLoans {...lists} list="due" loans={board.due} act="takingBack" />
      <BoardLoans {...lists} list="toDecide" loans={board.toDecide} act="deskLoan" />
      <BoardLoans {...lists} list="toPrepare" loans={board.toPrepare} act="preparation" />
      <WaitingUnits view={view} side={deskSide} list="toCheck" units={toCheck} />
      <WaitingUnits view={view} side={deskSide} list="toRepair" units={toRepair} />
      <BoardLoans {...lists} list="toReview" loans={board.toReview} act="moving" />
      <BoardLoans {...lists} list="later" loans={board.later} act="deskLoan" />
      <nav class="flow not-paper" aria-label={t("custody:board.rest")}>
        <h2>{t("custody:board.rest")}</h2>
        <Actions>
          {doors.map(([path, words, icon]) => (
            <ButtonLink href={href(path)} kind="quiet" icon={icon}>
              {t(words)}
            </ButtonLink>
          ))}
        </Actions>
      </nav>
    </>,
  );
}
