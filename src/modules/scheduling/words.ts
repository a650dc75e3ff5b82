import {
  frenchType,
  localeOf,
  type Lang,
  type TOptions,
  type Translate,
} from "../../platform/i18n/index.ts";
import { capital, longDay } from "../../ui/dates.ts";
import { weekdays, type Pattern, type Weekday } from "./series/pattern.ts";

/** A pattern as people say it: "Tous les mercredis de 18 h à 19 h 30, sauf vacances scolaires". */
export function patternWords(t: Translate, lang: Lang, pattern: Pattern): string {
  const words = typeset(lang, capital(whenWords(t, lang, pattern)));
  const skipped = [
    ...(pattern.skipSchoolHolidays ? [t("scheduling:words.school")] : []),
    ...(pattern.skipPublicHolidays ? [t("scheduling:words.public")] : []),
  ];
  if (!skipped.length || pattern.rhythm.kind === "once") return words;
  return t("scheduling:words.except", { words, what: listed(lang, skipped) });
}

/** From when to when it comes back: "Du 2 septembre 2026 au 30 juin 2027". */
export const periodWords = (t: Translate, lang: Lang, pattern: Pattern): string =>
  pattern.lastDay === null
    ? t("scheduling:words.from", { first: longDay(lang, pattern.firstDay) })
    : t("scheduling:words.fromTo", {
        first: longDay(lang, pattern.firstDay),
        last: longDay(lang, pattern.lastDay),
      });

/** From an hour to an hour, on the clock: "de 18 h à 19 h 30". */
export const hoursWords = (
  t: Translate,
  lang: Lang,
  { startMinute, durationMinutes }: Pick<Pattern, "startMinute" | "durationMinutes">,
): string =>
  typeset(
    lang,
    t("scheduling:words.hours", {
      from: clockWords(t, lang, startMinute),
      to: clockWords(t, lang, (startMinute + durationMinutes) % 1440),
    }),
  );

/** French spaces, in French. */
export const typeset = (lang: Lang, words: string): string =>
  lang === "fr" ? frenchType(words) : words;

function whenWords(t: Translate, lang: Lang, pattern: Pattern): string {
  const { rhythm } = pattern;
  const hours = hoursWords(t, lang, pattern);
  if (rhythm.kind === "once")
    return t("scheduling:words.once", { day: longDay(lang, pattern.firstDay, true), hours });
  if (rhythm.kind === "daily")
    return rhythm.every === 1
      ? t("scheduling:words.everyDay", { hours })
      : t("scheduling:words.everyDays", { every: rhythm.every, hours });
  if (rhythm.kind === "monthly") {
    const days = rhythm.on.map(({ rank, day }) =>
      t("scheduling:words.ranked", {
        // Where days have a gender, the rank agrees: in Ukrainian `rank.1_WE` is "перша", `rank.1` "перший".
        rank: t(`scheduling:rank.${rank}`, { context: day } as TOptions),
        day: t(`scheduling:day.${day}`),
      }),
    );
    return t("scheduling:words.monthly", { days: listed(lang, days), hours });
  }
  if (rhythm.every === 1) {
    if (rhythm.days.length === weekdays.length) return t("scheduling:words.everyDay", { hours });
    const days = listed(
      lang,
      names(rhythm.days, (day) => t(`scheduling:words.each.${day}`)),
    );
    return t("scheduling:words.weekly", { days, hours });
  }
  const days = listed(
    lang,
    names(rhythm.days, (day) => t(`scheduling:day.${day}`)),
  );
  if (rhythm.every === 2) return t("scheduling:words.biweekly", { days, hours });
  return t("scheduling:words.everyWeeks", { every: rhythm.every, days, hours });
}

const names = (days: readonly Weekday[], name: (day: Weekday) => string): string[] =>
  weekdays.filter((day) => days.includes(day)).map(name);

/** A minute of the day as people say it: "18 h 30", "midi". */
export function clockWords(t: Translate, lang: Lang, minute: number): string {
  if (minute === 0) return t("scheduling:words.midnight");
  if (minute === 720) return t("scheduling:words.noon");
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  const minutes = String(rest).padStart(2, "0");
  if (lang === "fr") return `${hour}\u00a0h${rest ? `\u00a0${minutes}` : ""}`;
  if (lang !== "en") return `${hour}:${minutes}`;
  return `${hour % 12 || 12}${rest ? `:${minutes}` : ""} ${hour < 12 ? "am" : "pm"}`;
}

// Making a formatter costs more than a hundred uses of it.
const lists = new Map<Lang, Intl.ListFormat>();

/** "lundi, mardi et jeudi". */
export function listed(lang: Lang, parts: readonly string[]): string {
  const known = lists.get(lang) ?? new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
  lists.set(lang, known);
  return known.format(parts);
}
