import { longDay, momentWords } from "../../../ui/dates.ts";
import { Facts, French, Tag, type Tone, type View } from "../../../ui/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { urls } from "../urls.ts";
import type { Side } from "../who.ts";
import type { LoanState } from "./codes.ts";
import type { Loan } from "./queries.ts";

const tones: Partial<Record<LoanState, Tone>> = {
  asked: "warning",
  waiting: "info",
  accepted: "success",
  prepared: "success",
  out: "info",
  refused: "error",
};

/** Where a loan stands; what is out is "chez vous" for who borrows, not for the desk. */
export function LoanTag(props: { view: View; loan: Pick<Loan, "state">; desk?: boolean }) {
  const { view, loan, desk } = props;
  const out = desk && loan.state === "out";
  const words = view.t(out ? "equipment:loan.unit.out" : `equipment:loan.state.${loan.state}`);
  const tone = tones[loan.state];
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

/** Who borrows: an association, whose record the desk opens, or a service of the town hall. */
export function Borrower({ view, side, loan }: { view: View; side: Side; loan: Loan }) {
  if (!loan.associationId || side.name === "space")
    return (
      <span class="soft">
        <French view={view}>{loan.borrower}</French>
      </span>
    );
  return <a href={view.href(associationUrls.one(loan.associationId))}>{loan.borrower}</a>;
}

/** What stands above the loans in the space of an association. */
export const spaceTrail = ({ t }: View) => [{ words: t("people:space.title"), path: "/espace" }];
export const borrowedTrail = (view: View) => [
  ...spaceTrail(view),
  { words: view.t("equipment:loan.list"), path: urls.mine },
];

export const linesWords = ({
  lines,
}: {
  lines: readonly { name: string; quantity: number }[];
}): string => lines.map(({ name, quantity }) => `${quantity}\u00a0× ${name}`).join(", ");

/** What a loan is: what, where, when, what for. */
export function LoanFacts({ view, loan }: { view: View; loan: Loan }) {
  const { t, lang } = view;
  const french = (words: string | null) => words && <French view={view}>{words}</French>;
  // What waits for its days has no hours yet.
  const when = loan.state === "waiting" || loan.waitEnded ? (at: Date) => longDay(lang, at, true) : (at: Date) => momentWords(lang, at, true); // prettier-ignore
  return (
    <Facts
      view={view}
      facts={[
        { term: t("equipment:loan.what"), value: french(linesWords(loan)) },
        { term: t("equipment:loan.where"), value: french(loan.placeName) },
        { term: t("equipment:loan.out"), value: when(loan.from) },
        { term: t("equipment:loan.back"), value: when(loan.until) },
        {
          term: t("equipment:loan.regimeIs"),
          value: loan.regime === "loan" ? null : t(`equipment:loan.regime.${loan.regime}`),
        },
        {
          term: t("equipment:loan.review"),
          value: loan.reviewOn && longDay(lang, loan.reviewOn),
        },
        { term: t("equipment:loan.purpose"), value: french(loan.purpose) },
        { term: t(loan.ownerId ? "own:says" : "equipment:loan.words"), value: french(loan.words) },
      ]}
    />
  );
}
