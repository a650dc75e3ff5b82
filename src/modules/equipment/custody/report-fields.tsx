import {
  CheckboxGroup,
  FileField,
  RadioGroup,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { conditions, longestWords } from "./codes.ts";

/** What may be said of a unit that comes back, beside its condition. */
export const alsoOnReturn = ["not_yet", "lost"] as const;

/**
 * How one unit is: its condition in sight, the rest folded until there is something to say. Fields end with the key of the unit.
 * The same when it leaves and when it is back.
 */
export function ReportFields(props: {
  view: View;
  form: FormState;
  of: string;
  label: string;
  pieces: readonly string[];
  back?: boolean;
}) {
  const { view, form, of: key, pieces, back = false } = props;
  const { t } = view;
  const one = { view, form };
  const told = [`m_${key}`, `w_${key}`].some((name) => form.values[name]?.length);
  return (
    <>
      <RadioGroup
        {...one}
        name={`c_${key}`}
        label={props.label}
        grid
        options={[...conditions, ...(back ? alsoOnReturn : [])].map((value) => ({
          value,
          label: t(`handing:condition.${value}`),
        }))}
      />
      <details open={told}>
        <summary>{t("handing:report.more")}</summary>
        <div class="flow">
          {pieces.length > 0 && (
            <CheckboxGroup
              {...one}
              name={`m_${key}`}
              label={t("handing:report.missing")}
              options={pieces.map((piece) => ({ value: piece, label: piece, french: true }))}
              optional
            />
          )}
          <TextField
            {...one}
            name={`w_${key}`}
            label={t("handing:report.words")}
            hint={t("handing:report.wordsHint")}
            maxLength={longestWords}
            optional
          />
          <FileField
            {...one}
            name={`f_${key}`}
            label={t("handing:report.photo")}
            hint={t("handing:report.photoHint")}
            accept="image/*"
            optional
          />
        </div>
      </details>
    </>
  );
}
