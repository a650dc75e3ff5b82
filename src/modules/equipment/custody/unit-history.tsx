import { momentWords } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import type { Side } from "../who.ts";
import type { Happening } from "./queries.ts";
import { ReportWords } from "./report-words.tsx";

/** What happened to a unit, the last first. */
export function UnitHistory(props: {
  view: View;
  side: Side;
  tag: string;
  history: readonly Happening[];
}) {
  const { view, side, tag, history } = props;
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
              {one.loanId && <a href={href(side.urls.deskLoan(one.loanId))}>{one.borrower}</a>}{" "}
              <span class="soft">{momentWords(lang, one.at)}</span>
            </p>
            <ReportWords
              view={view}
              report={one}
              photoOf={(file) => href(side.urls.unitPhoto(tag, file))}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
