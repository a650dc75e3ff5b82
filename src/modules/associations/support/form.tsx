import {
  HiddenField,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { kindsByHand, longestNote } from "./rules.ts";
import { kindWords } from "./told.ts";

export type Agents = readonly { id: string; name: string }[];

/** What an agent says of a support: how, when, who, and what was done. */
export function SupportFields(props: {
  view: View;
  form: FormState;
  agents: Agents;
  today: string;
  revision?: number;
}) {
  const { view, form, agents } = props;
  const { t } = view;
  return (
    <>
      {props.revision !== undefined && (
        <HiddenField name="_revision" value={String(props.revision)} />
      )}
      <SelectField
        view={view}
        form={form}
        name="kind"
        label={t("supportdesk:form.kind")}
        options={kindsByHand.map((value) => ({ value, label: kindWords(t, value) }))}
      />
      <TextField
        view={view}
        form={form}
        name="day"
        type="date"
        label={t("supportdesk:form.day")}
        max={props.today}
      />
      <SelectField
        view={view}
        form={form}
        name="doneBy"
        label={t("supportdesk:form.doneBy")}
        empty={false}
        options={agents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        view={view}
        form={form}
        name="note"
        label={t("supportdesk:form.note")}
        hint={t("supportdesk:form.noteHint")}
        rows={3}
        maxLength={longestNote}
        optional
      />
    </>
  );
}
