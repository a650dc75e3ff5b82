import { momentWords } from "../../ui/dates.ts";
import { EmptyState, HumanHelp, page, RestScene, type View } from "../../ui/index.ts";

/** Too many tries: when to come back, and who to call meanwhile. */
export function limitedPage(view: View, again: Date): string {
  const { t } = view;
  return page(
    view,
    { title: t("people:limited.title"), main: "text", hidden: true },
    <>
      <h1>{t("people:limited.title")}</h1>
      <EmptyState
        scene={<RestScene />}
        title={t("people:limited.when", { moment: momentWords(view.lang, again, true) })}
      >
        <p>{t("people:limited.why")}</p>
      </EmptyState>
      {view.commune.phone && (
        <HumanHelp view={view} title={t("people:limited.call")} phone={view.commune.phone} />
      )}
    </>,
  );
}
