import { ButtonLink, Refused, type View } from "../../../ui/index.ts";
import type { HistoryLine } from "../../journal/index.ts";
import { HistoryTable } from "../history/pages.tsx";
import type { Names } from "../history/words.tsx";
import { keptPage } from "../members/frame.tsx";
import type { Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";

export type HistorySeen = {
  keeper: Keeper;
  lines: readonly HistoryLine[];
  names: Names;
  mayUndo: (line: HistoryLine) => boolean;
  refused: string | undefined;
};

/** Who did what, in words: for the people of the association. */
export function spaceHistoryPage(view: View, seen: HistorySeen): string {
  const { t } = view;
  const { keeper } = seen;
  const { id } = keeper.association;
  const title = t("space:door.history.title");
  return keptPage(
    view,
    keeper,
    { title },
    <>
      <Refused view={view} sentence={seen.refused} />
      <HistoryTable
        view={view}
        title={title}
        lines={seen.lines}
        names={seen.names}
        personal={keeper.may === "all"}
        undo={(line) => (seen.mayUndo(line) ? urls.spaceUndo(id, line.id) : undefined)}
      />
    </>,
  );
}

/** What the association may take away: all it wrote, in two files. */
export function dataPage(view: View, keeper: Keeper): string {
  const { t, href } = view;
  const { id } = keeper.association;
  return keptPage(
    view,
    keeper,
    { title: t("space:door.data.title") },
    <>
      <p class="lead">{t("space:data.lead")}</p>
      <div class="actions">
        <ButtonLink icon="download" href={href(urls.spaceDataTable(id))}>
          {t("space:data.table")}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="download" href={href(urls.spaceDataFile(id))}>
          {t("space:data.file")}
        </ButtonLink>
      </div>
      <p class="soft">{t("space:data.what")}</p>
    </>,
  );
}
