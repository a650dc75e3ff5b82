import type { View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import { urls } from "../urls.ts";

/** The papers of a loan that was not refused nor given up. */
export function LoanPapers(props: {
  view: View;
  loan: Pick<Loan, "id" | "state">;
  side: "space" | "desk";
}) {
  const { view, loan, side } = props;
  const { t, href } = view;
  if (["waiting", "refused", "cancelled"].includes(loan.state)) return null;
  return (
    <ul class="not-paper">
      <li>
        <a href={href(side === "desk" ? urls.deskSlip(loan.id) : urls.slip(loan.id))}>
          {t("papers:slip.title")}
        </a>
      </li>
      {side === "desk" && (
        <>
          <li>
            <a href={href(urls.condition(loan.id))}>{t("papers:condition.title")}</a>
          </li>
          <li>
            <a href={href(urls.signing(loan.id, "bon"))}>{t("paperdesk:signing.title")}</a>
          </li>
        </>
      )}
    </ul>
  );
}
