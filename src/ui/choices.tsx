import { control, described, FieldError, Frame, OptionalMark, type FieldProps } from "./fields.tsx";
import { fieldId, type FormState } from "./form.tsx";
import { inFrench } from "./french.tsx";
import type { View } from "./view.ts";

/** One possible answer; `count` is how many results it leads to. */
export type Option = {
  value: string;
  label: string;
  /** Its words are written in French, whatever the language of the page. */
  french?: boolean;
  hint?: string | undefined;
  count?: number | undefined;
  /** Said in its place when the answer cannot be given. */
  instead?: string | undefined;
};
export type OptionGroup = { label: string; options: readonly Option[] };

type ChoiceProps = FieldProps & {
  options: readonly Option[];
  /** Each answer in its own frame: for a question that fills the page. */
  cards?: boolean;
  /** Short answers side by side, two at least on a phone. */
  grid?: boolean;
  /** The legend becomes the title of the page: one question, one page. */
  title?: boolean;
};

/** One answer in a folding list: for more than seven answers, else prefer `RadioGroup`. */
export function SelectField(
  props: FieldProps & {
    options: readonly (Option | OptionGroup)[];
    /** Words of the empty first line; `false` for none. */
    empty?: string | false;
  },
) {
  const { view, form, name, empty = view.t("ui:form.choose") } = props;
  const chosen = chosenIn(form, name);
  const line = (option: Option) => (
    <option value={option.value} selected={chosen.includes(option.value)}>
      {option.label}
    </option>
  );
  return (
    <Frame {...props}>
      <select {...control(props)} class="input" name={name}>
        {empty !== false && <option value="">{empty}</option>}
        {props.options.map((one) =>
          "options" in one ? (
            <optgroup label={one.label}>{one.options.map(line)}</optgroup>
          ) : (
            line(one)
          ),
        )}
      </select>
    </Frame>
  );
}

/** One answer among a few, all in sight. */
export const RadioGroup = (props: ChoiceProps) => <Choices {...props} type="radio" />;

/** Any number of answers, all in sight. */
export const CheckboxGroup = (props: ChoiceProps) => <Choices {...props} type="checkbox" />;

/** A single box to tick: `on` is sent when ticked. */
export function Checkbox(props: FieldProps) {
  const { view, form, name } = props;
  return (
    <div class={form.errors[name] ? "field field-wrong" : "field"}>
      <FieldError view={view} form={form} name={name} />
      <div class="choice">
        <input
          {...control({ ...props, optional: true })}
          type="checkbox"
          name={name}
          checked={chosenIn(form, name).includes("on")}
        />
        <label for={fieldId(name)}>
          {props.label}
          {props.hint && (
            <span class="hint" id={`${fieldId(name)}-aide`}>
              {props.hint}
            </span>
          )}
        </label>
      </div>
    </div>
  );
}

function Choices(props: ChoiceProps & { type: "radio" | "checkbox" }) {
  const { view, form, name } = props;
  const chosen = chosenIn(form, name);
  // What a summary of errors leads to: the first answer that can be given.
  const first = props.options.findIndex(({ instead }) => !instead);
  return (
    <fieldset
      class={form.errors[name] ? "field field-wrong" : "field"}
      aria-describedby={described(props)}
    >
      <legend class={props.title ? "legend legend-title" : "legend"}>
        {props.title ? <h1>{props.label}</h1> : props.label}
        <OptionalMark {...props} />
      </legend>
      {props.hint && (
        <p class="hint" id={`${fieldId(name)}-aide`}>
          {props.hint}
        </p>
      )}
      <FieldError view={view} form={form} name={name} />
      <div class={listClass(props)}>
        {props.options.map((option, at) =>
          option.instead ? (
            <p class="soft choice-none">{option.instead}</p>
          ) : (
            <Choice
              view={view}
              option={option}
              type={props.type}
              name={name}
              id={at === first ? fieldId(name) : `${fieldId(name)}-${at + 1}`}
              checked={chosen.includes(option.value)}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}

const listClass = ({ cards, grid }: ChoiceProps): string =>
  cards ? "choices choices-cards" : grid ? "choices choices-grid" : "choices";

function Choice(props: {
  view: View;
  option: Option;
  type: "radio" | "checkbox";
  name: string;
  id: string;
  checked: boolean;
}) {
  const { view, option, id } = props;
  const hintId = option.hint ? `${id}-precision` : undefined;
  return (
    <div class="choice">
      <input
        id={id}
        type={props.type}
        name={props.name}
        value={option.value}
        checked={props.checked}
        aria-describedby={hintId}
      />
      <span>
        <label for={id} {...(option.french ? inFrench(view) : {})}>
          {option.label}
          {option.count !== undefined && <span class="choice-count num"> ({option.count})</span>}
        </label>
        {option.hint && (
          <span class="hint" id={hintId}>
            {option.hint}
          </span>
        )}
      </span>
    </div>
  );
}

function chosenIn(form: FormState, name: string): readonly string[] {
  const value = form.values[name];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
