import { ActionForm, Breadcrumb, deskPage, type FormState, type View } from "../../../ui/index.ts";
import { CustodyActions } from "../custody/loan-actions.tsx";
import { LoanUnits } from "../custody/loan-units.tsx";
import type { Allocation } from "../custody/queries.ts";
import { LoanPapers } from "../papers/loan-links.tsx";
import { LoanLetters, type Written } from "../reminding/loan-letters.tsx";
import { urls } from "../urls.ts";
import { deskSide } from "../who.ts";
import type { WaitSeen } from "../waiting/accepting.ts";
import { WaitKept } from "../waiting/kept-part.tsx";
import { mayBe } from "./decide.ts";
import { Borrower, LoanFacts, LoanTag } from "./parts.tsx";
import type { Loan } from "./queries.ts";
import { WordsForm } from "./words-form.tsx";

export type DeskLoan = {
  loan: Loan;
  units: readonly Allocation[];
  written: Written;
  form: FormState;
  /** Of who is on the waiting list. */
  waiting: WaitSeen | undefined;
};

/** One loan at the desk, and what may be decided of it. */
export function deskLoanPage(
  view: View,
  { loan, units, written, form, waiting }: DeskLoan,
): string {
  const { t, href } = view;
  const title = t("equipment:loan.title", { code: loan.code });
  return deskPage(
    view,
    {
      title,
      section: urls.desk,
      main: "text",
      wrong:
        Object.keys(form.errors).length > 0 ||
        !!waiting?.refused ||
        Object.keys(waiting?.form.errors ?? {}).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="row">
        <LoanTag view={view} loan={loan} desk />
        <Borrower view={view} side={deskSide} loan={loan} />
      </p>
      <LoanFacts view={view} loan={loan} />
      {waiting && <WaitKept view={view} side={deskSide} seen={waiting} />}
      <CustodyActions view={view} side={deskSide} loan={loan} units={units} />
      <LoanLetters view={view} side={deskSide} loan={loan} written={written} />
      <LoanUnits view={view} units={units} kept={deskSide} />
      <LoanPapers view={view} loan={loan} of="desk" />
      {mayBe.accepted(loan.state) && loan.ownerId && <p>{t("lending:loan.ownerAnswers")}</p>}
      {mayBe.accepted(loan.state) && !loan.ownerId && (
        <ActionForm view={view} action={href(urls.acceptance(loan.id))} icon="done">
          {t("lending:loan.accept")}
        </ActionForm>
      )}
      {mayBe.refused(loan.state) && !loan.ownerId && (
        <WordsForm
          view={view}
          form={form}
          action={urls.refusal(loan.id)}
          does={t("lending:loan.refuse")}
          label={t("lending:loan.words")}
          hint={t("lending:loan.wordsHint")}
        />
      )}
      {mayBe.givenUp(loan.state) && (
        <ActionForm view={view} action={href(urls.cancellation(loan.id))} kind="quiet" icon="close">
          {t("lending:loan.cancel")}
        </ActionForm>
      )}
    </>,
  );
}
