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
import type { ImportState } from "../pipeline/imports.ts";
import type { importLines } from "../queries.ts";
import { urls } from "../urls.ts";
import { partsWords, undoneWords } from "../words.ts";

type Line = Awaited<ReturnType<typeof importLines>>[number];

const tones: Partial<Record<ImportState, Tone>> = {
  rehearsed: "info",
  applied: "success",
  failed: "error",
};

export function StateTag({ view, state }: { view: View; state: ImportState }) {
  const tone = tones[state];
  const words = view.t(`imports:state.${state}`);
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

/** Every import of the commune: what file, who, when, and what came of it. */
export function listPage(view: View, lines: readonly Line[]): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("imports:title"), section: urls.list },
    <>
      <h1>{t("imports:title")}</h1>
      <p class="lead">{t("imports:lead")}</p>
      <Actions>
        <ButtonLink href={view.href(urls.newOne)} icon="import">
          {t("imports:list.new")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("imports:list.caption")}
        rows={lines}
        empty={
          <EmptyState scene={<RestScene />} title={t("imports:list.empty")}>
            <p>{t("imports:list.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("imports:list.file"),
            heading: true,
            cell: (line) => <a href={view.href(urls.one(line.id))}>{line.file_name}</a>,
          },
          { label: t("imports:list.when"), cell: (line) => momentWords(view.lang, line.made_at) },
          { label: t("imports:list.by"), cell: (line) => line.by ?? t("imports:list.operator") },
          {
            label: t("imports:list.state"),
            cell: (line) => <StateTag view={view} state={line.state} />,
          },
          { label: t("imports:list.result"), cell: (line) => resultWords(view, line) },
        ]}
      />
    </>,
  );
}

function resultWords({ t }: View, line: Line): string {
  if (line.state === "undone") return undoneWords(t, line.undoCounts);
  if (line.state === "applied" || line.state === "undoing")
    return partsWords(t, line.counts, "done");
  return line.state === "rehearsed" ? partsWords(t, line.counts, "part") : "";
}
