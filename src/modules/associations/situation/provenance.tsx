import { longDay } from "../../../ui/dates.ts";
import { Table, type View } from "../../../ui/index.ts";
import { fieldWords, type Names } from "../history/words.tsx";
import type { Field, Provenance, Situation } from "../record/fields.ts";

/** Where the value of each field comes from, in words. */
export function ProvenanceTable(props: { view: View; situation: Situation; names: Names }) {
  const { view, situation, names } = props;
  const { t } = view;
  return (
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
      ]}
    />
  );
}

function provenanceWords(view: View, mark: Provenance, names: Names): string {
  const { t } = view;
  const source = t(`registry:source.${mark.source}`);
  const date = longDay(view.lang, new Date(mark.at));
  const name = names.get(mark.by ?? "");
  return name ? t("registry:byName", { source, date, name }) : t("registry:by", { source, date });
}
