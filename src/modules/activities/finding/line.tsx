import { commaList } from "../../../platform/i18n/index.ts";
import { distanceInWords } from "../../../ui/distance.ts";
import {
  French,
  ResultItem,
  shownFact,
  Tag,
  type IconName,
  type LineFact,
  type View,
} from "../../../ui/index.ts";
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
      title={<French view={view}>{line.title}</French>}
      level={level ?? 2}
      href={href(urls.activity(line.slug))}
      summary={line.what && <French view={view}>{firstSentence(line.what)}</French>}
      facts={activityFacts(view, line).map(shownFact(view))}
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
export function activityFacts(view: View, line: FoundLine): LineFact[] {
  const { t, lang } = view;
  const where = placeWords(line);
  const far = typeof line.distance === "number" ? distanceInWords(lang, line.distance) : undefined;
  const facts: [IconName, string | undefined, french?: boolean][] = [
    ["people", line.association.name, true],
    ...(line.date
      ? [["calendar", occurrenceWords(t, lang, line.date)] as [IconName, string]]
      : hoursOf(view, line).map((words): [IconName, string] => ["clock", words])),
    ["place", where && far ? t("directory:line.at", { where, far }) : where, !far],
    ["person", agesWords(t, lang, line) ?? publicsWords(view, line.publics)],
    ["euro", priceWords(t, lang, line)],
  ];
  return facts.flatMap(([icon, words, french = false]) => (words ? [{ icon, words, french }] : []));
}

/** Its hours, or that they are to be asked for: nobody has told them yet. */
const hoursOf = ({ t, lang }: View, { patterns }: FoundLine): string[] =>
  patterns.length > 0
    ? patterns.map((one) => patternWords(t, lang, one))
    : [t("activities:list.noHours")];

const publicsWords = ({ t, lang }: View, codes: FoundLine["publics"]): string =>
  commaList(
    lang,
    codes.map((code) => t(`associations:public.${code}`)),
  );
