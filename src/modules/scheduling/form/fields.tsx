import {
  CheckboxGroup,
  RadioGroup,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { weekdays } from "../series/rules.ts";
import { weekdayName } from "../words.ts";
import { nths, repeats } from "./reading.ts";

type Props = { view: View; form: FormState };

/** The questions about when something takes place, in plain words; every answer shows, so that no script is needed. */
export function PatternFields({ view, form }: Props) {
  const { t, lang } = view;
  const one = { view, form };
  const days = weekdays.map((day) => ({ value: String(day), label: weekdayName(lang, day) }));
  return (
    <>
      <RadioGroup
        {...one}
        name="repeat"
        label={t("scheduling:field.repeat")}
        options={repeats.map((value) => ({ value, label: t(`scheduling:how.${value}`) }))}
      />
      <CheckboxGroup
        {...one}
        name="days"
        label={t("scheduling:field.days")}
        hint={t("scheduling:hint.days")}
        optional="silent"
        options={days}
      />
      <div class="row">
        <SelectField
          {...one}
          name="nth"
          label={t("scheduling:field.nth")}
          hint={t("scheduling:hint.nth")}
          optional="silent"
          options={nths.map((value) => ({
            value,
            label: t(`scheduling:nth.${value === "-1" ? "last" : value}`),
          }))}
        />
        <SelectField
          {...one}
          name="nthDay"
          label={t("scheduling:field.nthDay")}
          optional="silent"
          options={days}
        />
      </div>
      <TimeFields {...one} />
      <TextField
        {...one}
        name="firstDay"
        label={t("scheduling:field.firstDay")}
        hint={t("scheduling:hint.firstDay")}
        type="date"
      />
      <TextField
        {...one}
        name="lastDay"
        label={t("scheduling:field.lastDay")}
        hint={t("scheduling:hint.lastDay")}
        type="date"
        optional
      />
      <CheckboxGroup
        {...one}
        name="skip"
        label={t("scheduling:field.skip")}
        optional
        options={[
          { value: "school", label: t("scheduling:skip.school") },
          { value: "public", label: t("scheduling:skip.public") },
        ]}
      />
    </>
  );
}

/** From an hour to another. */
export const TimeFields = ({ view, form }: Props) => (
  <div class="row">
    <TextField
      view={view}
      form={form}
      name="from"
      label={view.t("scheduling:field.from")}
      type="time"
    />
    <TextField
      view={view}
      form={form}
      name="to"
      label={view.t("scheduling:field.to")}
      type="time"
    />
  </div>
);
