import { TextField, type FormState, type View } from "../../../ui/index.ts";

/** A day and an hour, as an agent writes them. */
export function MomentFields(props: {
  view: View;
  form: FormState;
  name: "from" | "until";
  label: string;
}) {
  const { name, label, ...of } = props;
  return (
    <div class="row">
      <TextField {...of} name={`${name}Day`} label={label} short />
      <TextField {...of} name={`${name}Hour`} label={of.view.t(`handing:moment.${name}`)} short />
    </div>
  );
}
