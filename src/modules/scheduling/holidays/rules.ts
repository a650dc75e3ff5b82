/** What the calendar says of itself. Pure. */

/** Less than so many days before the end of what is known, the page asks for the next file. */
const soonDays = 180;

export type Knowledge =
  { kind: "no_zone" } | { kind: "no_dates" } | { kind: "known" | "soon" | "over"; until: string };

/** How far the school holidays are known, on a day. */
export function knowledge(
  zone: string | undefined,
  holidays: readonly { lastDay: string }[],
  today: string,
): Knowledge {
  if (!zone) return { kind: "no_zone" };
  const until = holidays.reduce((last, { lastDay }) => (lastDay > last ? lastDay : last), "");
  if (!until) return { kind: "no_dates" };
  const left = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  return { kind: left < 0 ? "over" : left < soonDays ? "soon" : "known", until };
}

export type ClosedRefusal = "first" | "last" | "order" | "long" | "name" | "past";

/** At most so many days closed at once. */
const longestDays = 120;

/** Why closed days cannot be added, with the field to correct; a day that could not be read is blank. */
export function whyNotClosed(
  typed: { firstDay: string; lastDay: string; name: string },
  today: string,
): { field: "first_day" | "last_day" | "name"; reason: ClosedRefusal } | undefined {
  const { firstDay, lastDay, name } = typed;
  if (!firstDay) return { field: "first_day", reason: "first" };
  if (!lastDay) return { field: "last_day", reason: "last" };
  if (lastDay < firstDay) return { field: "last_day", reason: "order" };
  if (lastDay < today) return { field: "last_day", reason: "past" };
  if (Date.parse(lastDay) - Date.parse(firstDay) >= longestDays * 86_400_000)
    return { field: "last_day", reason: "long" };
  return name.length >= 1 && name.length <= 120 ? undefined : { field: "name", reason: "name" };
}
