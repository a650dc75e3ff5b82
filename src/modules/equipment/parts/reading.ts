import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { longest } from "../codes.ts";
import { text, whole } from "../reading.ts";
import { moveKinds, type Part } from "./queries.ts";

export const partNames = ["name", "place", "shelf", "threshold"] as const;

/** A part as it is typed. */
export const partSchema = z.object({
  name: z
    .string()
    .min(1, say("keeping:problem.partName"))
    .max(longest.name, say("lending:problem.long")),
  place: z.string().min(1, say("lending:problem.place")),
  shelf: text(longest.shelf),
  threshold: whole(0, 10_000).transform((typed) => typed ?? 0),
  models: z.array(z.string()),
});

/** What is done with a part, as it is typed. */
export const moveSchema = z.object({
  kind: z.enum(moveKinds, say("keeping:problem.move")),
  quantity: whole(0, 10_000),
  tag: z.string(),
});

/** A part as it was typed. */
export const partTyped = (part: Part) => ({
  name: part.name,
  place: part.placeId,
  shelf: part.shelf ?? "",
  threshold: String(part.threshold),
  models: part.models.map(({ id }) => id),
});
