import { z } from "zod";
import { addDays } from "../../../platform/clock.ts";
import { say, shape, type Problem, type Typed } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { ranks, weekdays, type Pattern, type Rank, type Rhythm } from "../series/pattern.ts";
import { formRhythms, type FormRhythm } from "./rhythms.ts";

/** Longer than that, the end was typed before the start. */
const longestMinutes = 14 * 60;

/** Minutes since midnight of an hour as people write it: `18:30`, `18h30`, `18 h`; nothing when it is none. */
export const minuteTyped = (hour: string): number | undefined => {
  const [, hours = "", minutes = "0"] = hour.match(/^\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours === "" || Number(hours) > 23 || Number(minutes) > 59 ? undefined : minute;
};

const hour = z.string().transform((text, context) => {
  const minute = minuteTyped(text);
  if (minute === undefined)
    context.addIssue({ code: "custom", message: say("scheduling:problem.hour") });
  return minute ?? 0;
});

const day = (problem: string) =>
  z.string().transform((text, context) => {
    const read = dayTyped(text);
    if (!read) context.addIssue({ code: "custom", message: problem });
    return read ?? "";
  });

const schema = z.object({
  rhythm: z.enum(formRhythms, { error: say("scheduling:problem.rhythm") }),
  days: z.array(z.enum(weekdays, { error: say("scheduling:problem.days") })),
  rank: z.string(),
  from: hour,
  to: hour,
  first_day: day(say("scheduling:problem.firstDay")),
  last_day: z.union([z.literal(""), day(say("scheduling:problem.lastDay"))]),
  skip: z.array(z.string()),
});

/** What the fields of `patternFields` say, or what is to correct, field by field. */
export function readPattern(
  t: Translate,
  form: Typed,
  about: { today: string; zone?: string },
): { value: Pattern } | { problems: Problem[] } {
  const single = ["rhythm", "rank", "from", "to", "first_day", "last_day"];
  const shaped = shape(t, schema, form, single, ["days", "skip"]);
  if ("problems" in shaped) return shaped;
  const { value } = shaped;
  const problems = faults(value, about.today).map(([field, key]): Problem => ({
    field,
    sentence: t(`scheduling:problem.${key}`),
  }));
  if (problems.length) return { problems };
  const once = value.rhythm === "once";
  return {
    value: {
      rhythm: rhythmTyped(value),
      firstDay: value.first_day,
      lastDay: once ? null : value.last_day || null,
      startMinute: value.from,
      durationMinutes: durationOf(value),
      zone: about.zone ?? "Europe/Paris",
      skipPublicHolidays: !once && value.skip.includes("public"),
      skipSchoolHolidays: !once && value.skip.includes("school"),
    },
  };
}

type Values = z.output<typeof schema>;
type Fault = "days" | "rank" | "hours" | "far" | "order";

const needsDays: readonly FormRhythm[] = ["weekly", "biweekly", "monthly"];
const isRank = (rank: number): rank is Rank => (ranks as readonly number[]).includes(rank);

/** What each field alone cannot see. */
function faults(value: Values, today: string): [string, Fault][] {
  const found: [string, Fault][] = [];
  const { first_day: first, last_day: last } = value;
  if (needsDays.includes(value.rhythm) && !value.days.length) found.push(["days", "days"]);
  if (value.rhythm === "monthly" && !isRank(Number(value.rank))) found.push(["rank", "rank"]);
  const minutes = durationOf(value);
  if (minutes === 0 || minutes > longestMinutes) found.push(["to", "hours"]);
  if (first < addDays(today, -2 * 366) || first > addDays(today, 5 * 366))
    found.push(["first_day", "far"]);
  if (value.rhythm !== "once" && last !== "" && last < first) found.push(["last_day", "order"]);
  return found;
}

/** An end before the start is that of the night that follows. */
const durationOf = ({ from, to }: Values): number => (to - from + 1440) % 1440;

function rhythmTyped({ rhythm, days, rank }: Values): Rhythm {
  if (rhythm === "once") return { kind: "once" };
  if (rhythm === "daily") return { kind: "daily", every: 1 };
  const chosen = weekdays.filter((day) => days.includes(day));
  if (rhythm === "monthly")
    return { kind: "monthly", on: chosen.map((day) => ({ rank: Number(rank) as Rank, day })) };
  return { kind: "weekly", every: rhythm === "weekly" ? 1 : 2, days: chosen };
}
