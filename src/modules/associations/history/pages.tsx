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
      <HistoryTable
        view={view}
        title={title}
        lines={seen.lines}
        names={seen.names}
        personal={mayWrite}
        undo={(line) =>
          mayWrite && seen.undoable.has(line.action) ? urls.undo(id, line.id) : undefined
        }
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

type TableProps = {
  view: View;
  title: string;
  lines: readonly HistoryLine[];
  names: Names;
  /** Values about people are told. */
  personal: boolean;
  /** Where a line is taken back, by those who may. */
  undo: (line: HistoryLine) => string | undefined;
};

/** Who did what, in words, the latest first. */
export function HistoryTable({ view, title, lines, names, personal, undo }: TableProps) {
  const { t } = view;
  return (
    <Table
      view={view}
      caption={title}
      captionHidden
      rows={lines}
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
              <Changes view={view} told={toldOf(view, line, names, personal)} />
              <Undo view={view} line={line} path={undo(line)} />
            </>
          ),
        },
      ]}
      empty={<p>{t("registry:history.empty")}</p>}
    />
  );
}

function Undo(props: { view: View; line: HistoryLine; path: string | undefined }) {
  const { view, line, path } = props;
  if (line.undoneBy) return <p class="soft">{view.t("registry:history.undone")}</p>;
  if (!path) return null;
  return (
    <ActionForm view={view} action={view.href(path)} kind="quiet" icon="undo">
      {view.t("registry:history.undo")}
    </ActionForm>
  );
}
