import { associationUrls } from "../../associations/index.ts";
import { Pagination, Table, type Column, type View } from "../../../ui/index.ts";
import { activityOutcomes, type ActivityOutcome } from "../activities/counts.ts";
import { activitiesPerPage, type ActivityLine } from "../activities/queries.ts";
import type { ActivitiesSeen } from "../activities/seen.ts";
import type { Import } from "../pipeline/imports.ts";
import { activityRefusals } from "../reading/index.ts";
import { urls } from "../urls.ts";
import { Several } from "./lines.tsx";

export type { ActivitiesSeen } from "../activities/seen.ts";

type Props = { view: View; one: Import; seen: ActivitiesSeen };

/** The activities a file tells: counts that add up, then the activities that had one outcome. */
export function Activities({ view, one, seen }: Props) {
  const { t } = view;
  const { counts, shown } = seen;
  return (
    <section class="flow" id="activites">
      <h2>{t("imports:activity.title")}</h2>
      <p class="soft">{t("imports:activity.how")}</p>
      {counts.unreadHours > 0 && (
        <p>{t("imports:activity.unread", { count: counts.unreadHours })}</p>
      )}
      <Counts view={view} one={one} seen={seen} />
      <h3>{t(`imports:outcome.${shown}`)}</h3>
      <Table
        view={view}
        caption={`${t("imports:activity.title")} : ${t(`imports:outcome.${shown}`)}`}
        captionHidden
        rows={seen.lines}
        empty={<p class="soft">{t("imports:line.empty")}</p>}
        columns={columnsOf(view, one, shown)}
      />
      <Pagination
        view={view}
        page={seen.page}
        pages={Math.ceil(counts[shown] / activitiesPerPage)}
        href={(page) => view.href(urls.activities(one.id, shown, page))}
      />
    </section>
  );
}

function Counts({ view, one, seen: { counts, shown } }: Props) {
  const { t } = view;
  const rows: { outcome?: ActivityOutcome; count: number }[] = [
    ...activityOutcomes.map((outcome) => ({ outcome, count: counts[outcome] })),
    { count: counts.told },
  ];
  return (
    <Table
      view={view}
      caption={t("imports:activity.counts")}
      cards={false}
      rows={rows}
      columns={[
        {
          label: t("imports:report.outcome"),
          heading: true,
          cell: ({ outcome, count }) =>
            outcome === undefined ? (
              t("imports:activity.sum")
            ) : count > 0 ? (
              <a
                href={view.href(urls.activities(one.id, outcome))}
                aria-current={outcome === shown ? "true" : undefined}
              >
                {t(`imports:outcome.${outcome}`)}
              </a>
            ) : (
              t(`imports:outcome.${outcome}`)
            ),
        },
        {
          label: t("imports:activity.howMany"),
          numeric: true,
          cell: ({ count }) => count.toLocaleString(view.lang),
        },
      ]}
    />
  );
}

function columnsOf(view: View, one: Import, shown: ActivityOutcome): Column<ActivityLine>[] {
  const { t } = view;
  return [
    { label: t("imports:line.number"), numeric: true, cell: ({ line }) => line },
    { label: t("imports:activity.name"), heading: true, cell: ({ title }) => title },
    {
      label: t("imports:activity.association"),
      cell: ({ association, associationId, undone }) =>
        associationId && undone !== "removed" ? (
          <a href={view.href(associationUrls.one(associationId))}>{association}</a>
        ) : (
          association
        ),
    },
    { label: t("imports:activity.place"), ifAny: true, cell: ({ place }) => place ?? "" },
    {
      label: t(shown === "changed" ? "imports:line.changes" : "imports:line.notes"),
      ifAny: true,
      cell: (line) => {
        const words = notesOf(view, line);
        return words.length > 0 && <Several words={words} />;
      },
    },
    ...(one.state === "undone" && (shown === "created" || shown === "changed")
      ? [
          {
            label: t("imports:line.afterUndo"),
            cell: ({ undone }: ActivityLine) => undone && t(`imports:line.undone.${undone}`),
          },
        ]
      : []),
  ];
}

/** What changes, what is kept of what people said, and what was not understood. */
function notesOf({ t }: View, line: ActivityLine): string[] {
  const refusal = activityRefusals.find((one) => one === line.reason);
  const field = (name: string) =>
    t(`imports:activity.field.${name}` as "imports:activity.field.what");
  return [
    ...(refusal ? [t(`imports:activity.refusal.${refusal}`)] : []),
    ...(line.mergedInto === null
      ? []
      : [t("imports:activity.mergedInto", { line: line.mergedInto })]),
    ...Object.keys(line.change).map((name) =>
      t("imports:activity.fieldChanges", { field: field(name) }),
    ),
    ...Object.keys(line.kept).map((name) => t("imports:activity.kept", { field: field(name) })),
    ...(line.unreadHours === null
      ? []
      : [t("imports:activity.unreadHours", { hours: line.unreadHours })]),
  ];
}
