import { monthName } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  Checkbox,
  CheckboxGroup,
  deskPage,
  Facts,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";

/** What the next morning would do, and where climbs stand. */
export type ClimbState = {
  /** Nothing leaves while the rule is not kept as active. */
  active: boolean;
  pages: number;
  people: number;
  /** Listings that would go to an agent, for want of an address to write to or of an answer. */
  agents: number;
  waiting: { mail: number; referent: number; phone: number };
};

/** Whether and how the commune reminds its associations by itself. */
export function reminderRulePage(view: View, form: FormState, state: ClimbState): string {
  const { t, href } = view;
  const title = t("climbing:rule.title");
  return deskPage(
    view,
    {
      title,
      section: urls.reminderRule,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("climbing:rule.lead")}</p>
      <ol>
        {(["first", "second", "referent", "phone"] as const).map((step) => (
          <li>{t(`climbing:rule.step.${step}`)}</li>
        ))}
      </ol>
      <p>{t("climbing:rule.grouped")}</p>
      <Form view={view} form={form} action={href(urls.reminderRule)}>
        <Checkbox view={view} form={form} name="active" label={t("climbing:rule.active")} />
        <TextField
          view={view}
          form={form}
          name="answerDays"
          label={t("climbing:rule.answerDays")}
          hint={t("climbing:rule.answerDaysHint")}
          short
          inputmode="numeric"
          maxLength={2}
        />
        <CheckboxGroup
          view={view}
          form={form}
          name="quietMonths"
          label={t("climbing:rule.quietMonths")}
          hint={t("climbing:rule.quietMonthsHint")}
          optional
          grid
          options={Array.from({ length: 12 }, (_, rank) => ({
            value: String(rank + 1),
            label: monthName(view.lang, rank + 1),
          }))}
        />
        <Button>{t("climbing:rule.save")}</Button>
      </Form>
      <h2>{t(state.active ? "climbing:rule.next" : "climbing:rule.nextOff")}</h2>
      <p>
        {t("climbing:rule.nextMails", { count: state.people, pages: state.pages })}{" "}
        {state.agents > 0 && t("climbing:rule.nextAgents", { count: state.agents })}
      </p>
      <h2>{t("climbing:rule.now")}</h2>
      <Facts
        view={view}
        facts={[
          { term: t("climbing:rule.waitingMail"), value: String(state.waiting.mail) },
          { term: t("climbing:rule.waitingReferent"), value: String(state.waiting.referent) },
          {
            term: t("climbing:rule.waitingPhone"),
            value: (
              <>
                {state.waiting.phone} <a href={href(urls.calls)}>{t("climbing:rule.seeCalls")}</a>
              </>
            ),
          },
        ]}
      />
    </>,
  );
}
