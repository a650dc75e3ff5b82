import {
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  NothingFoundScene,
  SearchBox,
  Table,
  type View,
} from "../../ui/index.ts";
import type { PlaceLine } from "./queries.ts";
import { placeUrls } from "./urls.ts";

/** The commune's places, and how many associations meet in each. */
export function placesPage(
  view: View,
  seen: { q: string; rows: readonly PlaceLine[]; mayWrite: boolean },
): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("places:title"), section: placeUrls.all },
    <>
      <h1>{t("places:title")}</h1>
      <p class="lead">{t("places:lead")}</p>
      {seen.mayWrite && (
        <p>
          <ButtonLink href={view.href(placeUrls.newOne)} icon="add">
            {t("places:add")}
          </ButtonLink>
        </p>
      )}
      <SearchBox
        view={view}
        action={view.href(placeUrls.all)}
        value={seen.q}
        label={t("places:search")}
      />
      <Table
        view={view}
        caption={t("places:count", { count: seen.rows.length })}
        rows={seen.rows}
        columns={[
          {
            label: t("places:name"),
            heading: true,
            cell: (row) => <a href={view.href(placeUrls.one(row.id))}>{row.name}</a>,
          },
          { label: t("places:address"), cell: (row) => row.address || "–" },
          { label: t("places:district"), cell: (row) => row.district ?? "–" },
          {
            label: t("places:located"),
            cell: (row) => t(row.located ? "places:yes" : "places:no"),
          },
          { label: t("places:uses"), numeric: true, cell: (row) => row.uses },
        ]}
        empty={
          <EmptyState scene={<NothingFoundScene />} title={t("places:empty")}>
            <p>{t("places:emptyHow")}</p>
          </EmptyState>
        }
      />
    </>,
  );
}

export const PlaceTrail = ({ view, here }: { view: View; here: string }) => (
  <Breadcrumb
    view={view}
    trail={[{ words: view.t("places:title"), path: placeUrls.all }]}
    here={here}
  />
);
