import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  FilterPanel,
  RestScene,
  SelectField,
  Table,
  type View,
} from "../../../ui/index.ts";
import { Downloads } from "../list/downloads.tsx";
import { urls } from "../urls.ts";
import { toolName, type Tool } from "./list.ts";
import { needName, teller } from "./need-pages.tsx";
import type { Need, NeedFilters } from "./queries.ts";

const queryOf = ({ tool, closed }: NeedFilters): string => {
  const query = new URLSearchParams({ ...(tool ? { outil: tool } : {}), ...(closed ? { etat: "repondus" } : {}) }).toString(); // prettier-ignore
  return query ? `?${query}` : "";
};

/** Every need declared: who, what, since when. */
export function needsPage(
  view: View,
  seen: {
    filters: NeedFilters;
    needs: readonly Need[];
    tools: readonly Tool[];
    mayEditList: boolean;
  },
): string {
  const { t, href, lang } = view;
  const { filters, needs, tools } = seen;
  const title = t("toolsdesk:list.title");
  const form = {
    values: { outil: filters.tool ?? "", etat: filters.closed ? "repondus" : "" },
    errors: {},
  };
  return deskPage(
    view,
    { title, section: urls.needs },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">
        {t(filters.closed ? "toolsdesk:list.closed" : "toolsdesk:list.open", {
          count: needs.length,
        })}
      </p>
      <FilterPanel
        view={view}
        across
        action={href(urls.needs)}
        active={[filters.tool, filters.closed].filter(Boolean).length}
        clear={href(urls.needs)}
      >
        <SelectField
          view={view}
          form={form}
          name="outil"
          label={t("toolsdesk:column.tool")}
          empty={t("toolsdesk:list.anyTool")}
          options={tools.map((tool) => ({ value: tool.code, label: toolName(t, tool) }))}
          optional="silent"
        />
        <SelectField
          view={view}
          form={form}
          name="etat"
          label={t("toolsdesk:list.state")}
          empty={t("toolsdesk:list.stateOpen")}
          options={[{ value: "repondus", label: t("toolsdesk:list.stateClosed") }]}
          optional="silent"
        />
      </FilterPanel>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={needs}
        empty={
          <EmptyState scene={<RestScene />} title={t("toolsdesk:list.none")}>
            <p>{t("toolsdesk:list.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("toolsdesk:column.association"),
            heading: true,
            cell: (need) => (
              <a href={href(urls.need(need.associationId, need.id))}>
                {need.association}
                <span class="sr"> : {needName(view, tools, need.tool)}</span>
              </a>
            ),
          },
          { label: t("toolsdesk:column.tool"), cell: (need) => needName(view, tools, need.tool) },
          { label: t("toolsdesk:column.since"), cell: (need) => longDay(lang, dayOf(need.at)) },
          { label: t("toolsdesk:column.by"), cell: (need) => teller(view, need) },
          {
            label: t("toolsdesk:column.answer"),
            ifAny: true,
            cell: (need) => need.closedHow && t(`tools:closed.${need.closedHow}`),
          },
        ]}
      />
      <div class="row not-paper">
        {needs.length > 0 && (
          <Downloads
            view={view}
            csv={urls.needsCsv + queryOf(filters)}
            xlsx={urls.needsXlsx + queryOf(filters)}
          />
        )}
        {seen.mayEditList && (
          <ButtonLink kind="quiet" icon="settings" href={href(urls.toolList)}>
            {t("toolsdesk:settings.door")}
          </ButtonLink>
        )}
      </div>
    </>,
  );
}
