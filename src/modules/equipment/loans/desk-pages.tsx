import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  EmptyState,
  Form,
  RestScene,
  Table,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { LoanPapers } from "../papers/loan-links.tsx";
import { urls } from "../urls.ts";
import { mayBe } from "./decide.ts";
import { LoanFacts, LoanTag, linesWords } from "./parts.tsx";
import type { Loan } from "./queries.ts";

export type BoardSeen = { toDecide: readonly Loan[]; toCome: readonly Loan[] };

/** What waits for the equipment manager: requests to answer, then what is handed over next. */
export function boardPage(view: View, { toDecide, toCome }: BoardSeen): string {
  const { t, href } = view;
  return deskPage(
    view,
    { title: t("lending:title"), section: urls.desk },
    <>
      <h1>{t("lending:title")}</h1>
      <Actions>
        <ButtonLink href={href(urls.picking())} kind="secondary" icon="print">
          {t("paperdesk:picking.title")}
        </ButtonLink>
        <ButtonLink href={href(urls.models)} kind="secondary" icon="equipment">
          {t("lending:models.title")}
        </ButtonLink>
        <ButtonLink href={href(urls.places)} kind="secondary" icon="place">
          {t("lending:places.title")}
        </ButtonLink>
        <ButtonLink href={href(urls.deskConventions)} kind="secondary" icon="document">
          {t("conventiondesk:title")}
        </ButtonLink>
        <ButtonLink href={href(urls.rules)} kind="secondary" icon="settings">
          {t("lending:rules.title")}
        </ButtonLink>
      </Actions>
      {toDecide.length + toCome.length === 0 && (
        <EmptyState scene={<RestScene />} title={t("lending:board.empty")}>
          <p>{t("lending:board.emptyHow")}</p>
        </EmptyState>
      )}
      <LoanList view={view} title={t("lending:board.toDecide")} loans={toDecide} />
      <LoanList view={view} title={t("lending:board.toCome")} loans={toCome} />
    </>,
  );
}

function LoanList({ view, title, loans }: { view: View; title: string; loans: readonly Loan[] }) {
  const { t, href, lang } = view;
  if (loans.length === 0) return null;
  return (
    <section class="flow">
      <h2>{title}</h2>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={loans}
        columns={[
          {
            label: t("lending:board.who"),
            heading: true,
            cell: (loan) => <a href={href(urls.deskLoan(loan.id))}>{loan.associationName}</a>,
          },
          { label: t("equipment:loan.what"), cell: linesWords },
          { label: t("equipment:loan.out"), cell: ({ from }) => momentWords(lang, from) },
          { label: t("equipment:loan.back"), cell: ({ until }) => momentWords(lang, until) },
          { label: t("equipment:loan.where"), minor: true, cell: ({ placeName }) => placeName },
          {
            label: t("equipment:loan.stateIs"),
            cell: (loan) => <LoanTag view={view} loan={loan} />,
          },
        ]}
      />
    </section>
  );
}

/** One loan at the desk, and what may be decided of it. */
export function deskLoanPage(view: View, loan: Loan, form: FormState): string {
  const { t, href } = view;
  const title = t("equipment:loan.title", { code: loan.code });
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="row">
        <LoanTag view={view} loan={loan} />
        <a href={href(associationUrls.one(loan.associationId))}>{loan.associationName}</a>
      </p>
      <LoanFacts view={view} loan={loan} />
      <LoanPapers view={view} loan={loan} side="desk" />
      {mayBe.accepted(loan.state) && (
        <ActionForm view={view} action={href(urls.acceptance(loan.id))} icon="done">
          {t("lending:loan.accept")}
        </ActionForm>
      )}
      {mayBe.refused(loan.state) && (
        <details open={"words" in form.errors}>
          <summary>{t("lending:loan.refuse")}</summary>
          <Form view={view} form={form} action={href(urls.refusal(loan.id))}>
            <TextArea
              view={view}
              form={form}
              name="words"
              label={t("lending:loan.words")}
              hint={t("lending:loan.wordsHint")}
              rows={3}
              maxLength={600}
            />
            <Button kind="danger">{t("lending:loan.refuse")}</Button>
          </Form>
        </details>
      )}
      {mayBe.cancelled(loan.state) && loan.state !== "asked" && (
        <ActionForm view={view} action={href(urls.cancellation(loan.id))} kind="quiet" icon="close">
          {t("lending:loan.cancel")}
        </ActionForm>
      )}
    </>,
  );
}
