import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { whole } from "../models/reading.ts";

/** Lengths a hand-over may have, in minutes. */
export const slotLengths = [15, 20, 30, 60] as const;

/** How a place hands over, beside its hours. */
export const placeSchema = z.object({
  slotMinutes: z.coerce
    .number()
    .refine(
      (minutes) => (slotLengths as readonly number[]).includes(minutes),
      say("lending:problem.number"),
    ),
  slotMost: whole(1, 50).transform((most) => most ?? 1),
  words: z
    .string()
    .max(600, say("lending:problem.long"))
    .transform((typed) => typed || null),
});
