import { localeOf } from "../../../platform/i18n/index.ts";
import { longDay, momentWords } from "../../../ui/dates.ts";
import { Breadcrumb, page, Table, Tag, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Checked } from "./kept.ts";

/** A standard whose official schemas, or an independent reader, accepted what the software writes. */
export type Official = {
  standard: "hsds" | "oruk" | "dcat" | "openactive" | "schemaorg" | "geojson" | "ical";
  on: string;
  with: string;
};

/** What was checked, when, by what: of this commune's data, and of the software. */
export function conformityPage(
  view: View,
  checked: Checked,
  official: readonly Official[],
): string {
  const { t, lang } = view;
  return page(
    view,
    {
      title: t("open-data:conformity.title"),
      description: t("open-data:conformity.description"),
      main: "text",
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("open-data:title"), path: urls.data }]}
        here={t("open-data:conformity.title")}
      />
      <h1>{t("open-data:conformity.title")}</h1>
      <p class="lead">{answerOf(view, checked)}</p>
      <>
        <h2>{t("open-data:conformity.here")}</h2>
        <p>{t("open-data:conformity.hereWhat")}</p>
        <Table
          view={view}
          caption={
            checked
              ? t("open-data:conformity.on", { moment: momentWords(lang, checked.at, true) })
              : ""
          }
          rows={checked?.findings ?? []}
          empty={<p>{t("open-data:conformity.never")}</p>}
          columns={[
            {
              label: t("open-data:conformity.what"),
              heading: true,
              cell: ({ id }) => t(`open-data:check.${id}`),
            },
            {
              label: t("open-data:conformity.looked"),
              numeric: true,
              cell: ({ looked }) => looked.toLocaleString(localeOf(lang)),
            },
            {
              label: t("open-data:conformity.result"),
              cell: ({ wrong, faults }) =>
                wrong === 0 ? (
                  <Tag icon="done" tone="success">
                    {t("open-data:conformity.right")}
                  </Tag>
                ) : (
                  <>
                    <Tag icon="warning" tone="warning">
                      {t("open-data:conformity.wrong", {
                        total: wrong.toLocaleString(localeOf(lang)),
                      })}
                    </Tag>
                    <p class="small">{faults.join(" · ")}</p>
                  </>
                ),
            },
          ]}
        />
      </>
      <>
        <h2>{t("open-data:conformity.software")}</h2>
        <p>{t("open-data:conformity.softwareWhat")}</p>
        <Table
          view={view}
          caption={t("open-data:conformity.softwareCaption")}
          rows={official}
          columns={[
            {
              label: t("open-data:conformity.standard"),
              heading: true,
              cell: ({ standard }) => t(`open-data:official.${standard}`),
            },
            { label: t("open-data:conformity.with"), cell: (one) => one.with },
            { label: t("open-data:conformity.date"), cell: ({ on }) => longDay(lang, on) },
          ]}
        />
        <p>{t("open-data:conformity.notChecked")}</p>
      </>
    </>,
  );
}

function answerOf({ t, lang }: View, checked: Checked): string {
  if (!checked) return t("open-data:conformity.unknown");
  const wrong = checked.findings.reduce((sum, one) => sum + one.wrong, 0);
  const looked = checked.findings.reduce((sum, one) => sum + one.looked, 0);
  const values = {
    looked: looked.toLocaleString(localeOf(lang)),
    wrong: wrong.toLocaleString(localeOf(lang)),
  };
  return t(
    wrong === 0 ? "open-data:conformity.allRight" : "open-data:conformity.someWrong",
    values,
  );
}
