import {
  Breadcrumb,
  Button,
  ButtonLink,
  EmptyState,
  HiddenField,
  page,
  RestScene,
  type View,
} from "../../../ui/index.ts";
import { DaysFields } from "../asking/days-fields.tsx";
import { borrowedTrail } from "../loans/parts.tsx";
import type { Loan, LoanLine } from "../loans/queries.ts";
import type { Days } from "../rules/rules.ts";
import { urls } from "../urls.ts";

export type AgainSeen = {
  loan: Loan;
  /** What is still lent, and what is not any more. */
  kept: readonly LoanLine[];
  gone: readonly LoanLine[];
  days: Days | undefined;
};

/** The same things again: days to choose, quantities as they were; then what is free, and the usual request. */
export function againPage(view: View, { loan, kept, gone, days }: AgainSeen): string {
  const { t, href } = view;
  const form = { values: { du: days?.from ?? "", au: days?.until ?? "" }, errors: {} };
  return page(
    view,
    { title: t("loanwait:same.do"), main: "text", section: "/espace", hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...borrowedTrail(view),
          { words: t("equipment:loan.title", { code: loan.code }), path: urls.loan(loan.id) },
        ]}
        here={t("loanwait:same.do")}
      />
      <h1>{t("loanwait:same.do")}</h1>
      {kept.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("loanwait:same.none")}>
          <ButtonLink href={href(urls.catalogue)} icon="equipment">
            {t("loanwait:see")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <p>{t("loanwait:same.lead")}</p>
          <ul>
            {kept.map(({ name, quantity }) => (
              <li>{t("equipment:request.line", { quantity, name })}</li>
            ))}
          </ul>
          {gone.length > 0 && (
            <p>{t("loanwait:same.gone", { names: gone.map(({ name }) => name).join(", ") })}</p>
          )}
          <form class="flow" method="get" action={href(urls.catalogue)}>
            {kept.map(({ poolId, quantity }) => (
              <HiddenField name={`q_${poolId}`} value={String(quantity)} />
            ))}
            <DaysFields view={view} form={form}>
              {days && <p class="soft">{t("loanwait:same.lastYear")}</p>}
            </DaysFields>
            <Button icon="search">{t("loanwait:same.see")}</Button>
          </form>
        </>
      )}
    </>,
  );
}
