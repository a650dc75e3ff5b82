import { z } from "zod";
import { say } from "../../../platform/http/form.ts";

const reachable = /\S+@\S+\.\S+|(\d[ .-]?){8,}/;

/** Who writes, how to answer, what they say. */
export const messageSchema = z.object({
  name: z
    .string()
    .min(1, say("house:contact.problem.name"))
    .max(120, say("house:contact.problem.long")),
  replyTo: z
    .string()
    .max(254, say("house:contact.problem.long"))
    .regex(reachable, say("house:contact.problem.replyTo")),
  message: z
    .string()
    .min(1, say("house:contact.problem.message"))
    .max(5000, say("house:contact.problem.long")),
});

/** The e-mail address in what somebody left to be answered, when there is one. */
export const addressIn = (replyTo: string): string | undefined =>
  /[^\s<>"',;]+@[^\s<>"',;]+\.[^\s<>"',;]+/.exec(replyTo)?.[0];
