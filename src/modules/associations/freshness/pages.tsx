import {
  Breadcrumb,
  Button,
  deskPage,
  Form,
  HiddenField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import { urls } from "../urls.ts";

/** For how long each section holds: what the commune promises its residents, and publishes. */
export function freshnessRulesPage(view: View, form: FormState, base: string): string {
  const { t, href } = view;
  const title = t("registry:freshness.title");
  const months = { view, form, short: true, inputmode: "numeric" as const, maxLength: 3 };
  return deskPage(
    view,
    {
      title,
      section: urls.freshness,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("registry:freshness.lead")}</p>
      <p>
        <a href={href(urls.publicRules)}>{t("registry:freshness.published")}</a>
      </p>
      <Form view={view} form={form} action={href(urls.freshness)}>
        <HiddenField name="_base" value={base} />
        {sections.map((section) => (
          <fieldset class="flow">
            <legend class="legend">{t(`associations:section.${section}`)}</legend>
            <div class="row">
              <TextField
                {...months}
                name={`${section}_upToDate`}
                label={t("registry:freshness.upToDate")}
              />
              <TextField
                {...months}
                name={`${section}_toConfirm`}
                label={t("registry:freshness.toConfirm")}
              />
            </div>
          </fieldset>
        ))}
        <TextField
          {...months}
          name="archive"
          label={t("registry:freshness.archive")}
          hint={t("registry:freshness.archiveHint")}
          optional
        />
        <Button>{t("registry:freshness.save")}</Button>
      </Form>
    </>,
  );
}
