import { longDay } from "../../../ui/dates.ts";
import { TextField } from "../../../ui/fields.tsx";
import { ActionForm, Actions, Button, Form, type FormState } from "../../../ui/form.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { schedulingUrls } from "../urls.ts";
import type { ClosedDay } from "./queries.ts";

/** The days the commune closes by itself, and the form that adds some. */
export function ClosedDays(props: { view: View; days: readonly ClosedDay[]; form: FormState }) {
  const { view, form } = props;
  const { t } = view;
  const shared = { view, form };
  return (
    <section class="flow push">
      <h2>{t("calendar:closed.title")}</h2>
      <p>{t("calendar:closed.lead")}</p>
      <Table
        view={view}
        caption={t("calendar:closed.table")}
        rows={props.days}
        empty={<p>{t("calendar:closed.empty")}</p>}
        columns={[
          { label: t("calendar:closed.what"), heading: true, cell: ({ name }) => name },
          { label: t("calendar:closed.when"), cell: (day) => daysWords(view, day) },
          {
            label: t("calendar:closed.actions"),
            cell: (day) => (
              <ActionForm
                view={view}
                kind="quiet"
                icon="remove"
                action={view.href(schedulingUrls.removeClosed(day.id))}
              >
                {t("calendar:closed.remove")}
                <span class="sr"> ({day.name})</span>
              </ActionForm>
            ),
          },
        ]}
      />
      <h3>{t("calendar:closed.add")}</h3>
      <Form view={view} action={view.href(schedulingUrls.closed)} form={form}>
        <TextField
          {...shared}
          name="name"
          label={t("calendar:closed.name")}
          hint={t("calendar:closed.nameHint")}
          maxLength={120}
        />
        <TextField {...shared} name="first_day" type="date" label={t("calendar:closed.first")} />
        <TextField
          {...shared}
          name="last_day"
          type="date"
          label={t("calendar:closed.last")}
          hint={t("calendar:closed.lastHint")}
          optional
        />
        <Actions>
          <Button icon="add">{t("calendar:closed.do")}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function daysWords({ t, lang }: View, { firstDay, lastDay }: ClosedDay): string {
  if (firstDay === lastDay) return t("calendar:closed.one", { day: longDay(lang, firstDay, true) });
  return t("calendar:school.days", {
    first: longDay(lang, firstDay),
    last: longDay(lang, lastDay),
  });
}
