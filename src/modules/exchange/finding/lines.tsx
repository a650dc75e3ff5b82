import { codeWord } from "../../associations/index.ts";
import { ResultItem, Results, Tag, type View } from "../../../ui/index.ts";
import type { NeighbourLine } from "./ask.ts";

/** Associations of neighbours, each with who publishes it; their page is on the neighbour's site. */
export const NeighbourLines = (props: {
  view: View;
  lines: readonly NeighbourLine[];
  level: 2 | 3;
}) => {
  const { view, lines, level } = props;
  const { t } = view;
  return (
    <Results>
      {lines.map((line) => (
        <ResultItem
          title={line.name}
          href={line.url ?? new URL(line.address).origin}
          level={level}
          summary={line.purpose ?? undefined}
          facts={[
            ...(line.town ? [{ icon: "place" as const, words: line.town }] : []),
            ...(line.themes.length
              ? [
                  {
                    icon: "tag" as const,
                    words: line.themes.map((code) => codeWord(t, "theme", code)).join(", "),
                  },
                ]
              : []),
          ]}
          tags={<Tag icon="web">{t("exchange:from", { name: line.neighbour })}</Tag>}
        />
      ))}
    </Results>
  );
};
