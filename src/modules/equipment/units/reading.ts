import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { unitStates } from "../codes.ts";
import { dayOrNone, text } from "../reading.ts";
import { tagsTyped } from "./tags.ts";

/** Units as they are added: their tags, where they are, what is known of them. */
export const unitsSchema = z.object({
  tags: z.string().transform((typed, ctx) => {
    const read = tagsTyped(typed);
    if (read) return read;
    ctx.addIssue({ code: "custom", message: say("lending:problem.tags") });
    return z.NEVER;
  }),
  place: z.string().min(1, say("lending:problem.place")),
  serial: text(80),
  dataPlan: text(120),
  acquiredOn: dayOrNone,
});

export const stateSchema = z.object({
  state: z.enum(unitStates, say("lending:problem.state")),
  note: text(600),
});
