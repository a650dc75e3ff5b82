import { Checkbox, RadioGroup, SelectField } from "../../../../ui/choices.tsx";
import { capital } from "../../../../ui/dates.ts";
import { TextField } from "../../../../ui/fields.tsx";
import type { FormState } from "../../../../ui/form.tsx";
import type { View } from "../../../../ui/view.ts";
import { weekdays } from "../../series/pattern.ts";
import { weeksKinds } from "../timetable.ts";
import { mostExceptions } from "./reading.ts";

type Shared = { view: View; form: FormState };

/** The fields of opening hours, to put in a form: `readTimetable` reads them, `timetableTyped` fills them. */
export function TimetableFields({ view, form }: Shared) {
  const { t } = view;
  const shared = { view, form };
  return (
    <>
      <Week
        {...shared}
        prefix="week"
        title={t("hours:form.week")}
        hint={t("hours:form.weekHint")}
      />
      <details open={weekdays.some((day) => said(form, `weeks_${day}`, "every"))}>
        <summary>{t("hours:form.weeks")}</summary>
        {weekdays.map((day) => (
          <SelectField
            {...shared}
            name={`weeks_${day}`}
            label={t("hours:form.weeksOf", { day: capital(t(`scheduling:day.${day}`)) })}
            optional="silent"
            empty={false}
            options={weeksKinds.map((value) => ({ value, label: t(`hours:weeks.${value}`) }))}
          />
        ))}
      </details>
      <RadioGroup
        {...shared}
        name="season"
        label={t("hours:form.school")}
        options={(["same", "off", "other"] as const).map((value) => ({
          value,
          label: t(`hours:form.${value}`),
        }))}
      />
      <details open={weekdays.some((day) => said(form, `school_${day}`))}>
        <summary>{t("hours:form.schoolWeek")}</summary>
        <Week
          {...shared}
          prefix="school"
          title={t("hours:form.schoolWeek")}
          hint={t("hours:form.schoolWeekHint")}
        />
      </details>
      <details open={["first", "last", ...weekdays].some((name) => said(form, `other_${name}`))}>
        <summary>{t("hours:form.period")}</summary>
        <TextField
          {...shared}
          name="other_first"
          type="date"
          label={t("hours:form.first")}
          optional="silent"
        />
        <TextField
          {...shared}
          name="other_last"
          type="date"
          label={t("hours:form.last")}
          optional="silent"
        />
        <Week
          {...shared}
          prefix="other"
          title={t("hours:form.otherWeek")}
          hint={t("hours:form.otherHint")}
        />
      </details>
      <RadioGroup
        {...shared}
        name="public"
        label={t("hours:form.public")}
        options={[
          { value: "closed", label: t("hours:form.publicClosed") },
          { value: "open", label: t("hours:form.publicOpen") },
        ]}
      />
      <Checkbox {...shared} name="commune_days" label={t("hours:form.commune")} />
      {(["first", "last"] as const).map((edge) => (
        <TextField
          {...shared}
          name={`period_${edge}`}
          type="date"
          label={t(`hours:form.${edge}Day`)}
          hint={t("hours:form.periodHint")}
          optional
        />
      ))}
      <fieldset class="flow">
        <legend class="label">{t("hours:form.exceptions")}</legend>
        <p class="hint">{t("hours:form.exceptionsHint")}</p>
        {Array.from({ length: linesOf(form) }, (_, at) => (
          <Exception {...shared} line={at + 1} />
        ))}
      </fieldset>
    </>
  );
}

function Week(
  props: Shared & { prefix: "week" | "school" | "other"; title: string; hint: string },
) {
  const { view, form, prefix } = props;
  return (
    <fieldset class="flow">
      <legend class="label">{props.title}</legend>
      <p class="hint">{props.hint}</p>
      {weekdays.map((day) => {
        const name = view.t(`scheduling:day.${day}`);
        return (
          <TextField
            view={view}
            form={form}
            name={`${prefix}_${day}`}
            label={capital(
              prefix === "week" ? name : view.t(`hours:form.${prefix}Day`, { day: name }),
            )}
            optional="silent"
            maxLength={80}
          />
        );
      })}
    </fieldset>
  );
}

function Exception({ view, form, line }: Shared & { line: number }) {
  const { t } = view;
  const shared = { view, form, optional: "silent" as const };
  return (
    <fieldset class="flow">
      <legend>{t("hours:form.exception", { number: line })}</legend>
      <TextField
        {...shared}
        name={`exception_first_${line}`}
        type="date"
        label={t("hours:form.first")}
      />
      <TextField
        {...shared}
        name={`exception_last_${line}`}
        type="date"
        label={t("hours:form.last")}
        hint={t("hours:form.lastHint")}
      />
      <TextField
        {...shared}
        name={`exception_hours_${line}`}
        label={t("hours:form.hours")}
        maxLength={80}
      />
      <TextField
        {...shared}
        name={`exception_words_${line}`}
        label={t("hours:form.words")}
        hint={t("hours:form.wordsHint")}
        maxLength={200}
      />
    </fieldset>
  );
}

/** True when a field says something, other than what goes without saying. */
const said = ({ values, errors }: FormState, name: string, silent = ""): boolean =>
  Boolean(errors[name]) || ![undefined, "", silent].includes(values[name] as string | undefined);

/** Those that are written, and two to write. */
function linesOf(form: FormState): number {
  let last = 0;
  for (let line = 1; line <= mostExceptions; line += 1)
    if (said(form, `exception_first_${line}`) || said(form, `exception_last_${line}`)) last = line;
  return Math.min(last + 2, mostExceptions);
}
