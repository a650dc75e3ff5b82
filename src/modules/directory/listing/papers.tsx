import { PaperLink, type Paper } from "../../associations/index.ts";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";

/** The papers an association shows to everybody, each with the day it ends. */
export function Papers(props: { view: View; papers: readonly Paper[]; today: string }) {
  const { view, papers, today } = props;
  const { t, lang } = view;
  if (!papers.length) return null;
  return (
    <section class="flow">
      <h2>{t("directory:listing.papers")}</h2>
      <p class="soft">{t("directory:listing.papersHow")}</p>
      <ul>
        {papers.map((paper) => (
          <li>
            <PaperLink view={view} paper={paper} />
            {paper.expiresOn && (
              <>
                <br />
                <span class="soft">
                  {t(paper.expiresOn < today ? "documents:ended" : "documents:until", {
                    date: longDay(lang, paper.expiresOn),
                  })}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
