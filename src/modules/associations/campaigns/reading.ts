import { z } from "zod";
import { addDays } from "../../../platform/clock.ts";
import { say, shape, type Problem, type Typed } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { sections, themes } from "../codes.ts";
import type { ReminderRule } from "../reminders/rules.ts";
import { audiences, type Plan } from "./rules.ts";

const words = (most: number, missing: Parameters<typeof say>[0]) =>
  z.string().min(1, say(missing)).max(most, say("registry:problem.tooLong"));
const day = z.string().transform((typed, context) => {
  const read = dayTyped(typed);
  if (!read) context.addIssue({ code: "custom", message: say("campaigns:problem.day") });
  return read ?? "";
});
const maybeDay = z.union([z.literal(""), day]);

const planSchema = z.object({
  name: words(80, "campaigns:problem.name"),
  audience: z.enum(audiences, say("campaigns:problem.audience")),
  theme: z.string(),
  district: z.string(),
  sections: z.array(z.enum(sections)).min(1, say("campaigns:problem.sections")),
  first: day,
  second: maybeDay,
  third: maybeDay,
  endsOn: day,
  subject: words(150, "campaigns:problem.subject"),
  opening: words(2000, "campaigns:problem.opening"),
});
const fields = ["name", "audience", "theme", "district", "first", "second", "third", "endsOn", "subject", "opening"] as const; // prettier-ignore

/** What was typed, as a plan; a theme or a district counts only when it is the audience. */
export function readPlan(
  t: Translate,
  form: Typed,
  districts: readonly { id: string }[],
): { plan: Plan } | { problems: Problem[] } {
  const shaped = shape(t, planSchema, form, fields, ["sections"]);
  if ("problems" in shaped) return shaped;
  const { theme, district, first, second, third, ...rest } = shaped.value;
  return {
    plan: {
      ...rest,
      theme: (rest.audience === "theme" && themes.find((one) => one === theme)) || null,
      districtId:
        (rest.audience === "district" && districts.find(({ id }) => id === district)?.id) || null,
      waves: [first, second, third].filter((wave) => wave !== ""),
    },
  };
}

type Values = Record<string, string | readonly string[]>;

/** A plan as the form writes it. */
export const planValues = (plan: Plan): Values => ({
  name: plan.name,
  audience: plan.audience,
  theme: plan.theme ?? "",
  district: plan.districtId ?? "",
  sections: plan.sections,
  first: plan.waves[0] ?? "",
  second: plan.waves[1] ?? "",
  third: plan.waves[2] ?? "",
  endsOn: plan.endsOn,
  subject: plan.subject,
  opening: plan.opening,
});

/** What a new campaign proposes: tomorrow, then reminders at the commune's own pace. */
export function proposedValues(t: Translate, today: string, { answerDays }: ReminderRule): Values {
  const first = addDays(today, 1);
  return {
    name: t("campaigns:proposed.name", { year: today.slice(0, 4) }),
    audience: "stale",
    sections: [...sections],
    first,
    second: addDays(first, answerDays),
    third: "",
    endsOn: addDays(first, answerDays * 2),
    subject: t("campaigns:proposed.subject"),
    opening: t("campaigns:proposed.opening"),
  };
}
