import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { emailShape, readPhone } from "../contacts/reading.ts";
import { memberRoles } from "../members/rules.ts";

export const email = z
  .string()
  .min(1, say("claiming:problem.emailMissing"))
  .max(254, say("claiming:problem.email"))
  .toLowerCase()
  .refine((typed) => typed === "" || emailShape.test(typed), say("claiming:problem.email"));

export const emailSchema = z.object({ email });

export const codeFields = ["code", "email", "association"] as const;
export const codeSchema = z.object({
  code: z
    .string()
    .min(1, say("claiming:problem.codeMissing"))
    .max(40, say("claiming:problem.code")),
  email,
  /** Only asked for while many wrong codes arrive. */
  association: z.string().max(250, say("claiming:problem.long")),
});

const short = z
  .string()
  .max(120, say("claiming:problem.long"))
  .transform((typed) => typed || null);

export const requestFields = ["name", "title", "email", "phone", "message"] as const;
export const requestSchema = z.object({
  name: z.string().min(1, say("claiming:problem.name")).max(120, say("claiming:problem.long")),
  title: z.string().min(1, say("claiming:problem.title")).pipe(short),
  email,
  phone: z
    .string()
    .refine(
      (typed) => typed === "" || readPhone(typed) !== undefined,
      say("claiming:problem.phone"),
    )
    .transform((typed) => readPhone(typed) ?? null),
  message: z
    .string()
    .max(2000, say("claiming:problem.long"))
    .transform((typed) => typed || null),
});

export const acceptanceSchema = z.object({
  role: z.enum(memberRoles, say("space:problem.role")),
});
