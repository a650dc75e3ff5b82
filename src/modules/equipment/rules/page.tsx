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
import { urls } from "../urls.ts";
import { numbers, openings } from "./reading.ts";

/** The rules of the commune; each refusal names the one it comes from. */
export function rulesPage(view: View, form: FormState): string {
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
        <Checkbox
          {...of}
          name="convention"
          label={t("conventiondesk:rule")}
          hint={t("conventiondesk:ruleHint")}
        />
        <Checkbox
          {...of}
          name="guaranteed"
          label={t("lending:rules.guaranteed")}
          hint={t("lending:rules.guaranteedHint")}
        />
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
        <Checkbox
          {...of}
          name="remindBefore"
          label={t("reminding:rules.before")}
          hint={t("reminding:rules.beforeHint")}
        />
        <Checkbox
          {...of}
          name="remindAfter"
          label={t("reminding:rules.after")}
          hint={t("reminding:rules.afterHint")}
        />
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
