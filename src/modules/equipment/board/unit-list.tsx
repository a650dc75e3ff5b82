import { momentWords, shortDay } from "../../../ui/dates.ts";
import { French, Table, type View } from "../../../ui/index.ts";
import type { Side } from "../who.ts";
import { anchors, type UnitList } from "./loan-list.tsx";
import type { WaitingUnit } from "./queries.ts";

/** Units to check or to mend: which, where, and what is known of them. */
export function WaitingUnits(props: {
  view: View;
  side: Side;
  list: UnitList;
  units: readonly WaitingUnit[];
}) {
  const { view, side, list, units } = props;
  const { t, href, lang } = view;
  if (!units.length) return null;
  const title = t(`handing:board.${list}`);
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
            label: t("handing:board.unit"),
            heading: true,
            cell: ({ tag }) => <a href={href(side.urls.unit(tag))}>{tag}</a>,
          },
          {
            label: t("equipment:loan.what"),
            cell: ({ modelName }) => <French view={view}>{modelName}</French>,
          },
          {
            label: t("handing:board.known"),
            ifAny: true,
            cell: (unit) => knownOf(view, unit),
          },
          {
            label: t("handing:board.shelf"),
            cell: ({ shelf, placeName }) => (
              <French view={view}>{[placeName, shelf].filter(Boolean).join(", ")}</French>
            ),
          },
          {
            label: t("handing:board.since"),
            minor: true,
            cell: ({ since }) => (
              <span title={momentWords(lang, since)}>{shortDay(lang, since)}</span>
            ),
          },
          ...(list === "toCheck"
            ? [
                {
                  label: t("handing:board.toDo"),
                  action: true,
                  cell: ({ tag }: WaitingUnit) => (
                    <a class="btn btn-secondary" href={href(side.urls.checking(tag))}>
                      {t("handing:board.doCheck")} <span class="sr">{tag}</span>
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
