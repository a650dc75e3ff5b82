import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  deskPage,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { bookableKinds, bookers } from "../codes.ts";
import { lengthWords } from "../booking/words.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { lengths } from "./reading.ts";

/** The way back to a place. */
export const trail = ({ t }: View, place: Pick<ResourcePlace, "id" | "name">) => [
  { words: t("resourcedesk:title"), path: urls.desk },
  { words: place.name, path: urls.place(place.id) },
];

export type TermsSeen = {
  place: Pick<ResourcePlace, "id" | "name">;
  /** Absent while it is new. */
  bookable: { id: string; name: string } | undefined;
  form: FormState;
};

/** What something to book is, and on what terms. */
export function termsPage(view: View, { place, bookable, form }: TermsSeen): string {
  const { t, href } = view;
  const shared = { view, form };
  const title = t(bookable ? "resourcedesk:bookable.terms" : "resourcedesk:bookable.add");
  const number = (name: "units" | "people" | "aheadDays", max: string) => (
    <TextField
      {...shared}
      name={name}
      type="number"
      min={name === "aheadDays" ? "0" : "1"}
      max={max}
      label={t(`resourcedesk:terms.${name}`)}
      hint={t(`resourcedesk:terms.${name}Hint`)}
    />
  );
  const length = (name: "least" | "most" | "daily") => (
    <SelectField
      {...shared}
      name={name}
      label={t(`resourcedesk:terms.${name}`)}
      empty={name === "daily" ? t("resourcedesk:terms.noLimit") : false}
      optional={name === "daily" ? "silent" : false}
      options={lengths.map((minutes) => ({
        value: String(minutes),
        label: lengthWords(view, minutes),
      }))}
    />
  );
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...trail(view, place),
          ...(bookable
            ? [{ words: bookable.name, path: urls.bookable(place.id, bookable.id) }]
            : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Form
        view={view}
        form={form}
        action={href(
          bookable ? urls.bookableTerms(place.id, bookable.id) : urls.addBookable(place.id),
        )}
      >
        <RadioGroup
          {...shared}
          name="kind"
          label={t("resourcedesk:terms.kind")}
          options={bookableKinds.map((value) => ({
            value,
            label: t(`resourcedesk:terms.${value}`),
          }))}
        />
        <TextField
          {...shared}
          name="name"
          label={t("resourcedesk:terms.name")}
          hint={t("resourcedesk:terms.nameHint")}
          maxLength={120}
        />
        {number("units", "100")}
        {number("people", "1000")}
        <TextArea
          {...shared}
          name="holds"
          label={t("resourcedesk:terms.holds")}
          hint={t("resourcedesk:terms.holdsHint")}
          rows={3}
          maxLength={500}
          optional
        />
        {length("least")}
        {length("most")}
        {number("aheadDays", "366")}
        {length("daily")}
        <RadioGroup
          {...shared}
          name="who"
          label={t("resourcedesk:terms.who")}
          options={bookers.map((value) => ({ value, label: t(`resourcedesk:terms.by.${value}`) }))}
        />
        <TextField
          {...shared}
          name="hourValue"
          label={t("resourcedesk:terms.hourValue")}
          hint={t("resourcedesk:terms.hourValueHint")}
          inputmode="decimal"
          optional
          maxLength={20}
        />
        <Checkbox {...shared} name="open" label={t("resourcedesk:terms.open")} />
        <Actions>
          <Button icon="done">{t("resourcedesk:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.place(place.id))}>
            {t("resourcedesk:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
