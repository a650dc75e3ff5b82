import { momentWords } from "../../../ui/dates.ts";
import { euros } from "../../../ui/money.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  French,
  page,
  Table,
  type View,
} from "../../../ui/index.ts";
import { SignedBy } from "../signing/parts.tsx";
import { sides } from "../signing/codes.ts";
import type { Signature } from "../signing/queries.ts";
import { loansTrail } from "../kept-page.tsx";
import { urls } from "../urls.ts";
import { borrowedTrail } from "../loans/parts.tsx";
import { deskSide, spaceSide } from "../who.ts";
import type { LoanSlip } from "./loan-slip.ts";
import { lendersUrls, slipUrls, type SlipReader } from "./readers.ts";

export type SlipSeen = {
  loanId: string;
  of: SlipReader;
  slip: LoanSlip;
  signatures: readonly Signature[];
};

/** The loan slip: what its paper says, on a page. */
export function slipPage(view: View, seen: SlipSeen): string {
  const { t, href } = view;
  const { loanId, of, slip } = seen;
  const title = t("papers:slip.of", { code: slip.code });
  const desk = of === "desk";
  const lender = lendersUrls[of];
  const loan = {
    words: t("equipment:loan.title", { code: slip.code }),
    path: slipUrls[of].loan(loanId),
  };
  const above =
    of === "borrower" ? borrowedTrail(view) : loansTrail(view, desk ? deskSide : spaceSide);
  const body = (
    <>
      <Breadcrumb view={view} trail={[...above, loan]} here={t("papers:slip.title")} />
      <h1>{title}</h1>
      <Actions>
        <ButtonLink href={href(slipUrls[of].pdf(loanId))} icon="print">
          {t("papers:slip.print")}
        </ButtonLink>
        {lender && (
          <ButtonLink href={href(lender.signing(loanId, "bon"))} kind="secondary" icon="edit">
            {t("handing:signing.title")}
          </ButtonLink>
        )}
      </Actions>
      <SlipFacts view={view} slip={slip} />
      <SlipLines view={view} slip={slip} />
      <h2>{t("papers:slip.accepts")}</h2>
      <Accepted view={view} />
      <Signatures view={view} seen={seen} />
    </>
  );
  return desk
    ? deskPage(view, { title, section: urls.desk, main: "text" }, body)
    : page(view, { title, main: "text", hidden: true, section: "/espace" }, body);
}

function SlipFacts({ view, slip }: { view: View; slip: LoanSlip }) {
  const { t, lang } = view;
  const french = (words: string | null) => words && <French view={view}>{words}</French>;
  return (
    <Facts
      view={view}
      facts={[
        { term: t("papers:slip.borrower"), value: french(slip.borrower) },
        { term: t("papers:slip.lender"), value: french(slip.lender) },
        { term: t("papers:slip.askedBy"), value: french(slip.askedBy) },
        { term: t("equipment:loan.purpose"), value: french(slip.purpose) },
        { term: t("equipment:loan.where"), value: french(slip.place) },
        { term: t("papers:slip.placeWords"), value: french(slip.placeWords) },
        { term: t("equipment:loan.out"), value: momentWords(lang, slip.out, true) },
        { term: t("equipment:loan.back"), value: momentWords(lang, slip.back, true) },
        {
          term: t("papers:slip.total"),
          value: slip.totalCents !== null && euros(lang, slip.totalCents / 100),
        },
      ]}
    />
  );
}

export const SlipLines = ({ view, slip }: { view: View; slip: LoanSlip }) => (
  <Table
    view={view}
    caption={view.t("equipment:loan.what")}
    rows={slip.lines}
    columns={[
      {
        label: view.t("equipment:loan.what"),
        heading: true,
        cell: ({ name }) => <French view={view}>{name}</French>,
      },
      { label: view.t("papers:slip.count"), numeric: true, cell: ({ quantity }) => quantity },
      {
        label: view.t("papers:slip.with"),
        ifAny: true,
        cell: ({ pieces }) => pieces && <French view={view}>{pieces}</French>,
      },
      {
        label: view.t("papers:slip.value"),
        ifAny: true,
        numeric: true,
        cell: ({ valueCents }) => valueCents !== null && euros(view.lang, valueCents / 100),
      },
    ]}
  />
);

/** What the borrower accepts by taking the equipment. */
export const Accepted = ({ view }: { view: View }) => (
  <ul>
    {(["care", "back", "lost"] as const).map((one) => (
      <li>{view.t(`papers:slip.accept.${one}`)}</li>
    ))}
  </ul>
);

function Signatures({ view, seen }: { view: View; seen: SlipSeen }) {
  const { t } = view;
  return (
    <section class="flow">
      <h2>{t("papers:slip.signatures")}</h2>
      {sides.map((side) => {
        const one = seen.signatures.find((signature) => signature.side === side);
        const name =
          side === "association" ? seen.slip.borrower : (seen.slip.lender ?? view.commune.name);
        return (
          <>
            <h3>{t("papers:slip.for", { name })}</h3>
            {one ? (
              <SignedBy view={view} signature={one} />
            ) : (
              <p class="soft">{t("papers:slip.notYet")}</p>
            )}
          </>
        );
      })}
    </section>
  );
}
