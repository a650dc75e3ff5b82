import { momentWords } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  Facts,
  French,
  Table,
  type View,
} from "../../../ui/index.ts";
import { SignedBy } from "../signing/parts.tsx";
import type { Signature } from "../signing/queries.ts";
import { sides, type LoanPaper, type Way } from "../signing/codes.ts";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import type { ConditionReport, Noted } from "./condition-report.ts";

export type ConditionSeen = {
  side: Side;
  loanId: string;
  report: ConditionReport;
  signatures: Record<Way, readonly Signature[]>;
  /** What may be signed of it now. */
  signable: readonly LoanPaper[];
};

/** The state of what a loan takes and brings back: what is noted, and a paper for what is not. */
export function conditionPage(
  view: View,
  { side, loanId, report, signatures, signable }: ConditionSeen,
): string {
  const { t, href, lang } = view;
  const { loan, units } = report;
  const { urls } = side;
  const title = t("papers:condition.of", { code: loan.code });
  const noted = (one: Noted | null) =>
    one ? (
      <>
        {[one.condition, ...one.missing.map((piece) => t("handing:state.missing", { piece })), one.note] // prettier-ignore
          .filter(Boolean)
          .join(", ")}
      </>
    ) : (
      <span class="soft">{t("handing:state.notYet")}</span>
    );
  return keptPage(
    view,
    side,
    { title },
    <>
      <Breadcrumb
        view={view}
        trail={loanTrail(view, side, { id: loanId, code: loan.code })}
        here={t("papers:condition.title")}
      />
      <h1>{title}</h1>
      <p class="lead">{t("handing:state.lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.conditionPdf(loanId))} icon="print">
          {t("handing:state.print")}
        </ButtonLink>
        {signable
          .filter((paper) => paper !== "bon")
          .map((paper) => (
            <ButtonLink href={href(urls.signing(loanId, paper))} kind="secondary" icon="edit">
              {t(`handing:signing.${paper}`)}
            </ButtonLink>
          ))}
      </Actions>
      <Facts
        view={view}
        facts={[
          { term: t("papers:slip.borrower"), value: <French view={view}>{loan.borrower}</French> },
          {
            term: t("papers:slip.lender"),
            value: loan.lender && <French view={view}>{loan.lender}</French>,
          },
          { term: t("equipment:loan.where"), value: <French view={view}>{loan.place}</French> },
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
            cell: ({ model, tag }) => (
              <French view={view}>{tag ? `${model}, ${tag}` : model}</French>
            ),
          },
          {
            label: t("papers:slip.with"),
            ifAny: true,
            cell: ({ pieces }) =>
              pieces.length > 0 && <French view={view}>{pieces.join(", ")}</French>,
          },
          { label: t("handing:state.out"), cell: ({ out }) => noted(out) },
          { label: t("handing:state.back"), cell: ({ back }) => noted(back) },
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
      <h2>{view.t(`handing:state.signed.${way}`)}</h2>
      {sides.flatMap((side) =>
        signatures
          .filter((one) => one.side === side)
          .map((one) => <SignedBy view={view} signature={one} />),
      )}
    </section>
  );
}
