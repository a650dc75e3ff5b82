import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  Form,
  RadioGroup,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { keptPage } from "../members/frame.tsx";
import type { Keeper } from "../members/keeper.ts";
import type { Member } from "../members/queries.ts";
import { memberRoles } from "../members/rules.ts";
import type { Contact } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { PastHandovers } from "./past.tsx";
import type { PastHandover } from "./queries.ts";
import { mostArrivals } from "./rules.ts";

export type HandoverSeen = {
  keeper: Keeper;
  members: readonly Member[];
  contacts: readonly Contact[];
  past: readonly PastHandover[];
  form: FormState;
  now: Date;
  refused?: string | undefined;
};

/** "Le bureau change": who comes, who leaves, who nobody should write to any more, and when. */
export function handoverPage(view: View, seen: HandoverSeen): string {
  const { t, href } = view;
  const { keeper, form } = seen;
  // Without anyone responsible today, somebody must come.
  const held = seen.members.some(({ role }) => role === "owner");
  return keptPage(
    view,
    keeper,
    { title: t("space:handover.title"), wrong: Object.keys(form.errors).length > 0 },
    <>
      <PastHandovers view={view} {...seen} />
      <p class="lead">{t("space:handover.lead")}</p>
      <Form view={view} form={form} action={href(urls.handoverCheck(keeper.handover))}>
        <h2>{t("space:handover.comes")}</h2>
        <p>{t(held ? "space:handover.comesWords" : "space:handover.comesUnheld")}</p>
        <Arrival view={view} form={form} row={1} optional={held} />
        {Array.from({ length: mostArrivals - 1 }, (_, rank) => rank + 2).map((row) => (
          <details open={typedIn(form, row)}>
            <summary>{t(`space:handover.another.${row as 2}`)}</summary>
            <Arrival view={view} form={form} row={row} optional />
          </details>
        ))}
        {seen.members.length > 0 && <h2>{t("space:handover.access")}</h2>}
        {seen.members.map(({ id, name, role }) => (
          <RadioGroup
            view={view}
            form={{ ...form, values: { [`access-${id}`]: "stays", ...form.values } }}
            name={`access-${id}`}
            label={t("space:handover.of", {
              name,
              role: t(`claiming:roleName.${role}`).toLowerCase(),
            })}
            options={(["stays", "leaves"] as const).map((value) => ({
              value,
              label: t(`space:handover.${value}`),
            }))}
          />
        ))}
        <Gone view={view} {...seen} />
        {seen.members.length > 0 && <When view={view} form={form} />}
        <Actions>
          <Button>{t("space:handover.check")}</Button>
          <ButtonLink kind="quiet" href={href(keeper.people)}>
            {t("space:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

const typedIn = (form: FormState, row: number): boolean =>
  ["name", "email", "title"].some(
    (field) => Boolean(form.values[`${field}${row}`]) || `${field}${row}` in form.errors,
  );

function Arrival(props: { view: View; form: FormState; row: number; optional: boolean }) {
  const { view, form, row, optional } = props;
  const { t } = view;
  const field = { view, form, autocomplete: "off" };
  return (
    <div class="flow">
      <TextField
        {...field}
        name={`name${row}`}
        label={t("space:handover.name", { row })}
        maxLength={120}
        optional={optional}
      />
      <TextField
        {...field}
        name={`email${row}`}
        type="email"
        label={t("space:handover.email", { row })}
        maxLength={254}
        optional={optional}
      />
      <TextField
        {...field}
        name={`title${row}`}
        label={t("space:handover.function", { row })}
        hint={t("claiming:request.roleHint")}
        maxLength={120}
        optional
      />
      <SelectField
        view={view}
        form={form}
        name={`role${row}`}
        label={t("space:handover.role", { row })}
        options={memberRoles.map((value) => ({
          value,
          label: t(`claiming:roleName.${value}`),
        }))}
        empty={false}
        optional="silent"
      />
    </div>
  );
}

/** Contacts of the listing nobody should write to any more. */
function Gone({ view, form, contacts }: HandoverSeen & { view: View }) {
  const { t } = view;
  if (!contacts.length) return null;
  return (
    <CheckboxGroup
      view={view}
      form={form}
      name="gone"
      label={t("space:handover.gone")}
      hint={t("space:handover.goneHint")}
      optional="silent"
      options={contacts.map((one) => ({
        value: one.id,
        label: [one.name, one.role, one.email].filter(Boolean).join(", ") || (one.phone ?? ""),
      }))}
    />
  );
}

function When({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  return (
    <>
      <RadioGroup
        view={view}
        form={{ ...form, values: { when: "accepted", ...form.values } }}
        name="when"
        label={t("space:handover.when")}
        hint={t("space:handover.whenHint")}
        options={(["accepted", "date"] as const).map((value) => ({
          value,
          label: t(`space:handover.whenIs.${value}`),
        }))}
      />
      <TextField
        view={view}
        form={form}
        name="day"
        type="date"
        label={t("space:handover.day")}
        optional="silent"
      />
    </>
  );
}
