import {
  Actions,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { stateWords } from "../../scheduling/index.ts";
import type { SeenPlace } from "../booking/seen.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";

export const StateTag = ({ view, state }: { view: View; state: ResourcePlace["state"] }) => {
  const words = view.t(`resourcedesk:state.${state}`);
  return state === "published" ? <Tag tone="success">{words}</Tag> : <Tag>{words}</Tag>;
};

/** Every resource place, drafts too. */
export function deskListPage(
  view: View,
  { places, now }: { places: readonly SeenPlace[]; now: Date },
): string {
  const { t, href, lang } = view;
  return deskPage(
    view,
    { title: t("resourcedesk:title"), section: urls.desk },
    <>
      <h1>{t("resourcedesk:title")}</h1>
      <p class="lead">{t("resourcedesk:lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.add)} icon="add">
          {t("resourcedesk:add")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("resourcedesk:caption")}
        rows={places}
        empty={
          <EmptyState scene={<RestScene />} title={t("resourcedesk:empty")}>
            <p>{t("resourcedesk:emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("resourcedesk:column.name"),
            heading: true,
            cell: ({ place }) => <a href={href(urls.place(place.id))}>{place.name}</a>,
          },
          { label: t("resourcedesk:column.where"), cell: ({ place }) => place.place.name },
          {
            label: t("resourcedesk:column.now"),
            cell: ({ state, timetable }) => stateWords(t, lang, timetable.zone, state, now),
          },
          {
            label: t("resourcedesk:column.bookables"),
            numeric: true,
            cell: ({ bookables }) => bookables.length,
          },
          {
            label: t("resourcedesk:column.state"),
            cell: ({ place }) => <StateTag view={view} state={place.state} />,
          },
        ]}
      />
    </>,
  );
}
