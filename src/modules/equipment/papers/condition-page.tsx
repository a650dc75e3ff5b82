import { momentWords } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  Table,
  type View,
} from "../../../ui/index.ts";
import { SignedBy } from "../signing/parts.tsx";
import type { Signature } from "../signing/queries.ts";
import { sides, type Way } from "../signing/codes.ts";
import { urls } from "../urls.ts";
import type { ConditionReport, Noted } from "./condition-report.ts";

export type ConditionSeen = {
  loanId: string;
  report: ConditionReport;
  signatures: Record<Way, readonly Signature[]>;
};

/** The state of what a loan takes and brings back: what is noted, and a paper for what is not. */
export function conditionPage(view: View, { loanId, report, signatures }: ConditionSeen): string {
  const { t, href, lang } = view;
  const { loan, units } = report;
  const title = t("papers:condition.of", { code: loan.code });
  const noted = (one: Noted | null) =>
    one ? (
      <>
        {[one.condition, ...one.missing.map((piece) => t("paperdesk:condition.missing", { piece })), one.note] // prettier-ignore
          .filter(Boolean)
          .join(", ")}
      </>
    ) : (
      <span class="soft">{t("paperdesk:condition.notYet")}</span>
    );
  return deskPage(
    view,
    { title, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("equipment:loan.title", { code: loan.code }), path: urls.deskLoan(loanId) },
        ]}
        here={t("papers:condition.title")}
      />
      <h1>{title}</h1>
      <p class="lead">{t("paperdesk:condition.lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.conditionPdf(loanId))} icon="print">
          {t("paperdesk:condition.print")}
        </ButtonLink>
        <ButtonLink href={href(urls.signing(loanId, "depart"))} kind="secondary" icon="edit">
          {t("paperdesk:signing.depart")}
        </ButtonLink>
        <ButtonLink href={href(urls.signing(loanId, "retour"))} kind="secondary" icon="edit">
          {t("paperdesk:signing.retour")}
        </ButtonLink>
      </Actions>
      <Facts
        view={view}
        facts={[
          { term: t("papers:slip.borrower"), value: loan.borrower },
          { term: t("equipment:loan.where"), value: loan.place },
          { term: t("equipment:loan.out"), value: momentWords(lang, loan.out, true) },
          { term: t("equipment:loan.back"), value: momentWords(lang, loan.back, true) },
        ]}
      />
      <Table
        view={view}
        caption={t("papers:condition.title")}
        rows={units}
        columns={[
          {
            label: t("equipment:loan.what"),
            heading: true,
            cell: ({ model, tag }) => (tag ? `${model}, ${tag}` : model),
          },
          { label: t("papers:slip.with"), ifAny: true, cell: ({ pieces }) => pieces.join(", ") },
          { label: t("paperdesk:condition.out"), cell: ({ out }) => noted(out) },
          { label: t("paperdesk:condition.back"), cell: ({ back }) => noted(back) },
        ]}
      />
      {(["out", "back"] as const).map((way) => (
        <Signed view={view} way={way} loan={loan.borrower} signatures={signatures[way]} />
      ))}
    </>,
  );
}

function Signed(props: { view: View; way: Way; loan: string; signatures: readonly Signature[] }) {
  const { view, way, signatures } = props;
  if (signatures.length === 0) return null;
  return (
    <section class="flow">
      <h2>{view.t(`paperdesk:condition.signed.${way}`)}</h2>
      {sides.flatMap((side) =>
        signatures
          .filter((one) => one.side === side)
          .map((one) => <SignedBy view={view} signature={one} />),
      )}
    </section>
  );
}
