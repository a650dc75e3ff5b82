import { z } from "zod";
import { say } from "../../platform/http/form.ts";
import { dayTyped } from "../../platform/http/typed-day.ts";
import { minuteTyped } from "../scheduling/index.ts";

/** A text of at most `most` characters; nothing typed is null. */
export const text = (most: number) =>
  z
    .string()
    .max(most, say("handing:problem.long"))
    .transform((typed) => typed || null);

/** A whole number between bounds, or nothing. */
export const whole = (least: number, most: number) =>
  z.string().transform((typed, ctx) => {
    if (typed === "") return null;
    if (/^\d{1,5}$/.test(typed) && Number(typed) >= least && Number(typed) <= most)
      return Number(typed);
    ctx.addIssue({ code: "custom", message: say("lending:problem.number") });
    return z.NEVER;
  });

export const ticked = z.string().transform((typed) => typed === "on");

type Words = Parameters<typeof say>[0];

/** A day; `words` say which one is not written. */
export const typedDay = (words: Words) =>
  z.string().transform((typed, ctx) => {
    const day = dayTyped(typed);
    if (day) return day;
    ctx.addIssue({ code: "custom", message: say(words) });
    return z.NEVER;
  });

/** A day, or nothing. */
export const dayOrNone = z.string().transform((typed, ctx) => {
  const day = dayTyped(typed);
  if (day || typed === "") return day ?? null;
  ctx.addIssue({ code: "custom", message: say("handing:problem.day") });
  return z.NEVER;
});

/** An hour, as minutes of its day; `words` say which one is not written. */
export const typedHour = (words: Words) =>
  z.string().transform((typed, ctx) => {
    const minute = minuteTyped(typed);
    if (minute !== undefined) return minute;
    ctx.addIssue({ code: "custom", message: say(words) });
    return z.NEVER;
  });
