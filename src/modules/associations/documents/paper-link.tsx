import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Paper } from "./rules.ts";

/** A paper by its kind and its day, with what one is about to download. */
export function PaperLink({ view, paper }: { view: View; paper: Paper }) {
  const { t, lang } = view;
  const size = Math.max(1, Math.round(paper.bytes / 1000));
  return (
    <a href={urls.document(paper.id)}>
      {t("documents:file", {
        kind: t(`documents:kind.${paper.kind}`),
        date: longDay(lang, paper.datedOn),
        format: paper.contentType === "application/pdf" ? "PDF" : t("documents:picture"),
        size,
      })}
    </a>
  );
}
