import { momentWords, shortDay } from "../../../ui/dates.ts";
import { Table, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { anchors, type UnitList } from "./loan-list.tsx";
import type { WaitingUnit } from "./queries.ts";

/** Units to check or to mend: which, where, and what is known of them. */
export function WaitingUnits(props: { view: View; list: UnitList; units: readonly WaitingUnit[] }) {
  const { view, list, units } = props;
  const { t, href, lang } = view;
  if (!units.length) return null;
  const title = t(`custody:board.${list}`);
  return (
    <section class="flow" id={anchors[list]}>
      <h2>{title}</h2>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={units}
        columns={[
          {
            label: t("custody:board.unit"),
            heading: true,
            cell: ({ tag }) => <a href={href(urls.unit(tag))}>{tag}</a>,
          },
          { label: t("equipment:loan.what"), cell: ({ modelName }) => modelName },
          {
            label: t("custody:board.known"),
            ifAny: true,
            cell: (unit) => knownOf(view, unit),
          },
          {
            label: t("custody:board.shelf"),
            cell: ({ shelf, placeName }) => [placeName, shelf].filter(Boolean).join(", "),
          },
          {
            label: t("custody:board.since"),
            minor: true,
            cell: ({ since }) => (
              <span title={momentWords(lang, since)}>{shortDay(lang, since)}</span>
            ),
          },
          ...(list === "toCheck"
            ? [
                {
                  label: t("custody:board.toDo"),
                  action: true,
                  cell: ({ tag }: WaitingUnit) => (
                    <a class="btn btn-secondary" href={href(urls.checking(tag))}>
                      {t("custody:board.doCheck")} <span class="sr">{tag}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

const knownOf = ({ t }: View, { note, missing }: WaitingUnit): string | null =>
  [note, missing.length ? t("equipment:condition.lacks", { pieces: missing.join(", ") }) : null]
    .filter(Boolean)
    .join(" ") || null;
