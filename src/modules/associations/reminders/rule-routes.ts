import { addDays, dayOf } from "../../../platform/clock.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { changesBetween, recordChanges } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { openSteps } from "./open.ts";
import { dueSteps, reminderRule, saveReminderRule } from "./queries.ts";
import { reminderRulePage, type ClimbState } from "./rule-pages.tsx";
import { whyNotRule, type ReminderRule } from "./rules.ts";

const deciders = staff("referent");

export const reminderRuleRoutes: Route[] = [
  get(urls.reminderRule, deciders, (ask) => answer(ask)),
  post(urls.reminderRule, deciders, async (ask) => {
    const rule: ReminderRule = {
      active: ask.form.has("active"),
      answerDays: Number(ask.form.get("answerDays") || "NaN"),
      quietMonths: ask.form
        .all("quietMonths")
        .map(Number)
        .filter((month) => Number.isInteger(month) && month >= 1 && month <= 12),
    };
    const refused = whyNotRule(rule);
    if (refused) {
      const sentence = ask.t(`climbing:rule.problem.${refused.refusal}`);
      return answer(ask, [{ field: refused.field, sentence }]);
    }
    const changes = changesBetween(journalled(await reminderRule(ask.tx)), journalled(rule));
    if (!changes.length) return redirect(ask.view.href(urls.reminderRule), "registry.unchanged");
    await saveReminderRule(ask.tx, rule);
    await recordChanges(ask, "reminders.rule", changes);
    return redirect(ask.view.href(urls.reminderRule), "climbing.rule_saved");
  }),
];

async function answer(ask: Ask, problems?: Problem[]): Promise<Answer> {
  const rule = await reminderRule(ask.tx);
  const form = problems
    ? formState(ask.form, problems)
    : {
        values: {
          answerDays: String(rule.answerDays),
          quietMonths: rule.quietMonths.map(String),
          ...(rule.active ? { active: "on" } : {}),
        },
        errors: {},
      };
  const body = reminderRulePage(ask.view, form, await stateOf(ask, rule));
  return page(body, problems ? 422 : 200);
}

async function stateOf({ tx, now }: Ask, rule: ReminderRule): Promise<ClimbState> {
  const due = await dueSteps(tx, addDays(dayOf(now), 1), rule.answerDays);
  const mails = due.filter(({ contactId }) => contactId !== null);
  const open = await openSteps(tx, dayOf(now));
  const at = (...steps: string[]) => open.filter(({ step }) => steps.includes(step)).length;
  return {
    active: rule.active,
    pages: mails.length,
    people: new Set(mails.map(({ hash }) => hash)).size,
    agents: due.length - mails.length,
    waiting: { mail: at("first", "second"), referent: at("referent"), phone: at("phone") },
  };
}

const journalled = (rule: ReminderRule): Record<string, string> => ({
  active: rule.active ? "on" : "off",
  answerDays: String(rule.answerDays),
  quietMonths: rule.quietMonths.join(", "),
});
