import { z } from "zod";
import { say } from "../../../platform/http/form.ts";

/** A French number of ten digits, or an international one, in its stored form `+33241000001`. */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-()/\u00A0]/g, "").replace(/^00/, "+");
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  const trunk = digits.replace(/^\+330/, "+33");
  return /^\+[1-9]\d{6,14}$/.test(trunk) ? trunk : undefined;
}

export const emailShape = /^[^\s@<>,;"]+@[^\s@.]+(\.[^\s@.]+)+$/;

const words = (most: number) =>
  z
    .string()
    .max(most, say("registry:problem.tooLong"))
    .transform((typed) => typed || null);

/** The form of a contact. */
export const contactSchema = z
  .object({
    name: words(120),
    role: words(120),
    email: z
      .string()
      .toLowerCase()
      .refine((typed) => typed === "" || emailShape.test(typed), say("registry:problem.email"))
      .transform((typed) => typed || null),
    phone: z.string().transform((typed, ctx) => {
      if (typed === "") return null;
      const phone = readPhone(typed);
      if (phone) return phone;
      ctx.addIssue({ code: "custom", message: say("registry:problem.phone") });
      return z.NEVER;
    }),
    shown: z.array(z.enum(["name", "email", "phone"])),
  })
  .superRefine((typed, ctx) => {
    if (!typed.name && !typed.email && !typed.phone)
      ctx.addIssue({
        code: "custom",
        path: ["name"],
        message: say("registry:problem.contactEmpty"),
      });
  });
