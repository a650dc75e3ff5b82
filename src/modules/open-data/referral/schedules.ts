import { patternWords, ruleOf, weekdays } from "../../scheduling/index.ts";
import type { PublishedHours } from "../../activities/index.ts";
import type { Schedule } from "./shapes.ts";
import { said, type Making } from "./values.ts";

/**
 * The hours of an activity. Hours are those of the clock on the wall: an offset would be wrong half of the year. The
 * standard knows weeks and months only: every day is a week of seven days, "every three days" is said in words.
 */
export function scheduleOf(
  { t }: Making,
  serviceId: string,
  { series, detail }: PublishedHours,
  serviceAtLocationId: string | undefined,
): Schedule {
  const { rhythm } = series;
  const once = rhythm.kind === "once";
  const parts =
    rhythm.kind === "weekly" || rhythm.kind === "monthly"
      ? partsOf(ruleOf(rhythm) ?? "")
      : rhythm.kind === "daily" && rhythm.every === 1
        ? { freq: "WEEKLY" as const, interval: 1, byday: weekdays.join(",") }
        : {};
  return said({
    id: series.id,
    service_id: serviceId,
    service_at_location_id: serviceAtLocationId,
    valid_from: series.firstDay,
    valid_to: once ? series.firstDay : series.lastDay,
    dtstart: series.firstDay,
    ...parts,
    wkst: once ? undefined : ("MO" as const),
    opens_at: clock(series.startMinute),
    closes_at: clock((series.startMinute + series.durationMinutes) % 1440),
    description: patternWords(t, "fr", series),
    notes: detail,
  }) as Schedule;
}

function partsOf(rule: string): Pick<Schedule, "freq" | "interval" | "byday"> {
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rule)?.[1];
  const byday = part("BYDAY");
  return {
    freq: part("FREQ") === "MONTHLY" ? "MONTHLY" : "WEEKLY",
    interval: Number(part("INTERVAL") ?? 1),
    ...(byday ? { byday } : {}),
  };
}

/** `18:30` */
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
