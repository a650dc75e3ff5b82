import { longDay } from "../../../ui/dates.ts";
import { ActionForm, Table, Tag, type View } from "../../../ui/index.ts";
import { fieldWords, type Names } from "../history/words.tsx";
import type { Field, Provenance, Situation } from "../record/fields.ts";
import { isLocked } from "../record/rules.ts";
import { urls } from "../urls.ts";

/** Where the value of each field comes from, in words, and whether files may replace it. */
export function ProvenanceTable(props: {
  view: View;
  situation: Situation;
  names: Names;
  mayWrite: boolean;
}) {
  const { view, situation, names, mayWrite } = props;
  const { t } = view;
  return (
    <>
      <p class="soft">{t("registry:lock.hint")}</p>
      <Table
        view={view}
        caption={t("registry:one.provenance")}
        captionHidden
        rows={Object.entries(situation.provenance)}
        columns={[
          {
            label: t("registry:one.field"),
            heading: true,
            cell: ([field]) => fieldWords(t, field as Field),
          },
          { label: t("registry:one.from"), cell: ([, mark]) => provenanceWords(view, mark, names) },
          {
            label: t("registry:lock.column"),
            cell: ([field, mark]) => (
              <>
                {isLocked(mark) ? <Tag>{t("registry:lock.yes")}</Tag> : t("registry:lock.no")}
                {mayWrite && (
                  <Lock view={view} id={situation.id} field={field} locked={isLocked(mark)} />
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Lock(props: { view: View; id: string; field: string; locked: boolean }) {
  const { view, id, field, locked } = props;
  const { t } = view;
  return (
    <ActionForm
      view={view}
      action={view.href(urls.lock(id))}
      kind="quiet"
      fields={{ field, locked: locked ? "no" : "yes" }}
    >
      {t(locked ? "registry:lock.unlock" : "registry:lock.lock")}
      <span class="sr"> {fieldWords(t, field as Field)}</span>
    </ActionForm>
  );
}

/** "Dite par l’association, le 3 septembre 2026, par Jeanne". */
export function provenanceWords(view: View, mark: Provenance, names: Names): string {
  const { t } = view;
  const source = t(`registry:source.${mark.source}`);
  const date = longDay(view.lang, new Date(mark.at));
  const name = names.get(mark.by ?? "");
  return name ? t("registry:byName", { source, date, name }) : t("registry:by", { source, date });
}
