import { longDay, shortDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  EmptyState,
  French,
  page,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { LoanUnits } from "../custody/loan-units.tsx";
import type { Allocation } from "../custody/queries.ts";
import { mayExtend } from "./extension.ts";
import { LoanPapers } from "../papers/loan-links.tsx";
import { urls, waitUrls } from "../urls.ts";
import type { WaitSeen } from "../waiting/accepting.ts";
import { mayAgain } from "../waiting/again.ts";
import { WaitLine, WaitPart } from "../waiting/part.tsx";
import type { Wait } from "../waiting/queries.ts";
import { mayBe } from "./decide.ts";
import { LoanFacts, LoanTag, linesWords, borrowedTrail, spaceTrail } from "./parts.tsx";
import type { Loan } from "./queries.ts";

/** The loans of someone's associations, those to come first. */
export function minePage(view: View, loans: readonly Loan[], waits: readonly Wait[]): string {
  const { t, href, lang } = view;
  return page(
    view,
    { title: t("equipment:loan.list"), section: "/espace", hidden: true },
    <>
      <Breadcrumb view={view} trail={spaceTrail(view)} here={t("equipment:loan.list")} />
      <h1>{t("equipment:loan.list")}</h1>
      <Actions>
        <ButtonLink href={href(urls.catalogue)} icon="equipment">
          {t("equipment:title")}
        </ButtonLink>
        <ButtonLink href={href(urls.conventions)} kind="secondary" icon="document">
          {t("conventions:list.title")}
        </ButtonLink>
        {loans.length > 0 && (
          <ButtonLink kind="quiet" href={href(urls.mineFile)} icon="download">
            {t("loanfile:download")}
          </ButtonLink>
        )}
      </Actions>
      <Table
        view={view}
        caption={t("equipment:loan.list")}
        captionHidden
        rows={loans}
        empty={
          <EmptyState scene={<RestScene />} title={t("equipment:loan.empty")}>
            <p>{t("equipment:loan.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("equipment:loan.what"),
            heading: true,
            cell: (loan) => (
              <a href={href(urls.loan(loan.id))}>
                <French view={view}>{linesWords(loan)}</French>
                <span class="sr">, {longDay(lang, loan.from)}</span>
              </a>
            ),
          },
          { label: t("equipment:loan.out"), cell: ({ from }) => shortDay(lang, from) },
          { label: t("equipment:loan.back"), cell: ({ until }) => shortDay(lang, until) },
          {
            label: t("equipment:loan.where"),
            cell: ({ placeName }) => <French view={view}>{placeName}</French>,
          },
          {
            label: t("equipment:loan.for"),
            minor: true,
            cell: ({ borrower }) => <French view={view}>{borrower}</French>,
          },
          {
            label: t("equipment:loan.stateIs"),
            cell: (loan) => {
              const wait = waits.find(({ loanId }) => loanId === loan.id);
              return (
                <>
                  <LoanTag view={view} loan={loan} />
                  {wait && <WaitLine view={view} wait={wait} />}
                </>
              );
            },
          },
        ]}
      />
    </>,
  );
}

/** One loan, as the association sees it. */
export function oneOfMine(
  view: View,
  loan: Loan,
  units: readonly Allocation[],
  waiting: WaitSeen | undefined,
  today: string,
): string {
  const { t, href } = view;
  const title = t("equipment:loan.title", { code: loan.code });
  return page(
    view,
    {
      title,
      main: "text",
      section: "/espace",
      hidden: true,
      wrong: !!waiting && (!!waiting.refused || Object.keys(waiting.form.errors).length > 0),
    },
    <>
      <Breadcrumb view={view} trail={borrowedTrail(view)} here={title} />
      <h1>{title}</h1>
      <p class="row">
        <LoanTag view={view} loan={loan} />
        <span class="soft">{loan.borrower}</span>
      </p>
      {waiting && (
        <WaitPart
          view={view}
          seen={waiting}
          today={today}
          addresses={{ accept: waitUrls.accepting(loan.id), leave: waitUrls.leaving(loan.id) }}
        />
      )}
      <LoanFacts view={view} loan={loan} />
      {mayExtend(loan) && (
        <Actions>
          <ButtonLink href={href(urls.extension(loan.id))} kind="secondary" icon="calendar">
            {t("equipment:extension.title")}
          </ButtonLink>
        </Actions>
      )}
      <LoanUnits
        view={view}
        units={units}
        photoOf={(fileId) => href(urls.loanPhoto(loan.id, fileId))}
      />
      <LoanPapers view={view} loan={loan} of="borrower" />
      {mayAgain(loan) && (
        <p>
          <a href={href(waitUrls.again(loan.id))}>{t("loanwait:same.do")}</a>
        </p>
      )}
      {mayBe.cancelled(loan.state) && loan.state !== "waiting" && (
        <ActionForm view={view} action={href(urls.loanCancel(loan.id))} kind="danger" icon="close">
          {t("equipment:loan.cancel")}
        </ActionForm>
      )}
    </>,
  );
}
