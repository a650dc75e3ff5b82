import {
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { kitUrls, partUrls, upkeepUrls, urls } from "../urls.ts";
import type { Model, Stocked } from "./queries.ts";

/** What the commune lends, model by model. */
export function modelsPage(
  view: View,
  { models, low, due }: { models: readonly Stocked[]; low: number; due: number },
): string {
  const { t, href } = view;
  return deskPage(
    view,
    { title: t("lending:models.title"), section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={t("lending:models.title")}
      />
      <h1>{t("lending:models.title")}</h1>
      <p class="lead">{t("lending:models.lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.addModel)} icon="add">
          {t("lending:model.add")}
        </ButtonLink>
        <ButtonLink href={href(kitUrls.all)} icon="list" kind="secondary">
          {t("keeping:kits.title")}
        </ButtonLink>
        <ButtonLink href={href(partUrls.all)} icon="tag" kind="secondary">
          {low ? t("keeping:parts.toBuy", { count: low }) : t("keeping:parts.title")}
        </ButtonLink>
        <ButtonLink href={href(upkeepUrls.due)} icon="tasks" kind="secondary">
          {due ? t("keeping:upkeep.toDo", { count: due }) : t("keeping:upkeep.title")}
        </ButtonLink>
        <ButtonLink href={href(urls.addInventory)} kind="secondary" icon="import">
          {t("inventory:new.title")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("lending:models.caption")}
        rows={models}
        empty={
          <EmptyState scene={<RestScene />} title={t("lending:models.empty")}>
            <p>{t("lending:models.emptyHow")}</p>
            <p>
              <a href={href(urls.places)}>{t("lending:places.title")}</a>
            </p>
          </EmptyState>
        }
        columns={[
          {
            label: t("lending:field.name"),
            heading: true,
            cell: ({ id, name }) => <a href={href(urls.deskModel(id))}>{name}</a>,
          },
          {
            label: t("lending:field.category"),
            cell: ({ category }) => t(`equipment:category.${category}`),
          },
          {
            label: t("lending:models.owner"),
            ifAny: true,
            cell: ({ owner }) => owner?.name,
          },
          {
            label: t("lending:models.ready"),
            numeric: true,
            cell: ({ ready, units }) => t("lending:models.readyOf", { ready, units }),
          },
          {
            label: t("lending:models.state"),
            cell: ({ state }) => <ShownTag view={view} state={state} />,
          },
        ]}
      />
    </>,
  );
}

export const ShownTag = ({ view, state }: { view: View; state: Model["state"] }) =>
  state === "shown" ? (
    <Tag tone="success">{view.t("own:state.shown")}</Tag>
  ) : (
    <Tag>{view.t("own:state.hidden")}</Tag>
  );
