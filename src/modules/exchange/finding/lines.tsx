import { codeWord } from "../../associations/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import { distanceInWords } from "../../../ui/distance.ts";
import { ResultItem, Results, Tag, type View } from "../../../ui/index.ts";
import type { NeighbourLine } from "./ask.ts";

/** Associations of neighbours, each with who publishes it, and since when; their page is on the neighbour's site. */
export const NeighbourLines = (props: {
  view: View;
  lines: readonly NeighbourLine[];
  level: 2 | 3;
}) => {
  const { view, lines, level } = props;
  const { t, lang } = view;
  return (
    <Results>
      {lines.map((line) => (
        <ResultItem
          title={line.name}
          href={line.url ?? new URL(line.address).origin}
          level={level}
          summary={line.purpose ?? undefined}
          facts={[
            ...whereOf(view, line),
            ...(line.themes.length
              ? [
                  {
                    icon: "tag" as const,
                    words: line.themes.map((code) => codeWord(t, "theme", code)).join(", "),
                  },
                ]
              : []),
          ]}
          tags={
            <Tag icon="web">
              {t("exchange:from", {
                name: line.neighbour,
                day: longDay(lang, dayOf(new Date(line.changedAt))),
              })}
            </Tag>
          }
        />
      ))}
    </Results>
  );
};

/** Its town, and how far it is when the search says from where. */
function whereOf({ lang, t }: View, { town, distance, neighbour }: NeighbourLine) {
  const words =
    distance === null
      ? town
      : t("directory:line.at", {
          where: town ?? neighbour,
          far: distanceInWords(lang, distance),
        });
  return words ? [{ icon: "place" as const, words }] : [];
}
