import { Alert, BrokenScene, page, type View } from "../../ui/index.ts";
import type { Printable } from "./printable.ts";
import { urls } from "./urls.ts";

/** Said in place of a document whose template is broken: to agents, where to mend it. */
export function unprintablePage(view: View, { kind, title }: Printable): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("printing:broken.title"), main: "text", hidden: true },
    <>
      <BrokenScene />
      <h1>{t("printing:broken.title")}</h1>
      <p>{t("printing:broken.words")}</p>
      {view.person?.agent && (
        <Alert view={view} kind="info">
          <a href={href(urls.one(kind))}>{t("printing:broken.mend", { title: title(t) })}</a>
        </Alert>
      )}
    </>,
  );
}
