import { addDays, dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import { clockWords, minuteIn } from "../../scheduling/index.ts";

/** A moment in a column: the day as one says it today, then the hour, never cut in two. */
export function Moment({ view, at, now }: { view: View; at: Date; now: Date }) {
  const { t, lang } = view;
  const day = dayOf(at);
  const near =
    day === dayOf(now) ? "today" : day === addDays(dayOf(now), 1) ? "tomorrow" : undefined;
  return (
    <>
      {near ? t(`handing:board.${near}`) : longDay(lang, day)}
      {", "}
      <span class="nowrap">{clockWords(t, lang, minuteIn("Europe/Paris", at))}</span>
    </>
  );
}
