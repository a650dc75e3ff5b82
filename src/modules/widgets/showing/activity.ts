import type { Ask } from "../../../platform/http/ask.ts";
import { briefFacts, occurrenceWords, shownActivity } from "../../activities/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { firstSentence } from "../../language/index.ts";
import { enrolWords } from "../../registrations/index.ts";
import type { Occurrence } from "../../scheduling/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import type { Widget } from "../address.ts";
import type { Said, SaidFact, SaidLine } from "./said.ts";

/** One activity: who offers it, whether it still takes place, its places that remain, its next dates. */
export async function activityIn(ask: Ask, { slug, most }: Widget): Promise<Said | undefined> {
  const { view, count } = ask;
  const { t, lang } = view;
  const shown = await shownActivity(ask, slug);
  if (!shown) return undefined;
  const { activity, dates, elsewhere, pastSeason } = shown;
  const { fields, association } = activity;
  count("activity", activity.id, "widget");
  const over =
    activity.state === "stopped"
      ? t("activities:page.stopped", { day: longDay(lang, activity.stoppedOn ?? "") })
      : pastSeason && `${t("activities:page.past")}. ${t("activities:page.pastWords")}`;
  const enrolling = await enrolWords(ask, activity);
  const first: SaidLine = {
    title: association.name,
    href: associationUrls.listing(association.slug),
    summary: over ? undefined : firstSentence(fields.what),
    facts: over
      ? [{ words: over }]
      : [...briefFacts(view, shown), ...enrolling.map((words) => ({ words }))],
  };
  const told = over ? [] : dates.slice(0, most);
  return {
    title: fields.title,
    fleeting: enrolling.length > 0,
    groups: [
      { lines: [first] },
      ...(told.length
        ? [
            {
              title: t("activities:page.dates"),
              lines: told.map((date) => ({
                title: occurrenceWords(t, lang, date),
                ours: true,
                summary: date.notice ?? undefined,
                facts: dateFacts(t, date, elsewhere.get(date.seriesId)?.words),
              })),
            },
          ]
        : []),
    ],
  };
}

/** What differs of a date: that it is cancelled or moved, that it is elsewhere. */
const dateFacts = (
  t: Translate,
  { state }: Occurrence,
  elsewhere: string | undefined,
): SaidFact[] => [
  ...(state === "planned" ? [] : [{ words: t(`activities:date.${state}`) }]),
  ...(elsewhere ? [{ words: elsewhere, french: true }] : []),
];
