import {
  Checkbox,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { decisions, longest } from "../codes.ts";

/** What holds of one model; of what an association lends, how its requests are answered: by hand unless it says so. */
export function ItsOwnRules(props: { view: View; form: FormState; own: boolean; owned: boolean }) {
  const { own, owned, view, form } = props;
  const { t } = view;
  const { values, errors } = form;
  const decision = values["decision"] || (owned ? "asked" : "");
  const of = { view, form: { errors, values: { ...values, decision } } };
  const number = (name: "longestDays" | "leadOpenDays" | "bufferHours") => (
    <TextField
      {...of}
      name={name}
      label={t(`lending:field.${name}`)}
      hint={t("lending:hint.sameAsCommune")}
      optional
    />
  );
  return (
    <fieldset class="flow">
      <legend class="legend">{t("lending:part.rules")}</legend>
      <RadioGroup
        {...of}
        name="decision"
        label={t("lending:field.decision")}
        options={
          owned
            ? decisions
                .toReversed()
                .map((value) => ({ value, label: t(`lending:ownDecision.${value}`) }))
            : ["" as const, ...decisions].map((value) => ({
                value,
                label: t(`lending:decision.${value || "same"}`),
              }))
        }
      />
      {number("longestDays")}
      {number("leadOpenDays")}
      {number("bufferHours")}
      <Checkbox {...of} name="onSiteOnly" label={t("lending:field.onSiteOnly")} />
      {owned && (
        <TextArea
          {...of}
          name="ownerRules"
          label={t(own ? "lending:field.ourRules" : "lending:field.ownerRules")}
          hint={t("lending:hint.ownerRules")}
          rows={4}
          maxLength={longest.ownerRules}
          optional
        />
      )}
    </fieldset>
  );
}
