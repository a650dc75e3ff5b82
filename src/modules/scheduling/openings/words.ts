import { addDays } from "../../../platform/clock.ts";
import type { Lang, TOptions, Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { weekdayOf, weekdays, type Weekday } from "../series/pattern.ts";
import { clockWords, hoursWords, listed, typeset } from "../words.ts";
import { runsOf } from "./osm.ts";
import { dayIn, minuteIn, type OpenState } from "./times.ts";
import { joined, type Hours, type OpeningException, type OpeningRule } from "./timetable.ts"; // prettier-ignore

/** Some days and their hours: "du lundi au vendredi", "de 9 h à 12 h et de 14 h à 18 h". */
export type WeekLine = { days: string; hours: string };

/** The week in lines, those of a season. */
export function weekLines(t: Translate, lang: Lang, rules: readonly OpeningRule[]): WeekLine[] {
  const groups = new Map<string, { hours: Hours[]; days: Weekday[]; rule: OpeningRule }>();
  for (const day of weekdays)
    for (const same of alike(rules.filter(({ weekday }) => weekday === day))) {
      const [rule] = same;
      if (!rule) continue;
      const hours = joined(same);
      const key = JSON.stringify([hours, termsOf(rule)]);
      const group = groups.get(key) ?? { hours, days: [], rule };
      group.days.push(day);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ hours, days, rule }) => ({
    days: typeset(lang, periodOf(t, lang, rule, daysSaid(t, lang, days, rule))),
    hours: rangesWords(t, lang, hours),
  }));
}

/** The rules of a day, those that hold in the same weeks and period together. */
const alike = (rules: readonly OpeningRule[]): OpeningRule[][] =>
  [...new Set(rules.map(termsOf))].map((terms) => rules.filter((one) => termsOf(one) === terms));

const termsOf = ({ weeks, firstDay, lastDay }: OpeningRule): string =>
  JSON.stringify([weeks, firstDay, lastDay]);

function daysSaid(t: Translate, lang: Lang, days: readonly Weekday[], { weeks }: OpeningRule) {
  const name = (day: Weekday) => t(`scheduling:day.${day}`);
  if (weeks !== "every" && weeks !== "even" && weeks !== "odd") {
    const ranked = days.map((day) =>
      t("scheduling:words.ranked", {
        rank: t(`scheduling:rank.${weeks}`, { context: day } as TOptions),
        day: name(day),
      }),
    );
    return t("openings:words.ranked", { days: listed(lang, ranked) });
  }
  const words = listed(
    lang,
    runsOf(days).flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)];
      if (run.length < 3 || !first || !last) return run.map(name);
      return [t("openings:words.run", { first: name(first), last: name(last) })];
    }),
  );
  return weeks === "every" ? words : t(`openings:words.${weeks}`, { days: words });
}

function periodOf(t: Translate, lang: Lang, rule: OpeningRule, words: string): string {
  const [first, last] = [rule.firstDay, rule.lastDay].map((day) => day && longDay(lang, day));
  if (first && last) return t("openings:words.period", { words, first, last });
  if (first) return t("openings:words.since", { words, first });
  return last ? t("openings:words.to", { words, last }) : words;
}

/** The hours of a day: "de 9 h à 12 h et de 14 h à 18 h", or closed. */
export const rangesWords = (t: Translate, lang: Lang, hours: readonly Hours[]): string =>
  hours.length
    ? listed(
        lang,
        hours.map(({ from, until }) =>
          hoursWords(t, lang, { startMinute: from, durationMinutes: until - from }),
        ),
      )
    : t("openings:words.closed");

/** A day that is not as the others: "Le 24 décembre 2026 : fermé". */
export function exceptionWords(t: Translate, lang: Lang, one: OpeningException): string {
  const days =
    one.firstDay === one.lastDay
      ? t("openings:words.day", { day: longDay(lang, one.firstDay, true) })
      : t("openings:words.days", {
          first: longDay(lang, one.firstDay),
          last: longDay(lang, one.lastDay),
        });
  const words = one.hours
    ? t("openings:words.exceptionOpen", { days, hours: rangesWords(t, lang, [one.hours]) })
    : t("openings:words.exceptionClosed", { days });
  return typeset(lang, words);
}

/** "Ouvert jusqu’à 18 h", "Ferme bientôt, à 18 h", "Fermé, ouvre demain à 9 h". */
export function stateWords(
  t: Translate,
  lang: Lang,
  zone: string,
  state: OpenState,
  now: Date,
): string {
  const hour = (at: Date) => clockWords(t, lang, minuteIn(zone, at));
  if (state.open) {
    if (!state.until) return t("openings:now.open");
    const key = state.soon ? "openings:now.soon" : "openings:now.openUntil";
    return typeset(lang, t(key, { hour: hour(state.until) }));
  }
  if (!state.next) return t("openings:now.closed");
  const [today, next] = [dayIn(zone, now), dayIn(zone, state.next)];
  const at = { hour: hour(state.next) };
  if (next === today) return typeset(lang, t("openings:now.later", at));
  if (next === addDays(today, 1)) return typeset(lang, t("openings:now.tomorrow", at));
  const weekday = weekdays[weekdayOf(next)];
  if (weekday && next < addDays(today, 7))
    return typeset(lang, t("openings:now.weekday", { ...at, day: t(`scheduling:day.${weekday}`) }));
  return typeset(lang, t("openings:now.date", { ...at, day: longDay(lang, next) }));
}
