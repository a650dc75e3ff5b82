import { Breadcrumb, deskPage, Progress, type View } from "../../../../ui/index.ts";
import type { Batch } from "../batches.ts";
import { urls } from "../urls.ts";

/** The registry, then the file. */
export const Trail = ({ view, batch }: { view: View; batch: Batch }) => (
  <Breadcrumb
    view={view}
    trail={[{ words: view.t("rna:title"), path: urls.list }]}
    here={batch.file_name}
  />
);

/** The file being read, seen from outside. */
export function readingPage(view: View, batch: Batch): string {
  const { t } = view;
  const title = t("rna:one.reading");
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <Trail view={view} batch={batch} />
      <h1>{title}</h1>
      <Progress view={view} words={batch.file_name} done={batch.progress_lines} total={undefined} />
      {batch.progress_lines > 0 && (
        <p class="soft num">{t("imports:progress.lines", { count: batch.progress_lines })}</p>
      )}
      <p class="soft">{t("imports:progress.refresh")}</p>
    </>,
  );
}
