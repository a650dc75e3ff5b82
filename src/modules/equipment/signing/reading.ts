import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { ticked } from "../reading.ts";
import { sides } from "./codes.ts";

export const signingFields = ["name", "agreed", "paper", "side"] as const;

/** A name, and a tick that says yes. */
export const signingSchema = z.object({
  name: z.string().min(1, say("signing:problem.name")).max(120, say("signing:problem.name")),
  agreed: z.literal("on", say("signing:problem.agreed")),
  paper: ticked,
  side: z.enum(sides, say("signing:problem.side")),
});
