import { z } from "zod";
import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape } from "../../../platform/http/form.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  deskPage,
  Form,
  RadioGroup,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { decisions } from "../codes.ts";
import { ticked, whole } from "../reading.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { lendingRules, saveLendingRules } from "./queries.ts";
import type { LendingRules } from "./rules.ts";

const numbers = ["leadOpenDays", "longestDays", "furthestDays", "bufferHours"] as const;
const names = ["openTo", "decision", "insurance", "lateWaits", "seasonLoans", ...numbers] as const;
const openings = ["all", "registered"] as const;

/** A number that must be said. */
const said = (least: number, most: number) =>
  whole(least, most).transform((value, ctx) => {
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: say("lending:problem.number") });
    return z.NEVER;
  });

const schema = z
  .object({
    openTo: z.enum(openings, say("lending:problem.choice")),
    decision: z.enum(decisions, say("lending:problem.choice")),
    insurance: ticked,
    lateWaits: ticked,
    seasonLoans: whole(1, 365),
    leadOpenDays: said(0, 90),
    longestDays: said(1, 365),
    furthestDays: said(1, 730),
    bufferHours: said(0, 336),
  })
  .transform(({ bufferHours, ...rules }): LendingRules => ({ ...rules, bufferMinutes: bufferHours * 60 })); // prettier-ignore

const typed = (rules: LendingRules): FormState["values"] => ({
  openTo: rules.openTo,
  decision: rules.decision,
  insurance: rules.insurance ? "on" : "",
  lateWaits: rules.lateWaits ? "on" : "",
  seasonLoans: rules.seasonLoans === null ? "" : String(rules.seasonLoans),
  leadOpenDays: String(rules.leadOpenDays),
  longestDays: String(rules.longestDays),
  furthestDays: String(rules.furthestDays),
  bufferHours: String(rules.bufferMinutes / 60),
});

/** The rules of the commune; each refusal names the one it comes from. */
function rulesPage(view: View, form: FormState): string {
  const { t, href } = view;
  const of = { view, form };
  return deskPage(
    view,
    {
      title: t("lending:rules.title"),
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={t("lending:rules.title")}
      />
      <h1>{t("lending:rules.title")}</h1>
      <p class="lead">{t("lending:rules.lead")}</p>
      <Form {...of} action={href(urls.rules)}>
        <RadioGroup
          {...of}
          name="openTo"
          label={t("lending:rules.openTo")}
          options={openings.map((value) => ({ value, label: t(`lending:openTo.${value}`) }))}
        />
        <RadioGroup
          {...of}
          name="decision"
          label={t("lending:field.decision")}
          options={decisions.map((value) => ({ value, label: t(`lending:decision.${value}`) }))}
        />
        <Checkbox {...of} name="insurance" label={t("lending:rules.insurance")} />
        <Checkbox {...of} name="lateWaits" label={t("lending:rules.lateWaits")} />
        <TextField
          {...of}
          name="seasonLoans"
          label={t("lending:rules.seasonLoans")}
          hint={t("lending:rules.seasonHint")}
          optional
        />
        {numbers.map((name) => (
          <TextField
            {...of}
            name={name}
            label={t(`lending:field.${name}`)}
            hint={t(`lending:rules.${name}Hint`)}
          />
        ))}
        <Actions>
          <Button icon="done">{t("lending:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.desk)}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

export const ruleRoutes: Route[] = [
  get(urls.rules, keepers, async (ask) =>
    page(rulesPage(ask.view, { values: typed(await lendingRules(ask.tx)), errors: {} })),
  ),
  post(urls.rules, keepers, async (ask) => {
    const read = shape(ask.t, schema, ask.form, names);
    if ("problems" in read)
      return page(rulesPage(ask.view, formState(ask.form, read.problems)), 422);
    await saveLendingRules(ask.tx, read.value, handOf(ask));
    return redirect(ask.view.href(urls.desk), "lending.saved");
  }),
];
