import { dayOf } from "../../platform/clock.ts";
import type { Lang } from "../../platform/i18n/index.ts";
import { longDay } from "../../ui/dates.ts";

/** "mardi 3 novembre 2026 à 18 h 05": the moment as people say it, in France. */
export function momentWords(lang: Lang, at: Date): string {
  const day = longDay(lang, dayOf(at), true);
  return lang === "fr" ? `${day} à ${hourWords(at)}` : `${day}, ${clockFormat(lang).format(at)}`;
}

const clockFormat = (lang: Lang) =>
  new Intl.DateTimeFormat(lang, {
    timeZone: "Europe/Paris",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

/** "18 h 05", "18 h". */
function hourWords(at: Date): string {
  const [hour = "", minute = ""] = clockFormat("fr").format(at).split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}
