import type { ComponentChildren } from "preact";
import { Alert } from "./alert.tsx";
import { Icon, type IconName } from "./icon.tsx";
import type { View } from "./view.ts";

/**
 * What was typed and what is wrong, by field name; errors are sentences already in the person's language.
 * An error under `""` concerns the whole form. Errors are listed in the order they were put in.
 */
export type FormState = {
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
  errors: Readonly<Record<string, string>>;
};

/** A form never filled in. */
export const blankForm: FormState = { values: {}, errors: {} };

/** Identifier of a field's first control, the one the error summary leads to. */
export const fieldId = (name: string): string => `champ-${name.replace(/[^\w-]/g, "-")}`;

/**
 * A form that posts, with the key that makes it act once and the summary of its errors on top.
 * `files` is for forms with a file field. `keep` keeps what is being written in the browser, for a week and while the
 * revision the form carries is the same: for long texts without personal values.
 */
export function Form(props: {
  view: View;
  action: string;
  form: FormState;
  files?: boolean;
  keep?: boolean;
  children: ComponentChildren;
}) {
  const { view, form } = props;
  return (
    <form
      class="form"
      method="post"
      action={props.action}
      enctype={props.files ? "multipart/form-data" : undefined}
      noValidate
      data-keep={props.keep}
    >
      <input type="hidden" name="_key" value={view.formKey} />
      {props.keep && <KeptWords view={view} />}
      <CarriedQueue view={view} />
      <ErrorSummary view={view} form={form} />
      {props.children}
    </form>
  );
}

/** Said when what was being written comes back; hidden until then. */
const KeptWords = ({ view }: { view: View }) => (
  <>
    <div hidden data-kept aria-live="polite">
      <Alert view={view} kind="info">
        <p>{view.t("ui:form.kept")}</p>
        <button type="button" class="btn btn-quiet">
          {view.t("ui:form.keptDrop")}
        </button>
      </Alert>
    </div>
    <script type="module" src={view.asset("keep.js")}></script>
  </>
);

/** A form of a screen of the day's queue says so: once done, the agent goes to the next item. */
const CarriedQueue = ({ view }: { view: View }) =>
  view.queue ? (
    <>
      <input type="hidden" name="_file" value={view.queue.key} />
      <input type="hidden" name="_dans" value={view.queue.slice} />
    </>
  ) : null;

/** The list of what is to correct, each line leading to its field. Nothing when all is well. */
export function ErrorSummary({ view, form }: { view: View; form: FormState }) {
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} data-focus class="summary">
      <Alert view={view} kind="error" title={view.t("ui:form.errors", { count: errors.length })}>
        <ul class="plain">
          {errors.map(([name, sentence]) => (
            <li>{name === "" ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
type Look = { kind?: ButtonKind | undefined; icon?: IconName | undefined };

const look = (kind: ButtonKind | undefined) =>
  kind && kind !== "primary" ? `btn btn-${kind}` : "btn";

/** The button that sends its form; its words say what happens. `waiting` replaces them while the form leaves. */
export function Button(
  props: Look & {
    name?: string;
    value?: string;
    /** Address to post to when it differs from the form's. */
    action?: string;
    waiting?: string;
    /** It gives a file and the page stays: the form may be sent again. */
    again?: boolean;
    children: ComponentChildren;
  },
) {
  return (
    <button
      type="submit"
      class={look(props.kind)}
      name={props.name}
      value={props.value}
      formaction={props.action}
      data-waiting={props.waiting}
      data-again={props.again}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink(props: Look & { href: string; children: ComponentChildren }) {
  return (
    <a class={look(props.kind)} href={props.href}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

/** One main action first, the others after it. */
export const Actions = ({ children }: { children: ComponentChildren }) => (
  <div class="actions">{children}</div>
);

/** One action as a whole form: "Retirer", "Confirmer". `fields` travel hidden. */
export function ActionForm(
  props: Look & {
    view: View;
    action: string;
    fields?: Readonly<Record<string, string>>;
    children: ComponentChildren;
  },
) {
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="_key" value={props.view.formKey} />
      <CarriedQueue view={props.view} />
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={props.kind} icon={props.icon}>
        {props.children}
      </Button>
    </form>
  );
}
