import type { Series, Weekday } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";

const dayNames: Record<Weekday, string> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const dayUrl = (day: Weekday): string => `https://schema.org/${dayNames[day]}`;

/** When a series comes back. Days it skips are not said here: the sessions themselves are in their feed. */
export function scheduleOf(origin: string, series: Series): object {
  const { rhythm, startMinute, durationMinutes } = series;
  const last = rhythm.kind === "once" ? series.firstDay : series.lastDay;
  return {
    "@type": "Schedule",
    startDate: series.firstDay,
    ...(last === null ? {} : { endDate: last }),
    startTime: clock(startMinute),
    endTime: clock((startMinute + durationMinutes) % 1440),
    duration: `PT${durationMinutes}M`,
    scheduleTimezone: series.zone,
    ...repeated(series),
    scheduledEventType: "ScheduledSession",
    idTemplate: `${origin}${urls.activeFeed("scheduled-sessions")}/{startDate}`,
  };
}

function repeated({ rhythm }: Series): object {
  if (rhythm.kind === "once") return { repeatFrequency: "P1D", repeatCount: 1 };
  if (rhythm.kind === "daily") return { repeatFrequency: `P${rhythm.every}D` };
  if (rhythm.kind === "weekly")
    return { repeatFrequency: `P${rhythm.every}W`, byDay: rhythm.days.map(dayUrl) };
  return {
    repeatFrequency: "P1M",
    byDay: rhythm.on.map(({ rank, day }) => `${rank}${day}`),
  };
}

/** `18:30` */
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
