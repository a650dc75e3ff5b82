import { momentWords } from "../../../ui/dates.ts";
import { ActionForm, Alert, Breadcrumb, deskPage, Table, type View } from "../../../ui/index.ts";
import type { HistoryLine } from "../../journal/index.ts";
import { urls } from "../urls.ts";
import { actionWords, actorWords, toldOf, type Names, type Told } from "./words.tsx";

export type HistorySeen = {
  id: string;
  name: string;
  lines: readonly HistoryLine[];
  names: Names;
  mayWrite: boolean;
  /** Lines of history that can be undone from here. */
  undoable: ReadonlySet<string>;
  /** Why the last undo was refused. */
  refused?: string | undefined;
};

/** Everything that happened to a record: who, when, what it was, what it became. */
export function historyPage(view: View, seen: HistorySeen): string {
  const { t } = view;
  const { id, name, mayWrite } = seen;
  const title = t("registry:history.title", { name });
  return deskPage(
    view,
    { title, section: urls.list },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("registry:list.title"), path: urls.list },
          { words: name, path: urls.one(id) },
        ]}
        here={t("registry:one.history")}
      />
      <h1>{title}</h1>
      {seen.refused && (
        <div role="alert">
          <Alert view={view} kind="error" title={t("registry:history.refusedTitle")}>
            <p>{seen.refused}</p>
          </Alert>
        </div>
      )}
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={seen.lines}
        columns={[
          {
            label: t("registry:history.when"),
            heading: true,
            cell: (line) => momentWords(view.lang, line.at),
          },
          { label: t("registry:history.who"), cell: (line) => actorWords(t, line) },
          {
            label: t("registry:history.what"),
            cell: (line) => (
              <>
                <p>{actionWords(t, line)}</p>
                <Changes view={view} told={toldOf(view, line, seen.names, mayWrite)} />
                <Undo view={view} line={line} seen={seen} />
              </>
            ),
          },
        ]}
        empty={<p>{t("registry:history.empty")}</p>}
      />
    </>,
  );
}

/** Old and new values, one by line. */
export function Changes({ view, told }: { view: View; told: readonly Told[] }) {
  if (!told.length) return null;
  return (
    <ul>
      {told.map((one) => (
        <li>{view.t("registry:history.from", one)}</li>
      ))}
    </ul>
  );
}

function Undo({ view, line, seen }: { view: View; line: HistoryLine; seen: HistorySeen }) {
  const { t } = view;
  if (line.undoneBy) return <p class="soft">{t("registry:history.undone")}</p>;
  if (!seen.mayWrite || !seen.undoable.has(line.action)) return null;
  return (
    <ActionForm
      view={view}
      action={view.href(urls.undo(seen.id, line.id))}
      kind="quiet"
      icon="undo"
    >
      {t("registry:history.undo")}
    </ActionForm>
  );
}
