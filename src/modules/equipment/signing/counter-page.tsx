import {
  ActionForm,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { Accepted } from "../papers/slip-page.tsx";
import { urls } from "../urls.ts";
import { loanPapers, sides, type LoanPaper, type Side } from "./codes.ts";
import { pictureOf, SignatureForm, SignedBy } from "./parts.tsx";
import type { Signature } from "./queries.ts";

export type CounterSeen = {
  loan: Loan;
  paper: LoanPaper;
  signatures: readonly (Signature & { drawing: Uint8Array | undefined })[];
  form: FormState;
};

/** Signing at the counter, on the agent's phone or screen: the association first, then the commune. */
export function counterPage(view: View, { loan, paper, signatures, form }: CounterSeen): string {
  const { t, href } = view;
  const title = t(`paperdesk:signing.${paper}`);
  const signed = (side: Side) => signatures.find((one) => one.side === side);
  const next = sides.find((side) => !signed(side));
  const nameOf = (side: Side) => (side === "association" ? loan.borrower : view.commune.name);
  return deskPage(
    view,
    {
      title,
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("equipment:loan.title", { code: loan.code }), path: urls.deskLoan(loan.id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <nav aria-label={t("paperdesk:signing.choose")}>
        <ul>
          {loanPapers.map((one) => (
            <li>
              <a
                href={href(urls.signing(loan.id, one))}
                aria-current={one === paper ? "page" : undefined}
              >
                {t(`paperdesk:signing.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="lead">
        {loan.borrower}
        <br />
        {linesWords(loan)}
      </p>
      {paper === "bon" && (
        <>
          <h2>{t("papers:slip.accepts")}</h2>
          <Accepted view={view} />
        </>
      )}
      {sides.map((side) => {
        const one = signed(side);
        return (
          (one || side === next) && (
            <section class="flow">
              <h2>{t("papers:slip.for", { name: nameOf(side) })}</h2>
              {one ? (
                <>
                  <SignedBy view={view} signature={one} drawing={pictureOf(one.drawing)} />
                  <ActionForm
                    view={view}
                    action={href(urls.unsigning(loan.id))}
                    fields={{ pour: paper, side }}
                    kind="quiet"
                    icon="undo"
                  >
                    {t("paperdesk:signing.undo", { name: nameOf(side) })}
                  </ActionForm>
                </>
              ) : (
                <SignatureForm
                  view={view}
                  form={form}
                  action={href(urls.signing(loan.id))}
                  agree={t(`paperdesk:signing.agree.${paper}`)}
                  side={side}
                  paper
                  fields={{ pour: paper }}
                />
              )}
            </section>
          )
        );
      })}
      {!next && (
        <Alert view={view} kind="success" title={t("paperdesk:signing.done")}>
          <ButtonLink
            href={href(paper === "bon" ? urls.deskSlip(loan.id) : urls.condition(loan.id))}
            kind="secondary"
            icon="document"
          >
            {t("paperdesk:signing.see")}
          </ButtonLink>
        </Alert>
      )}
    </>,
  );
}
