import { momentWords } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Happening } from "./queries.ts";
import { ReportWords } from "./report-words.tsx";

/** What happened to a unit, the last first. */
export function UnitHistory({ view, history }: { view: View; history: readonly Happening[] }) {
  const { t, href, lang } = view;
  if (!history.length) return null;
  return (
    <section class="flow">
      <h2>{t("custody:history.title")}</h2>
      <ol class="plain flow">
        {history.map((one) => (
          <li>
            <p>
              <strong>{t(`custody:event.${one.kind}`)}</strong>{" "}
              {one.loanId && <a href={href(urls.deskLoan(one.loanId))}>{one.borrower}</a>}{" "}
              <span class="soft">{momentWords(lang, one.at)}</span>
            </p>
            <ReportWords view={view} report={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}
