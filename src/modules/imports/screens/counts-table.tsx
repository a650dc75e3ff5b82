import { Table, type View } from "../../../ui/index.ts";
import { outcomes } from "../pipeline/counts.ts";
import { urls } from "../urls.ts";
import type { ReportSeen } from "./report-page.tsx";

/** Each outcome leads to its lines; the last line is their sum. */
export function CountsTable({ view, seen }: { view: View; seen: ReportSeen }) {
  const { t } = view;
  const { one, shown } = seen;
  const rows = outcomes.map((outcome) => ({ outcome, count: one.counts[outcome] ?? 0 }));
  const sum = { outcome: undefined, count: one.counts.lines ?? 0 };
  return (
    <Table
      view={view}
      caption={t("imports:report.counts")}
      cards={false}
      rows={[...rows, sum]}
      columns={[
        {
          label: t("imports:report.outcome"),
          heading: true,
          cell: ({ outcome, count }) =>
            outcome === undefined ? (
              t("imports:report.sum")
            ) : count > 0 ? (
              <a
                href={view.href(urls.lines(one.id, outcome))}
                aria-current={outcome === shown ? "true" : undefined}
              >
                {t(`imports:outcome.${outcome}`)}
              </a>
            ) : (
              t(`imports:outcome.${outcome}`)
            ),
        },
        {
          label: t("imports:report.howMany"),
          numeric: true,
          cell: ({ count }) => count.toLocaleString(view.lang),
        },
      ]}
    />
  );
}
