import { addDays, dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import { clockWords, dayIn, minuteIn } from "../../scheduling/index.ts";
import type { Bookable, BookingRefusal, FreeNow } from "./rules.ts";

type Words = Pick<View, "t" | "lang">;

/** The hour of an instant on the clock of a place: "9 h 30". */
export const hourWords = ({ t, lang }: Words, zone: string, at: Date): string =>
  clockWords(t, lang, minuteIn(zone, at)).replaceAll(" ", "\u00a0");

/** A length of time: "1 h 30". */
export const lengthWords = ({ t, lang }: Words, minutes: number): string =>
  minutes < 60
    ? t("resource-places:minutes", { count: minutes })
    : lang === "fr"
      ? `${Math.floor(minutes / 60)}\u00a0h${minutes % 60 ? `\u00a0${minutes % 60}` : ""}`
      : `${Math.floor(minutes / 60)}\u00a0h${minutes % 60 ? ` ${minutes % 60}\u00a0min` : ""}`;

/** A day near today: "aujourd’hui", "demain", else in full. */
export function dayNear({ t, lang }: Words, day: string, now: Date): string {
  if (day === dayOf(now)) return t("resource-places:today");
  if (day === addDays(dayOf(now), 1)) return t("resource-places:tomorrow");
  return longDay(lang, day, true);
}

/** Whether one is free, until when or from when. */
export function freeWords(view: Words, zone: string, free: FreeNow, now: Date): string {
  if (!free) return view.t("resource-places:free.none");
  if ("now" in free)
    return view.t("resource-places:free.now", { hour: hourWords(view, zone, free.now) });
  const day = dayIn(zone, free.next);
  const hour = hourWords(view, zone, free.next);
  if (day === dayOf(now)) return view.t("resource-places:free.later", { hour });
  return view.t("resource-places:free.day", { day: dayNear(view, day, now), hour });
}

/** Why something was not booked. */
export const refusalWords = (
  view: Words,
  refused: BookingRefusal,
  bookable: Pick<Bookable, "least" | "most" | "aheadDays" | "dailyMinutes">,
): string =>
  view.t(`resource-places:refusal.${refused}`, {
    least: lengthWords(view, bookable.least),
    most: lengthWords(view, bookable.most),
    count: bookable.aheadDays,
    daily: lengthWords(view, bookable.dailyMinutes ?? 0),
  });
