import type { Ask } from "../../../platform/http/ask.ts";
import { HiddenField, SelectField, type FormState, type View } from "../../../ui/index.ts";

type Owner = { id: string; name: string };

/** The association that is meant: the only one somebody keeps, or the one chosen. */
export const ownerTyped = <T extends Owner>(ask: Ask, owners: readonly T[]): T | undefined =>
  owners.length === 1 ? owners[0] : owners.find(({ id }) => id === ask.form.get("association"));

/** Which association, for who keeps the equipment of several. */
export function OwnerField(props: { view: View; form: FormState; owners: readonly Owner[] }) {
  const { owners, ...of } = props;
  const [only] = owners;
  if (owners.length === 1 && only) return <HiddenField name="association" value={only.id} />;
  return (
    <SelectField
      {...of}
      name="association"
      label={of.view.t("equipment:request.association")}
      options={owners.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
