import { longDay } from "../../../ui/dates.ts";
import {
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  FilterPanel,
  NothingFoundScene,
  SelectField,
  Table,
  TextField,
  type View,
} from "../../../ui/index.ts";
import { Downloads } from "../list/downloads.tsx";
import { urls } from "../urls.ts";
import type { SupportFilters, SupportRow } from "./queries.ts";
import { supportKinds } from "./rules.ts";
import { kindWords } from "./told.ts";

export type PeriodSeen = {
  filters: SupportFilters;
  /** Why the days asked are not those shown. */
  refused: string | undefined;
  /** Whether days were asked, in place of the year. */
  chosen: boolean;
  rows: readonly SupportRow[];
  counted: { events: number; associations: number };
};

const queryOf = ({ from, to, kind }: SupportFilters): string =>
  `?${new URLSearchParams({ du: from, au: to, ...(kind ? { forme: kind } : {}) })}`;

/** Everything the town hall did for associations over a period: read, narrowed, taken away. */
export function supportPeriodPage(view: View, seen: PeriodSeen): string {
  const { t, href, lang } = view;
  const { filters, rows, counted } = seen;
  const title = t("supportdesk:period.title");
  const form = {
    values: { du: filters.from, au: filters.to, forme: filters.kind ?? "" },
    errors: seen.refused ? { du: seen.refused } : {},
  };
  const days = { from: longDay(lang, filters.from), to: longDay(lang, filters.to) };
  return deskPage(
    view,
    { title, section: urls.supports, wrong: seen.refused !== undefined },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">
        {t("supportdesk:period.events", { count: counted.events })}{" "}
        {t("supportdesk:period.associations", { count: counted.associations, ...days })}
      </p>
      {seen.refused && (
        <Alert view={view} kind="error">
          <p>{seen.refused}</p>
        </Alert>
      )}
      <FilterPanel
        view={view}
        across
        action={href(urls.supports)}
        active={[filters.kind, seen.chosen].filter(Boolean).length}
        clear={href(urls.supports)}
      >
        <TextField
          view={view}
          form={form}
          name="du"
          type="date"
          label={t("supportdesk:period.from")}
          optional="silent"
        />
        <TextField
          view={view}
          form={form}
          name="au"
          type="date"
          label={t("supportdesk:period.to")}
          optional="silent"
        />
        <SelectField
          view={view}
          form={form}
          name="forme"
          label={t("supportdesk:form.kind")}
          empty={t("supportdesk:period.anyKind")}
          options={supportKinds.map((value) => ({ value, label: kindWords(t, value) }))}
          optional="silent"
        />
      </FilterPanel>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={rows}
        empty={
          <EmptyState scene={<NothingFoundScene />} title={t("supportdesk:period.none")}>
            <p>{t("supportdesk:period.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("supportdesk:column.association"),
            heading: true,
            cell: (row) => <a href={href(urls.support(row.associationId))}>{row.name}</a>,
          },
          { label: t("supportdesk:column.kind"), cell: (row) => kindWords(t, row.kind) },
          { label: t("supportdesk:column.day"), cell: (row) => longDay(lang, row.day) },
          { label: t("supportdesk:column.by"), ifAny: true, cell: (row) => row.by },
          { label: t("supportdesk:column.note"), ifAny: true, cell: (row) => row.note },
        ]}
      />
      {rows.length < counted.events && (
        <p class="soft">{t("supportdesk:period.more", { shown: rows.length })}</p>
      )}
      {counted.events > 0 && (
        <div class="row not-paper">
          <Downloads
            view={view}
            csv={urls.supportsCsv + queryOf(filters)}
            xlsx={urls.supportsXlsx + queryOf(filters)}
          />
          <ButtonLink kind="quiet" icon="figures" href={href("/gestion/pilotage/I1.1")}>
            {t("supportdesk:period.indicator")}
          </ButtonLink>
        </div>
      )}
    </>,
  );
}
