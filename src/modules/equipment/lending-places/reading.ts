import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { text, whole } from "../reading.ts";

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
  words: text(600),
});
