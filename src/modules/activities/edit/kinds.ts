import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { amountTyped } from "../../../platform/http/typed-amount.ts";

/** An age in whole years, or nothing. */
export const age = z.string().transform((typed, ctx) => {
  const read = typed.replace(/\s*ans?$/i, "").trim();
  if (read === "") return null;
  if (/^\d{1,3}$/.test(read) && Number(read) <= 120) return Number(read);
  ctx.addIssue({ code: "custom", message: say("programme:problem.age") });
  return z.NEVER;
});

/** A price in euros as people write it, `12,50 €`, or nothing. */
export const price = z.string().transform((typed, ctx) => {
  const read = amountTyped(typed);
  if (read !== undefined) return read;
  ctx.addIssue({ code: "custom", message: say("programme:problem.price") });
  return z.NEVER;
});

/** A phone number shown to residents: digits, spaces, a leading plus. */
export const phone = z
  .string()
  .regex(/^(\+?[\d\s.()-]{6,24})?$/, say("programme:problem.phone"))
  .transform((typed) => typed || null);

export const email = z
  .string()
  .regex(/^([^\s@]+@[^\s@]+\.[^\s@]+)?$/, say("programme:problem.email"))
  .transform((typed) => typed.toLowerCase() || null);
