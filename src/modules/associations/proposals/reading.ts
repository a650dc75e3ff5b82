import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { emailShape, readPhone } from "../contacts/reading.ts";
import { themes } from "../codes.ts";
import { topics, type Correctable } from "./rules.ts";

const short = (most = 250) =>
  z
    .string()
    .max(most, say("proposals:problem.tooLong"))
    .transform((typed) => typed || null);

const body = z
  .string()
  .min(3, say("proposals:problem.body"))
  .max(3000, say("proposals:problem.tooLong"));

const email = z
  .string()
  .toLowerCase()
  .refine((typed) => typed === "" || emailShape.test(typed), say("proposals:problem.email"))
  .transform((typed) => typed || null);

const phone = z
  .string()
  .refine((typed) => typed === "" || readPhone(typed) !== undefined, say("proposals:problem.phone"))
  .transform((typed) => readPhone(typed) ?? null);

const website = z
  .string()
  .max(250, say("proposals:problem.tooLong"))
  .refine(
    (typed) => typed === "" || /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(typed),
    say("proposals:problem.url"),
  )
  .transform((typed) =>
    typed === "" ? null : /^https?:\/\//i.test(typed) ? typed : `https://${typed}`,
  );

/** First screen: the association. */
export const whatFields = ["name", "body", "theme", "website"] as const;
export const whatSchema = z.object({
  name: z.string().min(1, say("proposals:problem.name")).max(250, say("proposals:problem.tooLong")),
  body,
  theme: z.string().transform((typed) => themes.find((theme) => theme === typed) ?? null),
  website,
});

/** Second screen: where, when, and who proposes it. */
export const whoFields = ["place", "schedule", "senderName", "senderEmail", "senderPhone"] as const;
export const whoSchema = z.object({
  place: short(),
  schedule: short(),
  senderName: short(120),
  senderEmail: email,
  senderPhone: phone,
});

/** A report: words alone on some subjects; on the others the right value, and words if one likes. */
const reportShape = {
  topic: z.enum(topics, say("proposals:problem.topic")),
  body: z.string().max(3000, say("proposals:problem.tooLong")),
  senderEmail: email,
};
const corrected: Record<Correctable, z.ZodType<string | null>> = {
  schedule: short(2000),
  prices: short(2000),
  registration: short(2000),
  aims: short(3000),
  website,
  email,
  phone,
};
export const reportFields = ["topic", "body", "senderEmail"] as const;
export const reportSchema = (fields: readonly Correctable[]) =>
  z.object({
    ...reportShape,
    ...Object.fromEntries(fields.map((field) => [field, corrected[field]])),
  } as typeof reportShape & Partial<typeof corrected>);

/** A box nobody sees: what fills it is a program. */
export const trapName = "suite";
