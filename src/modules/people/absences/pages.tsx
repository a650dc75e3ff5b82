import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Breadcrumb,
  Button,
  deskPage,
  Form,
  SelectField,
  Table,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { AbsenceLine } from "./queries.ts";

export type AbsencesSeen = {
  lines: readonly AbsenceLine[];
  team: readonly { id: string; name: string }[];
  me: string;
  /** The administrator may declare anybody's. */
  forOthers: boolean;
  form: FormState;
};

/** Who is or will be away, and the form that says so. */
export function absencesPage(view: View, seen: AbsencesSeen): string {
  const { t, href } = view;
  const { form, me, team } = seen;
  const title = t("absences:title");
  const people = team.map(({ id, name }) => ({ value: id, label: name }));
  return deskPage(
    view,
    { title, section: urls.absences, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("absences:lead")}</p>
      {seen.lines.length > 0 && <Lines view={view} {...seen} />}
      <h2>{t("absences:add")}</h2>
      <Form view={view} form={form} action={href(urls.absences)}>
        {seen.forOthers && (
          <SelectField
            view={view}
            form={form}
            name="person"
            label={t("absences:who")}
            empty={false}
            options={people}
          />
        )}
        <TextField view={view} form={form} name="from" type="date" label={t("absences:from")} />
        <TextField
          view={view}
          form={form}
          name="to"
          type="date"
          label={t("absences:to")}
          hint={t("absences:toHint")}
        />
        <SelectField
          view={view}
          form={form}
          name="replacement"
          label={t("absences:replacement")}
          hint={t("absences:replacementHint")}
          optional
          empty={t("absences:nobody")}
          options={seen.forOthers ? people : people.filter(({ value }) => value !== me)}
        />
        <Button>{t("absences:save")}</Button>
      </Form>
    </>,
  );
}

function Lines({ view, lines, me, forOthers }: AbsencesSeen & { view: View }) {
  const { t, href } = view;
  return (
    <Table
      view={view}
      caption={t("absences:known")}
      rows={lines}
      columns={[
        { label: t("absences:who"), heading: true, cell: ({ name }) => name },
        {
          label: t("absences:when"),
          cell: ({ from, to }) =>
            t("absences:days", { from: longDay(view.lang, from), to: longDay(view.lang, to) }),
        },
        {
          label: t("absences:replacement"),
          cell: ({ replacement }) => replacement ?? t("absences:nobody"),
        },
        {
          label: t("absences:remove"),
          ifAny: true,
          cell: (one) =>
            (forOthers || one.personId === me) && (
              <ActionForm view={view} action={href(urls.absenceRemoval(one.id))} kind="quiet">
                {t("absences:remove")}
                <span class="sr"> {one.name}</span>
              </ActionForm>
            ),
        },
      ]}
    />
  );
}
