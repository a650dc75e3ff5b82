import {
  Actions,
  Breadcrumb,
  Button,
  Form,
  page,
  SelectField,
  Steps,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { themes } from "../codes.ts";
import { urls } from "../urls.ts";
import { whatFields, whoFields } from "./reading.ts";
import { Trap } from "./trap.tsx";

type Values = FormState["values"];

/** Answers of the other screens travel hidden from one to the next. */
export const Carried = ({ values, fields }: { values: Values; fields: readonly string[] }) => (
  <>
    {fields.map((field) => (
      <input type="hidden" name={field} value={String(values[field] ?? "")} />
    ))}
  </>
);

/** The frame of every screen of the proposal. */
export function proposeFrame(
  view: View,
  form: FormState,
  children: preact.ComponentChildren,
): string {
  const { t } = view;
  const title = t("proposals:propose.title");
  return page(
    view,
    {
      title,
      description: t("proposals:propose.lead").slice(0, 158),
      main: "text",
      section: "/annuaire",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("ui:layout.nav.directory"), path: "/annuaire" }]}
        here={title}
      />
      <h1>{title}</h1>
      {children}
    </>,
  );
}

/** First screen: what the association is. */
export function whatPage(view: View, form: FormState): string {
  const { t } = view;
  return proposeFrame(
    view,
    form,
    <>
      <p class="lead">{t("proposals:propose.lead")}</p>
      <Steps view={view} step={1} steps={3} words={t("proposals:propose.step1")} />
      <Form view={view} form={form} action={view.href(urls.proposeContact)}>
        <TextField view={view} form={form} name="name" label={t("proposals:propose.name")} />
        <TextArea
          view={view}
          form={form}
          name="body"
          label={t("proposals:propose.body")}
          hint={t("proposals:propose.bodyHint")}
        />
        <SelectField
          view={view}
          form={form}
          name="theme"
          label={t("proposals:propose.theme")}
          options={themes.map((value) => ({ value, label: t(`associations:theme.${value}`) }))}
          optional
        />
        <TextField
          view={view}
          form={form}
          name="website"
          label={t("proposals:propose.website")}
          optional
        />
        <Carried values={form.values} fields={whoFields} />
        <Trap view={view} />
        <Actions>
          <Button>{t("proposals:propose.next")}</Button>
        </Actions>
      </Form>
    </>,
  );
}

/** Second screen: where, when, and how to answer the person. */
export function whoPage(view: View, form: FormState): string {
  const { t } = view;
  const field = { view, form, optional: true };
  return proposeFrame(
    view,
    form,
    <>
      <Steps view={view} step={2} steps={3} words={t("proposals:propose.step2")} />
      <Form view={view} form={form} action={view.href(urls.proposeCheck)}>
        <TextField
          {...field}
          name="place"
          label={t("proposals:propose.place")}
          hint={t("proposals:propose.placeHint")}
        />
        <TextField
          {...field}
          name="schedule"
          label={t("proposals:propose.schedule")}
          hint={t("proposals:propose.scheduleHint")}
        />
        <TextField
          {...field}
          name="senderName"
          label={t("proposals:propose.senderName")}
          autocomplete="name"
        />
        <TextField
          {...field}
          name="senderEmail"
          type="email"
          label={t("proposals:propose.senderEmail")}
          hint={t("proposals:propose.senderEmailHint")}
          autocomplete="email"
        />
        <TextField
          {...field}
          name="senderPhone"
          type="tel"
          label={t("proposals:propose.senderPhone")}
          autocomplete="tel"
        />
        <Carried values={form.values} fields={whatFields} />
        <Trap view={view} />
        <Actions>
          <Button>{t("proposals:propose.next")}</Button>
        </Actions>
      </Form>
    </>,
  );
}
