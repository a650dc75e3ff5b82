import {
  ActionForm,
  Alert,
  blankForm,
  Breadcrumb,
  ButtonLink,
  French,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { paperField } from "../../associations/index.ts";
import { linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { Accepted } from "../papers/slip-page.tsx";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side as Kept } from "../who.ts";
import { papersOf, sides, type LoanPaper, type Side } from "./codes.ts";
import { pictureOf, ScanPart, SignatureForm, SignedBy } from "./parts.tsx";
import type { Signature } from "./queries.ts";

export type CounterSeen = {
  /** The side it is signed from. */
  kept: Kept;
  loan: Loan;
  paper: LoanPaper;
  signatures: readonly (Signature & { drawing: Uint8Array | undefined })[];
  form: FormState;
};

/** Signing at the counter, on the phone or the screen of who lends: who borrows first, then who lends. */
export function counterPage(
  view: View,
  { kept, loan, paper, signatures, form }: CounterSeen,
): string {
  const { t, href } = view;
  const { urls } = kept;
  const title = t(`handing:signing.${paper}`);
  const signed = (side: Side) => signatures.find((one) => one.side === side);
  const next = sides.find((side) => !signed(side));
  // One paper holds both signatures: it is kept with the first of them.
  const onPaper = signatures.find(({ how }) => how === "paper");
  const scanned = paperField in form.errors;
  const nameOf = (side: Side) =>
    side === "association" ? loan.borrower : (loan.lender ?? view.commune.name);
  return keptPage(
    view,
    kept,
    { title, form },
    <>
      <Breadcrumb view={view} trail={loanTrail(view, kept, loan)} here={title} />
      <h1>{title}</h1>
      <nav class="slices" aria-label={t("handing:signing.choose")}>
        <ul class="plain row">
          {papersOf(loan).map((one) => (
            <li>
              <a
                href={href(urls.signing(loan.id, one))}
                aria-current={one === paper ? "page" : undefined}
              >
                {t(`handing:signing.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="lead">
        <French view={view}>{loan.borrower}</French>
        <br />
        <French view={view}>{linesWords(loan)}</French>
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
                    {t("handing:signing.undo", { name: nameOf(side) })}
                  </ActionForm>
                </>
              ) : (
                <SignatureForm
                  view={view}
                  form={scanned ? blankForm : form}
                  action={href(urls.signing(loan.id))}
                  agree={t(`handing:signing.agree.${paper}`)}
                  side={side}
                  paper
                  fields={{ pour: paper }}
                />
              )}
            </section>
          )
        );
      })}
      {onPaper && (
        <ScanPart
          view={view}
          form={scanned ? form : blankForm}
          action={href(urls.signedPaper(loan.id))}
          kept={
            onPaper.sha256
              ? href(urls.signedPaper(loan.id, { paper, side: onPaper.side }))
              : undefined
          }
          fields={{ pour: paper, side: onPaper.side }}
        />
      )}
      {!next && (
        <Alert view={view} kind="success" title={t("handing:signing.done")}>
          <ButtonLink
            href={href(paper === "bon" ? urls.deskSlip(loan.id) : urls.condition(loan.id))}
            kind="secondary"
            icon="document"
          >
            {t("handing:signing.see")}
          </ButtonLink>
        </Alert>
      )}
    </>,
  );
}
