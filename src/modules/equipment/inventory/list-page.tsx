import { momentWords } from "../../../ui/dates.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
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
import { urls } from "../urls.ts";
import type { Inventory, InventoryCounts } from "./queries.ts";

/** The way back from a page of an inventory. */
export const trailOf = (view: View, one?: Inventory) => [
  { words: view.t("lending:title"), path: urls.desk },
  { words: view.t("inventory:list.title"), path: urls.inventories },
  ...(one ? [{ words: one.fileName, path: urls.inventory(one.id) }] : []),
];

/** Every inventory brought as a file: who, when, and what came of it. */
export function inventoriesPage(view: View, inventories: readonly Inventory[]): string {
  const { t, href, lang } = view;
  const title = t("inventory:list.title");
  return deskPage(
    view,
    { title, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("inventory:list.lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.addInventory)} icon="import">
          {t("inventory:new.title")}
        </ButtonLink>
        <ButtonLink href={href(urls.exports)} kind="secondary" icon="download">
          {t("inventory:exports.title")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("inventory:list.caption")}
        rows={inventories}
        empty={
          <EmptyState scene={<RestScene />} title={t("inventory:list.empty")}>
            <p>{t("inventory:list.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("inventory:list.file"),
            heading: true,
            cell: ({ id, fileName }) => <a href={href(urls.inventory(id))}>{fileName}</a>,
          },
          { label: t("inventory:list.when"), cell: ({ madeAt }) => momentWords(lang, madeAt) },
          { label: t("inventory:list.by"), ifAny: true, cell: ({ by }) => by },
          {
            label: t("inventory:list.state"),
            cell: ({ state }) => (
              <Tag tone={state === "applied" ? "success" : "info"}>
                {t(`inventory:state.${state}`)}
              </Tag>
            ),
          },
          {
            label: t("inventory:list.result"),
            ifAny: true,
            cell: ({ state, counts }) => resultWords(t, state, counts),
          },
        ]}
      />
    </>,
  );
}

/** What was done, or undone, in words. */
export function resultWords(
  t: Translate,
  state: Inventory["state"],
  counts: InventoryCounts,
): string {
  if (state === "open") return "";
  const said =
    state === "applied"
      ? (["added", "changed", "models"] as const)
      : (["removed", "restored", "kept"] as const);
  const parts = said.flatMap((what) => {
    const count = counts[what] ?? 0;
    return count > 0 ? [t(`inventory:done.${what}`, { count })] : [];
  });
  return parts.length > 0 ? parts.join(", ") : t("inventory:done.nothing");
}
