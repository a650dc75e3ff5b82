import { longDay } from "../../../ui/dates.ts";
import { Bar, Breadcrumb, page, Table, type View } from "../../../ui/index.ts";
import { freshnessLevels, type MeterLine } from "../../associations/index.ts";
import { urls } from "../urls.ts";

/** How true the directory is today, for everybody to see: listings at each step of the ladder, by section. */
export function meterPage(view: View, lines: readonly MeterLine[], day: string): string {
  const { t, href, lang } = view;
  const share = (line: MeterLine, level: (typeof freshnessLevels)[number]) =>
    line[level] / Math.max(1, totalOf(line));
  const percent = (part: number) =>
    part.toLocaleString(lang, { style: "percent", maximumFractionDigits: 0 });
  const whole = lines.find(({ section }) => section === "listing");
  return page(
    view,
    {
      title: t("directory:meter.title"),
      description: t("directory:meter.description"),
      section: urls.list,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("directory:results.title"), path: urls.list }]}
        here={t("directory:meter.title")}
      />
      <h1>{t("directory:meter.title")}</h1>
      <p class="lead">
        {t("directory:meter.lead", {
          count: whole ? totalOf(whole) : 0,
          share: whole ? percent(share(whole, "up_to_date")) : "",
        })}
      </p>
      {whole && <Bar part={share(whole, "up_to_date")} />}
      <Table
        view={view}
        caption={t("directory:meter.caption", { day: longDay(lang, day) })}
        rows={lines}
        empty={<p>{t("directory:meter.empty")}</p>}
        columns={[
          {
            label: t("directory:meter.what"),
            heading: true,
            cell: ({ section }) =>
              section === "listing"
                ? t("directory:meter.listing")
                : t(`associations:section.${section}`),
          },
          ...freshnessLevels.map((level) => ({
            label: t(`directory:freshness.${level}`),
            numeric: true,
            // A section is never archived by itself.
            cell: (line: MeterLine) =>
              level === "archived" && line.section !== "listing"
                ? ""
                : `${line[level]} (${percent(share(line, level))})`,
          })),
        ]}
      />
      <p>
        <a href={href(urls.rules)}>{t("directory:meter.rules")}</a>
      </p>
    </>,
  );
}

const totalOf = (line: MeterLine): number =>
  freshnessLevels.reduce((sum, level) => sum + line[level], 0);
