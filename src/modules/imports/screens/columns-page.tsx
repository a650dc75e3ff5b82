import {
  Actions,
  Button,
  ButtonLink,
  deskPage,
  Form,
  SelectField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Import } from "../pipeline/imports.ts";
import { targets } from "../reading/index.ts";
import { columnField } from "../rules.ts";
import { urls } from "../urls.ts";
import { columnWords } from "../words.ts";
import { Trail } from "./trail.tsx";
import { samplesWords } from "./understood-page.tsx";

/** Column by column: three values, our guess and its reason, and what a person says it is. */
export function columnsPage(view: View, one: Import, form: FormState): string {
  const { t } = view;
  const title = t("imports:columns.title");
  const options = targets.map((target) => ({
    value: target,
    label: t(`imports:target.${target}`),
  }));
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Trail view={view} one={one} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("imports:columns.lead")}</p>
      <Form view={view} form={form} action={view.href(urls.columns(one.id))}>
        {one.mapping.columns.map((column) => (
          <SelectField
            view={view}
            form={form}
            name={columnField(column.column)}
            label={columnWords(t, column)}
            hint={`${t("imports:columns.samples")} : ${samplesWords(view, one, column)}. ${t(`imports:mappingReason.${column.reason}`)}`}
            options={options}
            empty={t("imports:columns.none")}
          />
        ))}
        <Actions>
          <Button icon="done">{t("imports:columns.save")}</Button>
          <ButtonLink href={view.href(urls.one(one.id))} kind="quiet">
            {t("imports:columns.cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
