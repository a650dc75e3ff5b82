import { Breadcrumb, page, Table, type View } from "../../../ui/index.ts";
import { FreshnessTag } from "../lines.tsx";
import { freshnessLevels, ladder } from "../rules.ts";
import { urls } from "../urls.ts";

/** How the directory is kept true, in plain words; the months are those the software applies. */
export function rulesPage(view: View): string {
  const { t, href } = view;
  const months = { upToDate: ladder.upToDateMonths, toConfirm: ladder.toConfirmMonths };
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
            cell: (level) => t(`directory:rules.${level}`, months),
          },
        ]}
      />
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
