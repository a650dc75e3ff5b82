import { CheckboxGroup, RadioGroup } from "../../../ui/choices.tsx";
import { TextArea, TextField, type FieldProps } from "../../../ui/fields.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { View } from "../../../ui/view.ts";
import { addedLanguages, type Field } from "./sections.ts";

/** The control a field is typed in, by its kind. */
export function FieldInput({ view, form, field }: { view: View; form: FormState; field: Field }) {
  const { t } = view;
  const props: FieldProps = {
    view,
    form,
    name: field.name,
    label: t(`settings:field.${field.name}.label`),
    hint: t(`settings:field.${field.name}.hint`),
    optional: field.optional,
  };
  switch (field.kind) {
    case "area":
    case "sites":
      return <TextArea {...props} rows={3} />;
    case "languages":
      return (
        <CheckboxGroup
          {...props}
          options={addedLanguages.map((code) => ({
            value: code,
            label: t(`settings:language.${code}`),
          }))}
        />
      );
    case "switch":
      return (
        <RadioGroup
          {...props}
          optional="silent"
          options={(["off", "on"] as const).map((value) => ({
            value,
            label: t(`settings:switch.${value}`),
          }))}
        />
      );
    case "email":
    case "tel":
    case "date":
    case "url":
      return <TextField {...props} type={field.kind} />;
    case "rate":
      return <TextField {...props} short inputmode="decimal" maxLength={6} />;
    case "insee":
      return <TextField {...props} short maxLength={5} />;
    case "text":
      return <TextField {...props} maxLength={120} />;
  }
}
