import type { ComponentChildren } from "preact";
import { directionOf } from "../platform/i18n/index.ts";
import { fieldId, type FormState } from "./form.tsx";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

/** What every field is given; its value and its error are found in `form` by `name`. */
export type FieldProps = {
  view: View;
  form: FormState;
  name: string;
  label: string;
  /** One short sentence under the label. */
  hint?: string | undefined;
  /** Fields are asked for unless marked optional: "(facultatif)" then follows the label; `silent` says nothing, in a panel where everything is. */
  optional?: boolean | "silent" | undefined;
};

type TextProps = FieldProps & {
  type?: "text" | "email" | "tel" | "number" | "date" | "url" | "time";
  /** Token of the HTML list, so that the browser fills in for the person: `email`, `tel`, `given-name`… */
  autocomplete?: string;
  inputmode?: "numeric" | "decimal";
  /** A narrow box, for a date, a postcode, a number. */
  short?: boolean;
  maxLength?: number;
  min?: string;
  max?: string;
  /** Identifier of a `<datalist>` of the page: known answers proposed while typing. */
  list?: string;
};

/** On a page that goes from right to left, words typed in French still go from left to right. */
export const typedDirection = ({ dir }: View): "auto" | undefined =>
  dir === "rtl" ? "auto" : undefined;

/** A line of text, an e-mail, a phone number, a number, a date or an hour. */
export function TextField(props: TextProps) {
  const { form, name, type = "text" } = props;
  // The JSX types have one branch for each kind of input; these kinds share every attribute used here.
  const kind = type as "text";
  const short = props.short ?? ["date", "time", "number", "tel"].includes(type);
  return (
    <Frame {...props}>
      <input
        {...control(props)}
        class={short ? "input input-short" : "input"}
        type={kind}
        dir={type === "text" ? typedDirection(props.view) : "ltr"}
        name={name}
        value={single(form, name)}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        list={props.list}
      />
    </Frame>
  );
}

/** Several lines of text; `lang` when they are written in another language than the page. */
export function TextArea(
  props: FieldProps & {
    rows?: number;
    maxLength?: number;
    lang?: string;
    /** Written for a machine: each letter as wide as the others, and no spelling marked. */
    code?: boolean;
  },
) {
  const { lang, code } = props;
  return (
    <Frame {...props}>
      <textarea
        {...control(props)}
        class={code ? "input input-code" : "input"}
        spellcheck={code ? false : undefined}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        lang={lang}
        dir={lang ? directionOf(lang) : typedDirection(props.view)}
      >
        {single(props.form, props.name)}
      </textarea>
    </Frame>
  );
}

/** A file to send; `accept` as in HTML. What was chosen cannot be given back: say so in the hint if it matters. */
export function FileField(props: FieldProps & { accept?: string; several?: boolean }) {
  return (
    <Frame {...props}>
      <input
        {...control(props)}
        class="input"
        type="file"
        name={props.name}
        accept={props.accept}
        multiple={props.several}
      />
    </Frame>
  );
}

/** A value that travels with the form without being seen. */
export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

/** The label, the hint, the error and the control, in that order. */
export function Frame(props: FieldProps & { children: ComponentChildren }) {
  const { view, form, name } = props;
  return (
    <div class={form.errors[name] ? "field field-wrong" : "field"}>
      <label class="label" for={fieldId(name)}>
        {props.label}
        <OptionalMark {...props} />
      </label>
      {props.hint && (
        <p class="hint" id={`${fieldId(name)}-aide`}>
          {props.hint}
        </p>
      )}
      <FieldError view={view} form={form} name={name} />
      {props.children}
    </div>
  );
}

/** "(facultatif)" after the label. */
export const OptionalMark = ({ view, optional }: FieldProps) =>
  optional === true ? <span class="mark"> {view.t("ui:form.optional")}</span> : null;

/** The sentence by the field, after the word "Erreur" for those who do not see the colour. */
export function FieldError({ view, form, name }: Pick<FieldProps, "view" | "form" | "name">) {
  const sentence = form.errors[name];
  if (!sentence) return null;
  return (
    <p class="message" id={`${fieldId(name)}-erreur`}>
      <Icon name="error" />
      <span>
        <span class="sr">{view.t("ui:form.error")} </span>
        {sentence}
      </span>
    </p>
  );
}

/** Identifier and links to hint and error of a control. */
export const control = (props: FieldProps) => ({
  id: fieldId(props.name),
  "aria-describedby": described(props),
  "aria-invalid": props.form.errors[props.name] ? ("true" as const) : undefined,
  required: props.optional ? undefined : true,
});

/** Identifiers of the hint and the error, for `aria-describedby`. */
export function described({ form, name, hint }: FieldProps): string | undefined {
  const ids: string[] = [];
  if (hint) ids.push(`${fieldId(name)}-aide`);
  if (form.errors[name]) ids.push(`${fieldId(name)}-erreur`);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function single(form: FormState, name: string): string | undefined {
  const value = form.values[name];
  return typeof value === "string" ? value : value?.[0];
}
