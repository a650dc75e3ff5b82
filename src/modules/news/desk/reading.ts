import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { longest } from "../codes.ts";

const optional = (name: "support" | "results") =>
  z
    .string()
    .max(longest[name], say("newsdesk:problem.long"))
    .transform((typed) => typed || null);

/** The texts of an item as they are typed; what is missing to publish is said later, a draft is kept as it is. */
export const textsSchema = z.object({
  title: z
    .string()
    .min(1, say("newsdesk:problem.title"))
    .max(longest.title, say("newsdesk:problem.long")),
  body: z.string().max(longest.body, say("newsdesk:problem.long")),
  support: optional("support"),
  results: optional("results"),
});

/** What an association has to say when it proposes one. */
export const proposalSchema = textsSchema.extend({
  body: z
    .string()
    .min(1, say("newsdesk:problem.body"))
    .max(longest.body, say("newsdesk:problem.long")),
  results: z
    .string()
    .min(1, say("newsdesk:problem.results"))
    .max(longest.results, say("newsdesk:problem.long")),
});
