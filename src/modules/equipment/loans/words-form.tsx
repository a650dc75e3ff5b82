import { Button, Form, TextArea, type FormState, type View } from "../../../ui/index.ts";

/** An act that takes a word to who borrows, folded until it is wanted; open when what was typed is to be seen again. */
export function WordsForm(props: {
  view: View;
  form: FormState;
  action: string;
  /** What it does, in words. */
  does: string;
  label: string;
  hint: string;
}) {
  const { view, form, action, does, label, hint } = props;
  return (
    <details open={"words" in form.errors}>
      <summary>{does}</summary>
      <Form view={view} form={form} action={view.href(action)}>
        <TextArea
          view={view}
          form={form}
          name="words"
          label={label}
          hint={hint}
          rows={3}
          maxLength={600}
        />
        <Button kind="danger">{does}</Button>
      </Form>
    </details>
  );
}
