import { z } from "zod";
import { say } from "../../platform/http/form.ts";

/** An address as it is typed, in small letters. */
export const emailTyped = z
  .string()
  .min(1, say("people:problem.email_missing"))
  .max(254, say("people:problem.email"))
  .toLowerCase()
  .pipe(z.email(say("people:problem.email")));
