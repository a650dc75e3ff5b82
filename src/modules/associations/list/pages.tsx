import { shortDay } from "../../../ui/dates.ts";
import {
  Alert,
  ButtonLink,
  deskPage,
  EmptyState,
  NothingFoundScene,
  Pagination,
  Table,
  Tag,
  type Column,
  type View,
} from "../../../ui/index.ts";
import { Downloads } from "./downloads.tsx";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import type { Line } from "./queries.ts";
import { BulkBar, BulkChoice } from "./bulk-choice.tsx";
import { Filters } from "./filters.tsx";
import { pageSize, writeListing, type Listing, type Sort } from "./rules.ts";

export type ListSeen = {
  listing: Listing;
  rows: readonly Line[];
  count: number;
  total: number;
  districts: readonly { id: string; name: string }[];
  referents: readonly { id: string; name: string }[];
  mayWrite: boolean;
  mayWriteMany: boolean;
  /** What must be chosen before changing many. */
  problem: string | undefined;
};

const addressOf = (listing: Listing, path: string = urls.list): string => {
  const query = writeListing(listing).toString();
  return query ? `${path}?${query}` : path;
};

/** The registry as a table: narrow, sort, open, take away, change many. */
export function listPage(view: View, seen: ListSeen): string {
  const { t } = view;
  const { listing, count, total } = seen;
  const at = (page: number) => view.href(addressOf({ ...listing, page }));
  return deskPage(
    view,
    { title: t("registry:list.title"), section: urls.list },
    <>
      <h1>{t("registry:list.title")}</h1>
      {seen.problem && (
        <Alert view={view} kind="error">
          <p>{seen.problem}</p>
        </Alert>
      )}
      <div class="row">
        {seen.mayWrite && (
          <ButtonLink href={view.href(urls.newOne)} icon="add">
            {t("registry:list.add")}
          </ButtonLink>
        )}
        <span class="soft">
          {t("registry:list.count", { count })}
          {count !== total && ` ${t("registry:list.of", { total })}`}
        </span>
      </div>
      <Filters view={view} {...seen} />
      {seen.mayWriteMany && count > 0 ? (
        <form method="get" action={view.href(urls.bulk)} class="bulk">
          {[...writeListing({ ...listing, page: 1 })].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Lines view={view} {...seen} />
          <BulkBar view={view} />
          <BulkChoice view={view} count={count} />
        </form>
      ) : (
        <Lines view={view} {...seen} />
      )}
      <Pagination view={view} page={listing.page} pages={Math.ceil(count / pageSize)} href={at} />
      {count > 0 && (
        <section class="flow">
          <h2>{t("registry:list.export")}</h2>
          <div class="row">
            <Downloads
              view={view}
              csv={addressOf({ ...listing, page: 1 }, urls.csv)}
              xlsx={addressOf({ ...listing, page: 1 }, urls.xlsx)}
            />
          </div>
        </section>
      )}
    </>,
  );
}

function Lines({ view, listing, rows, total, mayWriteMany }: ListSeen & { view: View }) {
  const { t } = view;
  const sortBy = (sort: Sort) => ({
    href: view.href(
      addressOf({
        ...listing,
        sort,
        descending: listing.sort === sort && !listing.descending,
        page: 1,
      }),
    ),
    order:
      listing.sort !== sort
        ? undefined
        : listing.descending
          ? ("descending" as const)
          : ("ascending" as const),
  });
  const tick: Column<Line> = {
    label: t("registry:list.tick"),
    tick: true,
    cell: (row) => (
      <input
        type="checkbox"
        name="fiche"
        value={row.id}
        aria-label={t("registry:list.tickOne", { name: row.name })}
      />
    ),
  };
  return (
    <Table
      view={view}
      caption={t("registry:list.title")}
      captionHidden
      rows={rows}
      columns={[
        ...(mayWriteMany ? [tick] : []),
        {
          label: t("registry:list.name"),
          heading: true,
          sort: sortBy("name"),
          cell: (row) => (
            <>
              <a href={view.href(urls.one(row.id))}>{row.name}</a>
              {row.acronym && <span class="soft"> ({row.acronym})</span>}
              {row.designations.map((kind) => (
                <Tag icon="star">{t(`designation:short.${kind}`)}</Tag>
              ))}
            </>
          ),
        },
        {
          label: t("registry:list.theme"),
          minor: true,
          cell: (row) => row.themes.map((one) => codeWord(t, "theme", one)).join(", ") || "–",
        },
        {
          label: t("registry:list.state"),
          sort: sortBy("state"),
          cell: (row) => (
            <>
              {codeWord(t, "state", row.state)}
              {!row.listed && <Tag icon="hidden">{t("registry:list.hidden")}</Tag>}
            </>
          ),
        },
        {
          label: t("registry:column.places"),
          minor: true,
          cell: (row) => row.places.join(", ") || "–",
        },
        { label: t("registry:list.referent"), cell: (row) => row.referent ?? "–" },
        {
          label: t("day:priority.column"),
          numeric: true,
          sort: sortBy("priority"),
          cell: (row) => row.priority,
        },
        {
          label: t("registry:list.updated"),
          sort: sortBy("updated"),
          cell: (row) => shortDay(view.lang, row.updatedAt),
        },
      ]}
      empty={
        total > 0 ? (
          <EmptyState scene={<NothingFoundScene />} title={t("registry:list.empty")}>
            <p>{t("registry:list.emptyHow")}</p>
          </EmptyState>
        ) : (
          <EmptyState scene={<NothingFoundScene />} title={t("registry:list.none")}>
            <p>{t("registry:list.noneHow")}</p>
          </EmptyState>
        )
      }
    />
  );
}
