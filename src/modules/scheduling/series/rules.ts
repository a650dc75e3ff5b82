/** Days of the week, Monday first: 1 to 7, as ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** How a series comes back: once; some days every week or every few weeks; one weekday of the month (−1 is the last); each day. */
export type Repeat =
  | { kind: "once" }
  | { kind: "weekly"; every: number; days: readonly Weekday[] }
  | { kind: "monthly"; nth: 1 | 2 | 3 | 4 | -1; day: Weekday }
  | { kind: "daily" };

/** When something takes place, in local time: minutes count from midnight, days are `YYYY-MM-DD`. */
export type Pattern = {
  firstDay: string;
  lastDay: string | null;
  startMinute: number;
  durationMinutes: number;
  repeat: Repeat;
  skipPublicHolidays: boolean;
  skipSchoolHolidays: boolean;
};

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const code = (day: Weekday): string => codes[day - 1] ?? "MO";
const weekdayOf = (text: string): Weekday =>
  ((codes as readonly string[]).indexOf(text) + 1) as Weekday;

/** The rule of RFC 5545, without its dates; nothing when it takes place once. */
export function ruleOf(repeat: Repeat): string | null {
  switch (repeat.kind) {
    case "once":
      return null;
    case "daily":
      return "FREQ=DAILY";
    case "weekly": {
      const every = repeat.every > 1 ? `;INTERVAL=${repeat.every}` : "";
      return `FREQ=WEEKLY${every};BYDAY=${[...repeat.days].sort().map(code).join(",")}`;
    }
    case "monthly":
      return `FREQ=MONTHLY;BYDAY=${repeat.nth}${code(repeat.day)}`;
  }
}

/** What a rule we wrote says. Throws on another: only ours are kept. */
export function repeatOf(rule: string | null): Repeat {
  if (rule === null) return { kind: "once" };
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const days = parts.get("BYDAY") ?? "";
  if (parts.get("FREQ") === "DAILY") return { kind: "daily" };
  if (parts.get("FREQ") === "WEEKLY")
    return {
      kind: "weekly",
      every: Number(parts.get("INTERVAL") ?? 1),
      days: days.split(",").map(weekdayOf),
    };
  const nth = /^(-?\d)(\w\w)$/.exec(days);
  if (parts.get("FREQ") !== "MONTHLY" || !nth) throw new Error(`a rule of somebody else: ${rule}`);
  return { kind: "monthly", nth: Number(nth[1]) as 1, day: weekdayOf(nth[2] ?? "") };
}

/** The weekday of a day. */
export const weekday = (day: string): Weekday =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as Weekday;

/** Months ahead for which each occurrence is a row. */
export const monthsAhead = 18;

/** The day some months later, the last of its month when it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const kept = Math.min(date, last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(kept).padStart(2, "0")}`;
}

/** Why a date cannot be changed as asked. */
export type OccurrenceRefusal = "gone" | "past";
