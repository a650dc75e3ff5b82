import { momentWords } from "../../ui/dates.ts";
import { deskPage, Table, Tag, type View } from "../../ui/index.ts";
import type { Printable } from "./printable.ts";
import type { Version } from "./queries.ts";
import { urls } from "./urls.ts";

/** The documents the site prints, and which of them the commune has written again. */
export function listPage(
  view: View,
  printables: readonly Printable[],
  versions: readonly Version[],
): string {
  const { t, href, lang } = view;
  const last = (kind: string) => versions.find((one) => one.kind === kind);
  return deskPage(
    view,
    { title: t("templates:title"), section: urls.list },
    <>
      <h1>{t("templates:title")}</h1>
      <p class="lead">{t("templates:lead")}</p>
      <Table
        view={view}
        caption={t("templates:title")}
        captionHidden
        rows={printables}
        columns={[
          {
            label: t("templates:list.document"),
            heading: true,
            cell: ({ kind, title }) => <a href={href(urls.one(kind))}>{title(t)}</a>,
          },
          { label: t("templates:list.purpose"), minor: true, cell: ({ purpose }) => purpose(t) },
          {
            label: t("templates:list.state"),
            cell: ({ kind }) =>
              last(kind)?.source ? (
                <Tag tone="info">{t("templates:list.own")}</Tag>
              ) : (
                <Tag>{t("templates:list.shipped")}</Tag>
              ),
          },
          {
            label: t("templates:list.changed"),
            ifAny: true,
            cell: ({ kind }) => {
              const version = last(kind);
              return version && momentWords(lang, version.savedAt);
            },
          },
        ]}
      />
    </>,
  );
}
