import {
  Alert,
  CheckboxGroup,
  Checkbox,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  Refused,
  type FormState,
  type Option,
  type View,
} from "../../../ui/index.ts";
import { SaveOrBack } from "../../activities/index.ts";
import { mostPeople, offerTimes, questions } from "../codes.ts";
import { urls } from "../urls.ts";
import { rollPage } from "./frame.tsx";
import type { Keeping } from "./keeping.ts";

export type SettingsSeen = {
  keeping: Keeping;
  form: FormState;
  refused?: string | undefined;
  /** Of a new one: the dates it may be for. */
  dates?: readonly Option[];
  /** Of one that exists: its identifier and what it is for. */
  opening?: { id: string; words: string };
};

/** Opening registrations, or changing what was decided: places first, then what is asked, the rest folded. */
export function settingsPage(view: View, seen: SettingsSeen): string {
  const { t, href } = view;
  const { keeping, form, dates, opening } = seen;
  const { programme, activity } = keeping;
  const title = t(opening ? "roll:settings.title" : "roll:open.title");
  const action = opening
    ? urls.settings(programme.base, activity.id, opening.id)
    : urls.add(programme.base, activity.id);
  const fields = { view, form };
  const folded = ["opensOn", "closesOn", "message", "offer"].some((name) => form.errors[name]);
  return rollPage(
    view,
    keeping,
    { title, wrong: Object.keys(form.errors).length > 0 || seen.refused !== undefined },
    <>
      <h1>{title}</h1>
      <p class="soft">{opening ? opening.words : activity.fields.title}</p>
      <Refused view={view} sentence={seen.refused} />
      {programme.side === "desk" && (
        <Alert view={view} kind="info">
          <p>{t("roll:desk.noNames")}</p>
        </Alert>
      )}
      <Form view={view} form={form} action={href(action)}>
        {dates && dates.length > 0 && <Scope view={view} form={form} dates={dates} />}
        <TextField
          {...fields}
          name="capacity"
          label={t("roll:settings.capacity")}
          hint={t("roll:settings.capacityHint")}
          inputmode="numeric"
          maxLength={4}
          short
          optional
        />
        <SelectField
          {...fields}
          name="most"
          label={t("roll:settings.most")}
          hint={t("roll:settings.mostHint")}
          empty={false}
          options={Array.from({ length: mostPeople }, (_, at) => ({
            value: String(at + 1),
            label: String(at + 1),
          }))}
        />
        <CheckboxGroup
          {...fields}
          name="asked"
          label={t("roll:settings.asked")}
          hint={t("roll:settings.askedHint")}
          optional
          options={questions.map((value) => ({ value, label: t(`registrations:ask.${value}`) }))}
        />
        <TextField
          {...fields}
          name="question"
          label={t("roll:settings.question")}
          hint={t("roll:settings.questionHint")}
          maxLength={160}
          optional
        />
        <Checkbox
          {...fields}
          name="waiting"
          label={t("roll:settings.waiting")}
          hint={t("roll:settings.waitingHint")}
        />
        <details open={folded}>
          <summary>{t("roll:settings.more")}</summary>
          <div class="flow">
            <More view={view} form={form} />
          </div>
        </details>
        <SaveOrBack
          view={view}
          back={
            opening
              ? urls.one(programme.base, activity.id, opening.id)
              : urls.home(programme.base, activity.id)
          }
        />
      </Form>
    </>,
  );
}

/** For all of it, or date by date: each with its own places. */
const Scope = ({
  view,
  form,
  dates,
}: {
  view: View;
  form: FormState;
  dates: readonly Option[];
}) => (
  <>
    <RadioGroup
      view={view}
      form={form}
      name="scope"
      label={view.t("roll:open.scope")}
      options={(["whole", "dates"] as const).map((value) => ({
        value,
        label: view.t(`roll:open.${value}`),
        hint: view.t(`roll:open.${value}Hint`),
      }))}
    />
    <details open={Boolean(form.errors["dates"]) || form.values["scope"] === "dates"}>
      <summary>{view.t("roll:open.choose")}</summary>
      <CheckboxGroup
        view={view}
        form={form}
        name="dates"
        label={view.t("roll:open.which")}
        hint={view.t("roll:open.whichHint")}
        optional
        options={dates}
      />
    </details>
  </>
);

function More({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const fields = { view, form };
  return (
    <>
      {(["opensOn", "closesOn"] as const).map((name) => (
        <TextField
          {...fields}
          name={name}
          type="date"
          label={t(`roll:settings.${name}`)}
          hint={t(`roll:settings.${name}Hint`)}
          optional
        />
      ))}
      <RadioGroup
        {...fields}
        name="offer"
        label={t("roll:settings.offer")}
        hint={t("roll:settings.offerHint")}
        options={offerTimes.map((minutes) => ({
          value: String(minutes),
          label: t("roll:settings.hours", { count: minutes / 60 }),
        }))}
      />
      <TextArea
        {...fields}
        name="message"
        label={t("roll:settings.message")}
        hint={t("roll:settings.messageHint")}
        rows={3}
        maxLength={600}
        optional
      />
    </>
  );
}
