import { shortDay } from "../../../ui/dates.ts";
import { Breadcrumb, EmptyState, French, RestScene, Table, type View } from "../../../ui/index.ts";
import { homeTrail, keptPage } from "../kept-page.tsx";
import { Borrower, linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import type { Side } from "../who.ts";
import { standingWords } from "./kept-part.tsx";
import type { Wait } from "./queries.ts";

export type Waiting = { loan: Loan; wait: Wait };

/** Who waits for what, when, since when; what is offered first, as it is there for a moment only. */
export function waitingPage(view: View, side: Side, waiting: readonly Waiting[]): string {
  const { t, href, lang } = view;
  const title = t("handing:waits.title");
  return keptPage(
    view,
    side,
    { title },
    <>
      <Breadcrumb view={view} trail={homeTrail(view, side)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("handing:waits.lead")}</p>
      <p class="soft">{t("loanwait:order")}</p>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={waiting}
        empty={
          <EmptyState scene={<RestScene />} title={t("handing:waits.empty")}>
            <p>{t("handing:waits.emptyHow")}</p>
            {side.name === "desk" && <p>{t("loanwaitdesk:emptyHow")}</p>}
          </EmptyState>
        }
        columns={[
          {
            label: t("equipment:loan.what"),
            heading: true,
            cell: ({ loan }) => (
              <a href={href(side.urls.deskLoan(loan.id))}>
                <French view={view}>{linesWords(loan)}</French>
              </a>
            ),
          },
          {
            label: t("handing:waits.who"),
            cell: ({ loan }) => (
              <>
                <Borrower view={view} side={side} loan={loan} />
                {!loan.associationId && (
                  <>
                    <br />
                    <span class="soft">{t("handing:waits.service")}</span>
                  </>
                )}
              </>
            ),
          },
          {
            label: t("loanwait:days"),
            cell: ({ loan }) =>
              [...new Set([shortDay(lang, loan.from), shortDay(lang, loan.until)])].join(" – "),
          },
          {
            label: t("equipment:loan.where"),
            cell: ({ loan }) => <French view={view}>{loan.placeName}</French>,
          },
          {
            label: t("handing:waits.since"),
            cell: ({ loan }) => shortDay(lang, loan.createdAt),
          },
          { label: t("handing:waits.place"), cell: ({ wait }) => standingWords(view, wait) },
        ]}
      />
    </>,
  );
}
