import { shortDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Breadcrumb,
  EmptyState,
  French,
  page,
  RestScene,
  Table,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { mayBe } from "../loans/decide.ts";
import { CustodyActions } from "../custody/loan-actions.tsx";
import { LoanUnits } from "../custody/loan-units.tsx";
import type { Allocation } from "../custody/queries.ts";
import { homeTrail, loansTrail } from "../kept-page.tsx";
import { LoanLetters, type Written } from "../reminding/loan-letters.tsx";
import { LoanPapers } from "../papers/loan-links.tsx";
import { spaceSide } from "../who.ts";
import { Borrower, LoanFacts, LoanTag, linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { WordsForm } from "../loans/words-form.tsx";
import { ownUrls } from "../urls.ts";
import { WaitKept } from "../waiting/kept-part.tsx";
import type { WaitSeen } from "../waiting/accepting.ts";

/** What others ask of an association's own equipment, those that wait for its answer first. */
export function askedPage(view: View, loans: readonly Loan[]): string {
  const { t, href, lang } = view;
  return page(
    view,
    { title: t("own:requests"), section: "/espace", hidden: true },
    <>
      <Breadcrumb view={view} trail={homeTrail(view, spaceSide)} here={t("own:requests")} />
      <h1>{t("own:requests")}</h1>
      <Table
        view={view}
        caption={t("own:requests")}
        captionHidden
        rows={loans}
        empty={
          <EmptyState scene={<RestScene />} title={t("own:noRequest")}>
            <p>{t("own:noRequestHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("own:who"),
            heading: true,
            cell: (loan) => (
              <a href={href(ownUrls.deskLoan(loan.id))}>
                <French view={view}>{loan.borrower}</French>
              </a>
            ),
          },
          {
            label: t("equipment:loan.what"),
            cell: (loan) => <French view={view}>{linesWords(loan)}</French>,
          },
          { label: t("equipment:loan.out"), cell: ({ from }) => shortDay(lang, from) },
          { label: t("equipment:loan.back"), cell: ({ until }) => shortDay(lang, until) },
          {
            label: t("equipment:loan.stateIs"),
            cell: (loan) => <LoanTag view={view} loan={loan} desk />,
          },
        ]}
      />
    </>,
  );
}

export type AskedOne = {
  loan: Loan;
  units: readonly Allocation[];
  written: Written;
  /** Of who is on the waiting list. */
  waiting: WaitSeen | undefined;
};

/** One request, and the answer of who lends. */
export function askedOnePage(
  view: View,
  { loan, units, written, waiting }: AskedOne,
  form: FormState,
): string {
  const { t, href } = view;
  const title = t("equipment:loan.title", { code: loan.code });
  return page(
    view,
    {
      title,
      section: "/espace",
      hidden: true,
      main: "text",
      wrong:
        Object.keys(form.errors).length > 0 ||
        !!waiting?.refused ||
        Object.keys(waiting?.form.errors ?? {}).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={loansTrail(view, spaceSide)} here={title} />
      <h1>{title}</h1>
      <p class="row">
        <LoanTag view={view} loan={loan} desk />
        <Borrower view={view} side={spaceSide} loan={loan} />
      </p>
      <LoanFacts view={view} loan={loan} />
      {waiting && <WaitKept view={view} side={spaceSide} seen={waiting} />}
      <CustodyActions view={view} side={spaceSide} loan={loan} units={units} />
      {mayBe.accepted(loan.state) && (
        <ActionForm view={view} action={href(ownUrls.acceptance(loan.id))} icon="done">
          {t("own:accept")}
        </ActionForm>
      )}
      {mayBe.refused(loan.state) && (
        <WordsForm
          view={view}
          form={form}
          action={ownUrls.refusal(loan.id)}
          does={t("own:refuse")}
          label={t("own:words")}
          hint={t("own:wordsHint")}
        />
      )}
      <LoanUnits
        view={view}
        units={units}
        kept={spaceSide}
        photoOf={(file) => href(ownUrls.lentPhoto(loan.id, file))}
      />
      <LoanLetters view={view} side={spaceSide} loan={loan} written={written} />
      <LoanPapers view={view} loan={loan} of="lender" />
      {mayBe.givenUp(loan.state) && (
        <ActionForm
          view={view}
          action={href(ownUrls.cancellation(loan.id))}
          kind="quiet"
          icon="close"
        >
          {t("handing:cancel")}
        </ActionForm>
      )}
    </>,
  );
}
