import { momentWords } from "../../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  deskPage,
  FileField,
  Form,
  Table,
  Tag,
  type FormState,
  type View,
} from "../../../../ui/index.ts";
import type { batches } from "../batches.ts";
import { kinds } from "../rules.ts";
import { urls } from "../urls.ts";

type Line = Awaited<ReturnType<typeof batches>>[number];

export const fileField = "fichier";

/** Give the month's file, and see what came of the others. */
export function listPage(view: View, lines: readonly Line[], form: FormState): string {
  const { t } = view;
  const title = t("rna:title");
  return deskPage(
    view,
    { title, section: urls.list, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("rna:lead")}</p>
      <Form view={view} form={form} action={view.href(urls.list)} files>
        <FileField
          view={view}
          form={form}
          name={fileField}
          label={t("rna:new.file")}
          hint={t("rna:new.fileHint")}
          accept=".zip,.csv,.txt"
        />
        <Actions>
          <Button icon="upload" waiting={t("rna:new.waiting")}>
            {t("rna:new.send")}
          </Button>
        </Actions>
        <p class="soft">{t("rna:new.after", { commune: view.commune.name })}</p>
      </Form>
      {lines.length > 0 && (
        <Table
          view={view}
          caption={t("rna:list.caption")}
          rows={lines}
          columns={[
            {
              label: t("rna:list.file"),
              heading: true,
              cell: (line) => <a href={view.href(urls.one(line.id))}>{line.file_name}</a>,
            },
            { label: t("rna:list.when"), cell: (line) => momentWords(view.lang, line.made_at) },
            {
              label: t("rna:list.by"),
              minor: true,
              cell: (line) => line.by ?? t("imports:list.operator"),
            },
            { label: t("rna:list.left"), cell: (line) => <Left view={view} line={line} /> },
            {
              label: t("rna:list.found"),
              cell: (line) =>
                kinds
                  .filter((kind) => line.counts[kind])
                  .map((kind) => t(`rna:found.${kind}`, { count: line.counts[kind] ?? 0 }))
                  .join(", ") || (line.state === "ready" ? t("rna:list.nothing") : ""),
            },
          ]}
        />
      )}
    </>,
  );
}

function Left({ view, line }: { view: View; line: Line }) {
  const { t } = view;
  if (line.state !== "ready")
    return (
      <Tag tone={line.state === "failed" ? "error" : "info"}>{t(`rna:state.${line.state}`)}</Tag>
    );
  if (line.open === 0) return <Tag tone="success">{t("rna:list.done")}</Tag>;
  return <Tag tone="warning">{t("rna:list.open", { count: line.open })}</Tag>;
}
