import {
  ActionForm,
  Actions,
  Alert,
  ButtonLink,
  deskPage,
  Facts,
  Table,
  type View,
} from "../../../ui/index.ts";
import type { Import } from "../pipeline/imports.ts";
import type { MappedColumn } from "../reading/index.ts";
import { namesAssociations } from "../rules.ts";
import { urls } from "../urls.ts";
import { columnWords } from "../words.ts";
import { Trail } from "./trail.tsx";

/** What was understood of the file, before anything is tried. */
export function understoodPage(view: View, one: Import): string {
  const { t } = view;
  const readable = namesAssociations(one.mapping);
  return deskPage(
    view,
    { title: t("imports:understood.title"), section: urls.list },
    <>
      <Trail view={view} one={one} />
      <h1>{t("imports:understood.title")}</h1>
      {!readable && <Alert view={view} kind="warning" title={t("imports:understood.noName")} />}
      <Understood view={view} one={one} />
      <Actions>
        {readable && (
          <ActionForm view={view} action={view.href(urls.rehearsal(one.id))} icon="next">
            {t("imports:understood.try")}
          </ActionForm>
        )}
        <ButtonLink
          href={view.href(urls.columns(one.id))}
          kind={readable ? "secondary" : "primary"}
          icon="edit"
        >
          {t("imports:understood.correct")}
        </ButtonLink>
      </Actions>
      {readable && <p class="soft">{t("imports:understood.trySoft")}</p>}
      <Table
        view={view}
        caption={t("imports:columns.caption")}
        rows={one.mapping.columns}
        columns={[
          {
            label: t("imports:columns.column"),
            heading: true,
            cell: (column) => columnWords(t, column),
          },
          {
            label: t("imports:columns.meaning"),
            cell: ({ target }) =>
              target ? (
                t(`imports:target.${target}`)
              ) : (
                <span class="soft">{t("imports:columns.none")}</span>
              ),
          },
          {
            label: t("imports:columns.samples"),
            cell: (column) => samplesWords(view, one, column),
          },
        ]}
      />
    </>,
  );
}

/** Three values of a column, as the file writes them. */
export function samplesWords({ t }: View, one: Import, { column }: MappedColumn): string {
  const samples = one.understood.samples?.[column] ?? [];
  return samples.length > 0 ? samples.join(" · ") : t("imports:columns.noSample");
}

/** Format, encoding, separator, layout. */
export function Understood({ view, one }: { view: View; one: Import }) {
  const { t } = view;
  const { understood, mapping } = one;
  const used = mapping.columns.filter(({ target }) => target !== null).length;
  return (
    <Facts
      view={view}
      facts={[
        {
          term: t("imports:understood.format"),
          value: t(`imports:understood.kind.${understood.kind}`),
        },
        { term: t("imports:understood.encoding"), value: understood.encoding?.toUpperCase() },
        {
          term: t("imports:understood.separator"),
          value: separatorWords(view, understood.separator),
        },
        { term: t("imports:understood.sheet"), value: understood.sheet },
        { term: t("imports:understood.layout"), value: layoutWords(view, mapping.layout) },
        {
          term: t("imports:understood.columns"),
          value: t("imports:understood.columnsOf", { used, all: mapping.columns.length }),
        },
        {
          term: t("imports:understood.territory"),
          value:
            one.territory === "all"
              ? t("imports:new.all")
              : t("imports:new.commune", { commune: view.commune.name }),
        },
      ]}
    />
  );
}

const separators = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const;

function separatorWords({ t }: View, separator: string | undefined): string | undefined {
  const known = separators[separator as keyof typeof separators];
  return known ? t(`imports:understood.separators.${known}`) : separator;
}

function layoutWords({ t }: View, layout: string | null): string {
  if (layout === null) return t("imports:understood.unknownLayout");
  if (layout === "rna_waldec" || layout === "rna_import")
    return t(`imports:understood.layouts.${layout}`);
  return t("imports:understood.layouts.other", { name: layout });
}
