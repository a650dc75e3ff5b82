import { CheckboxGroup, RadioGroup, SelectField } from "../../../ui/choices.tsx";
import { TextField } from "../../../ui/fields.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { View } from "../../../ui/view.ts";
import { ranks, weekdays } from "../series/pattern.ts";
import { formRhythms } from "./rhythms.ts";

/** The fields of a pattern, to put in a form: `readPattern` reads them, `patternTyped` fills them. */
export function PatternFields({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const shared = { view, form };
  return (
    <>
      <RadioGroup
        {...shared}
        name="rhythm"
        label={t("scheduling:form.rhythm")}
        options={formRhythms.map((value) => ({
          value,
          label: t(`scheduling:form.${value}`),
          hint:
            value === "biweekly" || value === "monthly"
              ? t(`scheduling:form.${value}Hint`)
              : undefined,
        }))}
      />
      <CheckboxGroup
        {...shared}
        name="days"
        label={t("scheduling:form.days")}
        hint={t("scheduling:form.daysHint")}
        options={weekdays.map((day) => ({ value: day, label: t(`scheduling:day.${day}`) }))}
      />
      <SelectField
        {...shared}
        name="rank"
        label={t("scheduling:form.rank")}
        hint={t("scheduling:form.rankHint")}
        optional="silent"
        options={ranks.map((rank) => ({
          value: String(rank),
          label: t(`scheduling:rank.${rank}`),
        }))}
      />
      {(["from", "to"] as const).map((name) => (
        <TextField
          {...shared}
          name={name}
          type="time"
          label={t(`scheduling:form.${name}`)}
          hint={t("scheduling:form.hourHint")}
        />
      ))}
      <TextField {...shared} name="first_day" type="date" label={t("scheduling:form.firstDay")} />
      <TextField
        {...shared}
        name="last_day"
        type="date"
        label={t("scheduling:form.lastDay")}
        hint={t("scheduling:form.lastDayHint")}
        optional
      />
      <CheckboxGroup
        {...shared}
        name="skip"
        label={t("scheduling:form.skip")}
        optional
        options={[
          { value: "school", label: t("scheduling:form.skipSchool") },
          { value: "public", label: t("scheduling:form.skipPublic") },
        ]}
      />
    </>
  );
}
