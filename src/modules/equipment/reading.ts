import { z } from "zod";
import { say } from "../../platform/http/form.ts";

/** A text of at most `most` characters; nothing typed is null. */
export const text = (most: number) =>
  z
    .string()
    .max(most, say("lending:problem.long"))
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
