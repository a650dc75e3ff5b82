import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { email } from "../claiming/reading.ts";
import { memberRoles, topics } from "./rules.ts";

const place = {
  role: z.enum(memberRoles, say("space:problem.role")),
  topics: z.array(z.enum(topics, say("space:problem.topics"))),
};

/** Someone who edits edits something; the others have no topics. */
const needsTopics = <T extends { role: string; topics: unknown[] }>(
  typed: T,
  ctx: z.RefinementCtx,
) => {
  if (typed.role === "editor" && typed.topics.length === 0)
    ctx.addIssue({ code: "custom", path: ["topics"], message: say("space:problem.topics") });
};

export const placeFields = ["role"] as const;
export const placeSchema = z.object(place).superRefine(needsTopics);

export const inviteFields = ["name", "email", "role"] as const;
export const inviteSchema = z
  .object({
    name: z
      .string()
      .min(1, say("claiming:problem.theirName"))
      .max(120, say("claiming:problem.long")),
    email,
    ...place,
  })
  .superRefine(needsTopics);
