import type { ComponentChildren } from "preact";
import { TextField, type FormState, type View } from "../../../ui/index.ts";

/** The day one comes and the day one brings back; `children`: what is said above them. */
export function DaysFields(props: { view: View; form: FormState; children?: ComponentChildren }) {
  const { view, form, children } = props;
  const { t } = view;
  return (
    <fieldset class="flow">
      <legend class="legend">{t("equipment:when")}</legend>
      {children}
      {(["du", "au"] as const).map((name) => (
        <TextField
          view={view}
          form={form}
          name={name}
          type="date"
          short
          label={t(name === "du" ? "equipment:from" : "equipment:until")}
        />
      ))}
    </fieldset>
  );
}
