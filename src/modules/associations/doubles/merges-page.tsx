import { longDay, momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { columnOf, type Field } from "../record/fields.ts";
import { fieldWords } from "../history/words.tsx";
import { urls } from "../urls.ts";
import type { MergeLine } from "./queries.ts";
import { Refused } from "./queue-page.tsx";
import type { EditedSince } from "./unmerging.ts";

/** Records made one: what, when, who, and the way back. */
export function mergesPage(view: View, lines: readonly MergeLine[]): string {
  const { t } = view;
  const title = t("doubles:joined.title");
  const gone = t("registry:history.actor.person");
  return deskPage(
    view,
    { title, section: urls.duplicates },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("doubles:title"), path: urls.duplicates }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("doubles:joined.lead")}</p>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={lines}
        columns={[
          {
            label: t("doubles:joined.kept"),
            heading: true,
            cell: (line) => <a href={view.href(urls.one(line.kept_id))}>{line.kept}</a>,
          },
          { label: t("doubles:joined.absorbed"), cell: (line) => line.absorbed },
          {
            label: t("doubles:joined.when"),
            cell: (line) => momentWords(view.lang, line.merged_at),
          },
          { label: t("doubles:joined.who"), cell: (line) => line.by ?? gone },
          {
            label: t("doubles:joined.state"),
            cell: (line) =>
              line.undone_at ? (
                t("doubles:joined.undone", {
                  date: longDay(view.lang, line.undone_at),
                  name: line.undoneBy ?? gone,
                })
              ) : (
                <a href={view.href(urls.merge(line.id))}>
                  {t("doubles:joined.split")}
                  <span class="sr"> {t("doubles:joined.splitOf", line)}</span>
                </a>
              ),
          },
        ]}
        empty={
          <EmptyState scene={<RestScene />} title={t("doubles:joined.empty")}>
            <p>{t("doubles:joined.emptyHow")}</p>
          </EmptyState>
        }
      />
    </>,
  );
}

export type SplitSeen = {
  id: string;
  kept: string;
  absorbed: string;
  at: Date;
  /** Contacts erased at someone's request: they do not come back. */
  erased: number;
  /** What was changed since on the record kept; nothing when separating is refused. */
  edited: EditedSince | undefined;
  problem?: string | undefined;
};

/** What separating will do, before it is done. */
export function splitPage(view: View, seen: SplitSeen): string {
  const { t } = view;
  const title = t("doubles:split.title");
  const { edited } = seen;
  return deskPage(
    view,
    { title, section: urls.duplicates, main: "text", wrong: Boolean(seen.problem) },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("doubles:title"), path: urls.duplicates },
          { words: t("doubles:joined.title"), path: urls.merges },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Refused view={view} problem={seen.problem} />
      {edited && (
        <>
          <p class="lead">
            {t("doubles:split.lead", {
              kept: seen.kept,
              absorbed: seen.absorbed,
              date: longDay(view.lang, seen.at),
            })}
          </p>
          <p>{t("doubles:split.public", seen)}</p>
          <p>{t("doubles:split.remembered")}</p>
          {seen.erased > 0 && <p>{t("doubles:split.erased", { count: seen.erased })}</p>}
          <Since view={view} edited={edited} />
        </>
      )}
      <Actions>
        {edited && (
          <ActionForm view={view} action={view.href(urls.mergeSplit(seen.id))} icon="undo">
            {t("doubles:split.do")}
          </ActionForm>
        )}
        <ButtonLink kind="secondary" href={view.href(urls.merges)}>
          {t("doubles:split.cancel")}
        </ButtonLink>
      </Actions>
    </>,
  );
}

function Since({ view, edited }: { view: View; edited: EditedSince }) {
  const { t } = view;
  const known = new Map(
    Object.entries(columnOf).map(([field, column]) => [column as string, field]),
  );
  const told = [
    ...edited.columns.map((column) => fieldWords(t, (known.get(column) ?? "name") as Field)),
    ...edited.lists.map((list) => t(`doubles:list.${list}`)),
  ];
  if (!told.length) return <p>{t("doubles:split.untouched")}</p>;
  return (
    <>
      <h2>{t("doubles:split.edited")}</h2>
      <p>{t("doubles:split.editedFields", { fields: told.join(", ") })}</p>
    </>
  );
}
