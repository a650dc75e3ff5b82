import { longDay, momentWords } from "../../../ui/dates.ts";
import { Facts, Tag, type Tone, type View } from "../../../ui/index.ts";
import { associationUrls } from "../../associations/index.ts";
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

/** Who borrows: an association and its record, or a service of the town hall. */
export function Borrower({ view, loan }: { view: View; loan: Loan }) {
  if (!loan.associationId) return <span class="soft">{loan.borrower}</span>;
  return <a href={view.href(associationUrls.one(loan.associationId))}>{loan.borrower}</a>;
}

export const linesWords = ({
  lines,
}: {
  lines: readonly { name: string; quantity: number }[];
}): string => lines.map(({ name, quantity }) => `${quantity}\u00a0× ${name}`).join(", ");

/** What a loan is: what, where, when, what for. */
export function LoanFacts({ view, loan }: { view: View; loan: Loan }) {
  const { t, lang } = view;
  // What waits for its days has no hours yet.
  const when = loan.state === "waiting" || loan.waitEnded ? (at: Date) => longDay(lang, at, true) : (at: Date) => momentWords(lang, at, true); // prettier-ignore
  return (
    <Facts
      view={view}
      facts={[
        { term: t("equipment:loan.what"), value: linesWords(loan) },
        { term: t("equipment:loan.where"), value: loan.placeName },
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
        { term: t("equipment:loan.purpose"), value: loan.purpose },
        { term: t(loan.ownerId ? "own:says" : "equipment:loan.words"), value: loan.words },
      ]}
    />
  );
}
