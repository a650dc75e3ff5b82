import { distanceInWords } from "../../../ui/distance.ts";
import { ResultItem, Tag, type IconName, type View } from "../../../ui/index.ts";
import { firstSentence } from "../../language/index.ts";
import { patternWords } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { agesWords, occurrenceWords, placeWords, priceWords } from "../words.ts";
import type { FoundLine } from "./ask.ts";

/** One activity in a list: who offers it, when, where, for whom, at what price. */
export function ActivityItem({
  view,
  line,
  level,
}: {
  view: View;
  line: FoundLine;
  level?: 2 | 3;
}) {
  const { t, href } = view;
  return (
    <ResultItem
      title={line.title}
      level={level ?? 2}
      href={href(urls.activity(line.slug))}
      summary={firstSentence(line.what)}
      facts={activityFacts(view, line)}
      tags={
        <>
          {line.kind === "event" && <Tag icon="calendar">{t("activities:find.event")}</Tag>}
          {line.trial === "free" && <Tag icon="star">{t("activities:trial.free")}</Tag>}
          {!line.confirmedOn && <Tag icon="wait">{t("activities:find.unconfirmed")}</Tag>}
        </>
      }
    />
  );
}

/** Who offers it, when, where, for whom, at what price. */
export function activityFacts(view: View, line: FoundLine) {
  const { t, lang } = view;
  const where = placeWords(line);
  const far = typeof line.distance === "number" ? distanceInWords(lang, line.distance) : undefined;
  const facts: [IconName, string | undefined][] = [
    ["people", line.association.name],
    ...(line.date
      ? [["calendar", occurrenceWords(t, lang, line.date)] as [IconName, string]]
      : hoursOf(view, line).map((words): [IconName, string] => ["clock", words])),
    ["place", where && far ? t("directory:line.at", { where, far }) : where],
    ["person", agesWords(t, line) ?? publicsWords(t, line.publics)],
    ["euro", priceWords(t, lang, line)],
  ];
  return facts.flatMap(([icon, words]) => (words ? [{ icon, words }] : []));
}

/** Its hours, or that they are to be asked for: nobody has told them yet. */
const hoursOf = ({ t, lang }: View, { patterns }: FoundLine): string[] =>
  patterns.length > 0
    ? patterns.map((one) => patternWords(t, lang, one))
    : [t("activities:list.noHours")];

const publicsWords = (t: View["t"], codes: FoundLine["publics"]): string =>
  codes.map((code) => t(`associations:public.${code}`)).join(", ");
