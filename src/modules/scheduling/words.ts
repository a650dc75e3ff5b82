import type { Translate } from "../../platform/i18n/index.ts";
import { longDay } from "../../ui/dates.ts";
import type { Occurrence } from "./series/queries.ts";
import type { Pattern, Weekday } from "./series/rules.ts";

const frenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** The name of a weekday in the language of the page. */
export const weekdayName = (lang: string, day: Weekday): string =>
  lang === "fr"
    ? (frenchDays[day - 1] ?? "")
    : new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" }).format(
        Date.UTC(2026, 8, 6 + day),
      );

/** An hour as people say it: 1110 minutes is "18 h 30", or "18:30" elsewhere. */
export function hourWords(lang: string, minute: number): string {
  const [hours, rest] = [Math.floor(minute / 60) % 24, minute % 60];
  if (lang !== "fr") return `${hours}:${String(rest).padStart(2, "0")}`;
  // An hour is never cut at the end of a line.
  const said = `${hours}\u00a0h`;
  return rest === 0 ? said : `${said}\u00a0${String(rest).padStart(2, "0")}`;
}

/** "de 18 h à 19 h 30". */
export const spanWords = (
  t: Translate,
  lang: string,
  { startMinute, durationMinutes }: Pick<Pattern, "startMinute" | "durationMinutes">,
): string =>
  t("scheduling:hours", {
    from: hourWords(lang, startMinute),
    to: hourWords(lang, startMinute + durationMinutes),
  });

/** When something takes place, in one sentence: "Tous les mercredis de 18 h à 19 h 30, sauf vacances scolaires". */
export function patternWords(t: Translate, lang: string, pattern: Pattern): string {
  const skips = [
    pattern.skipSchoolHolidays && t("scheduling:except.school"),
    pattern.skipPublicHolidays && t("scheduling:except.public"),
  ].filter((words): words is string => Boolean(words));
  return [
    `${repeatWords(t, lang, pattern)} ${spanWords(t, lang, pattern)}`,
    ...(skips.length && pattern.repeat.kind !== "once"
      ? [t("scheduling:except.words", { what: listed(lang, skips) })]
      : []),
  ].join(", ");
}

function repeatWords(t: Translate, lang: string, { repeat, firstDay }: Pattern): string {
  switch (repeat.kind) {
    case "once":
      return capital(t("scheduling:repeat.once", { day: longDay(lang, firstDay, true) }));
    case "daily":
      return t("scheduling:repeat.daily");
    case "weekly": {
      const names = [...repeat.days].sort().map((day) => weekdayName(lang, day));
      const every = names.map((name) => (lang === "fr" ? `${name}s` : name));
      const days = listed(
        lang,
        repeat.every === 1 ? every : names.map((day) => t("scheduling:repeat.each", { day })),
      );
      if (repeat.every === 1) return t("scheduling:repeat.weekly", { days });
      return repeat.every === 2
        ? t("scheduling:repeat.fortnightly", { days })
        : t("scheduling:repeat.every", { days, count: repeat.every });
    }
    case "monthly":
      return t("scheduling:repeat.monthly", {
        nth: t(`scheduling:nth.${repeat.nth === -1 ? "last" : repeat.nth}`),
        day: weekdayName(lang, repeat.day),
      });
  }
}

const listed = (lang: string, words: readonly string[]): string =>
  new Intl.ListFormat(lang, { type: "conjunction" }).format(words);

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** One date in full: "mercredi 4 novembre 2026 de 18 h à 19 h 30". */
export const occurrenceWords = (
  t: Translate,
  lang: string,
  occurrence: Pick<Occurrence, "day" | "startMinute" | "durationMinutes">,
): string => capital(`${longDay(lang, occurrence.day, true)} ${spanWords(t, lang, occurrence)}`);
