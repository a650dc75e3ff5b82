import type { View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import { lendersUrls, slipUrls, type SlipReader } from "./readers.ts";

/** The papers of a loan that was not refused nor given up. */
export function LoanPapers(props: {
  view: View;
  loan: Pick<Loan, "id" | "state">;
  of: SlipReader;
}) {
  const { view, loan, of } = props;
  const { t, href } = view;
  const lender = lendersUrls[of];
  if (["waiting", "refused", "cancelled"].includes(loan.state)) return null;
  return (
    <ul class="not-paper">
      <li>
        <a href={href(slipUrls[of].slip(loan.id))}>{t("papers:slip.title")}</a>
      </li>
      {lender && (
        <>
          <li>
            <a href={href(lender.condition(loan.id))}>{t("papers:condition.title")}</a>
          </li>
          {loan.state !== "asked" && (
            <li>
              <a href={href(lender.signing(loan.id, "bon"))}>{t("handing:signing.title")}</a>
            </li>
          )}
        </>
      )}
    </ul>
  );
}
