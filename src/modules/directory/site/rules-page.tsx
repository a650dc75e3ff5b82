import { Breadcrumb, page, Table, type View } from "../../../ui/index.ts";
import { FreshnessTag } from "../lines.tsx";
import { freshnessLevels, type FreshnessRules } from "../../associations/index.ts";
import { urls } from "../urls.ts";

/** How the directory is kept true, in plain words; the months are those the commune decided. */
export function rulesPage(view: View, rules: FreshnessRules): string {
  const { t, href } = view;
  const { archiveMonths } = rules;
  return page(
    view,
    {
      title: t("directory:rules.title"),
      description: t("directory:rules.description"),
      main: "text",
      section: urls.list,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: urls.list }]}
        here={t("directory:rules.title")}
      />
      <h1>{t("directory:rules.title")}</h1>
      <p class="lead">{t("directory:rules.lead")}</p>
      <h2>{t("directory:rules.freshness")}</h2>
      <p>{t("directory:rules.freshnessWords")}</p>
      <Table
        view={view}
        caption={t("directory:rules.table")}
        rows={freshnessLevels}
        columns={[
          {
            label: t("directory:rules.level"),
            heading: true,
            cell: (level) => t(`directory:freshness.${level}`),
          },
          {
            label: t("directory:rules.means"),
            cell: (level) =>
              level === "archived" && archiveMonths === undefined
                ? t("directory:rules.neverArchived")
                : t(`directory:rules.${level}`, { months: archiveMonths ?? 0 }),
          },
        ]}
      />
      <h3>{t("directory:rules.months")}</h3>
      <Table
        view={view}
        caption={t("directory:rules.months")}
        captionHidden
        rows={rules.sections}
        columns={[
          {
            label: t("directory:rules.section"),
            heading: true,
            cell: ({ section }) => t(`associations:section.${section}`),
          },
          {
            label: t("directory:rules.isUpToDate"),
            cell: ({ upToDateMonths }) => t("directory:rules.during", { months: upToDateMonths }),
          },
          {
            label: t("directory:rules.isNotConfirmed"),
            cell: ({ toConfirmMonths }) => t("directory:rules.after", { months: toConfirmMonths }),
          },
        ]}
      />
      <p>
        <a href={href(urls.meter)}>{t("directory:rules.meter")}</a>
      </p>
      <p>
        {t("directory:rules.example")}{" "}
        <FreshnessTag view={view} level="up_to_date" on="2026-09-03" />
      </p>
      <h2>{t("directory:rules.who")}</h2>
      <p>{t("directory:rules.whoWords")}</p>
      <h2>{t("directory:rules.order")}</h2>
      <p>{t("directory:rules.orderWords")}</p>
      <h2>{t("directory:rules.privacy")}</h2>
      <p>{t("directory:rules.privacyWords")}</p>
      <h2>{t("directory:rules.mistake")}</h2>
      <p>
        {t("directory:rules.mistakeWords")}{" "}
        <a href={href(urls.contact)}>{t("directory:listing.townContact")}</a>
      </p>
    </>,
  );
}
