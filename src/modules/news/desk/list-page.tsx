import { momentWords } from "../../../ui/dates.ts";
import {
  Actions,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  Tag,
  type Tone,
  type View,
} from "../../../ui/index.ts";
import { newsKinds, type NewsState } from "../codes.ts";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

const tones: Partial<Record<NewsState, Tone>> = { proposed: "warning", published: "success" };

export function StateTag({ view, state }: { view: View; state: NewsState }) {
  const tone = tones[state];
  const words = view.t(`newsdesk:state.${state}`);
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

/** All that is told, proposed or being written. */
export function deskListPage(view: View, items: readonly NewsItem[]): string {
  const { t, href, lang } = view;
  return deskPage(
    view,
    { title: t("newsdesk:title"), section: urls.desk },
    <>
      <h1>{t("newsdesk:title")}</h1>
      <p class="lead">{t("newsdesk:lead")}</p>
      <Actions>
        {newsKinds.map((kind) => (
          <ButtonLink
            href={href(`${urls.add}?genre=${kind}`)}
            icon="add"
            kind={kind === "action" ? "primary" : "secondary"}
          >
            {t(`newsdesk:add.${kind}`)}
          </ButtonLink>
        ))}
      </Actions>
      <Table
        view={view}
        caption={t("newsdesk:caption")}
        rows={items}
        empty={
          <EmptyState scene={<RestScene />} title={t("newsdesk:empty")}>
            <p>{t("newsdesk:emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("newsdesk:column.title"),
            heading: true,
            cell: (item) => <a href={href(urls.one(item.id))}>{item.title}</a>,
          },
          { label: t("newsdesk:column.kind"), cell: ({ kind }) => t(`news:kind.${kind}.one`) },
          {
            label: t("newsdesk:column.about"),
            cell: ({ associations }) => associations.map(({ name }) => name).join(", "),
          },
          {
            label: t("newsdesk:column.state"),
            cell: ({ state }) => <StateTag view={view} state={state} />,
          },
          {
            label: t("newsdesk:column.changed"),
            cell: ({ changedAt }) => momentWords(lang, changedAt),
          },
        ]}
      />
    </>,
  );
}
