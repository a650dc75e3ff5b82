import { Checkbox, RadioGroup, TextField, type FormState, type View } from "../../../ui/index.ts";
import type { Opening } from "../opening/queries.ts";

type Fields = { view: View; form: FormState };

/** A line for each person: the first is in sight, the others unfold. */
export function PeopleFields({
  view,
  form,
  lines,
  asked,
  all = false,
}: Fields & { lines: number; all?: boolean } & Pick<Opening, "asked">) {
  const { t } = view;
  const line = (rank: number) => (
    <Person view={view} form={form} rank={rank} lines={lines} asked={asked} all={all} />
  );
  const others = Array.from({ length: lines - 1 }, (_, at) => at + 2);
  const used = others.some((rank) =>
    [`name-${rank}`, `age-${rank}`].some((name) => form.values[name] || form.errors[name]),
  );
  return (
    <>
      {line(1)}
      {all
        ? others.map(line)
        : others.length > 0 && (
            <details open={used}>
              <summary>{t("registrations:form.others", { count: lines })}</summary>
              <div class="flow">{others.map(line)}</div>
            </details>
          )}
    </>
  );
}

function Person({
  view,
  form,
  rank,
  lines,
  asked,
  all,
}: Fields & { rank: number; lines: number; all: boolean } & Pick<Opening, "asked">) {
  const { t } = view;
  const fields = { view, form };
  // Alone in sight, the first needs no rank.
  const simple = rank === 1 && (lines === 1 || !all);
  return (
    <>
      <TextField
        {...fields}
        name={`name-${rank}`}
        label={simple ? t("registrations:form.name") : t("registrations:form.nameOf", { rank })}
        {...(rank === 1 && !all ? { hint: t("registrations:form.nameHint") } : {})}
        maxLength={80}
        {...(rank === 1 ? { autocomplete: "name" } : { optional: !all })}
      />
      {asked.includes("age") && (
        <TextField
          {...fields}
          name={`age-${rank}`}
          label={simple ? t("registrations:form.age") : t("registrations:form.ageOf", { rank })}
          inputmode="numeric"
          maxLength={8}
          short
          optional
        />
      )}
      {all && lines > 1 && (
        <Checkbox
          {...fields}
          name={leavesField(rank)}
          label={t("registrations:own.leaves", { name: form.values[`name-${rank}`] ?? "" })}
        />
      )}
    </>
  );
}

/** Ticked for somebody who does not come any more. */
export const leavesField = (rank: number): string => `leaves-${rank}`;

/** A phone number or an address: one of the two is enough. */
export function ContactFields({ view, form }: Fields) {
  const { t } = view;
  const fields = { view, form };
  return (
    <fieldset class="field">
      <legend class="legend">{t("registrations:form.contact")}</legend>
      <p class="hint">{t("registrations:form.contactHint")}</p>
      <div class="flow">
        <TextField
          {...fields}
          name="phone"
          type="tel"
          label={t("registrations:form.phone")}
          autocomplete="tel"
          maxLength={24}
          optional="silent"
        />
        <TextField
          {...fields}
          name="email"
          type="email"
          label={t("registrations:form.email")}
          autocomplete="email"
          maxLength={254}
          optional="silent"
        />
      </div>
    </fieldset>
  );
}

/** What the association asks besides: nobody has to answer. */
export function AnswerFields({
  view,
  form,
  asked,
  question,
}: Fields & Pick<Opening, "asked" | "question">) {
  const { t } = view;
  const fields = { view, form, optional: true as const };
  return (
    <>
      {asked.includes("town") && (
        <TextField
          {...fields}
          name="town"
          label={t("registrations:ask.town")}
          autocomplete="address-level2"
          maxLength={80}
        />
      )}
      {asked.includes("adult") && (
        <TextField {...fields} name="adult" label={t("registrations:ask.adult")} maxLength={120} />
      )}
      {asked.includes("equipment") && (
        <RadioGroup
          {...fields}
          name="equipment"
          label={t("registrations:ask.equipment")}
          options={(["yes", "no"] as const).map((value) => ({
            value,
            label: t(`registrations:answer.${value}`),
          }))}
        />
      )}
      {question && <TextField {...fields} name="free" label={question} maxLength={200} />}
    </>
  );
}

/** Whether they would wait, asked where it may be full. */
export const WaitField = ({ view, form }: Fields) => (
  <Checkbox
    view={view}
    form={form}
    name="wait"
    label={view.t("registrations:form.wait")}
    hint={view.t("registrations:form.waitHint")}
  />
);
