import type { ComponentChildren } from "preact";
import { Alert } from "../../../ui/alert.tsx";
import { SelectField } from "../../../ui/choices.tsx";
import { longDay } from "../../../ui/dates.ts";
import { deskPage } from "../../../ui/desk-layout.tsx";
import { FileField } from "../../../ui/fields.tsx";
import { ActionForm, Actions, Button, Form, type FormState } from "../../../ui/form.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { Breadcrumb } from "../../../ui/wayfinding.tsx";
import { schedulingUrls } from "../urls.ts";
import { ClosedDays } from "./closed-days.tsx";
import type { PublicHoliday } from "./public.ts";
import type { ClosedDay, CommuneCalendar } from "./queries.ts";
import type { Knowledge } from "./rules.ts";
import { schoolCalendarDate, type SchoolHoliday } from "./school-calendar.ts";
import { schoolZones } from "./territory.ts";

/** The settings of another room, of which this page is one. */
const settings = "/gestion/reglages";

export type CalendarPage = {
  calendar: CommuneCalendar;
  known: Knowledge;
  /** From today on. */
  schoolHolidays: readonly SchoolHoliday[];
  publicHolidays: readonly PublicHoliday[];
  closed: readonly ClosedDay[];
  zoneForm: FormState;
  fileForm: FormState;
  closedForm: FormState;
};

/** What the site knows of holidays, until when, and the three forms that change it. */
export function calendarPage(view: View, data: CalendarPage): string {
  const { t } = view;
  const wrong = [data.zoneForm, data.fileForm, data.closedForm].some(
    ({ errors }) => Object.keys(errors).length > 0,
  );
  return deskPage(
    view,
    { title: t("calendar:title"), section: settings, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("settings:title"), path: settings }]}
        here={t("calendar:title")}
      />
      <h1>{t("calendar:title")}</h1>
      <p class="lead">{t("calendar:lead")}</p>
      <SchoolHolidays view={view} data={data} />
      <ClosedDays view={view} days={data.closed} form={data.closedForm} />
      <PublicHolidays view={view} holidays={data.publicHolidays} />
    </>,
  );
}

type Part = { view: View; data: CalendarPage };

function SchoolHolidays({ view, data }: Part) {
  const { t, lang } = view;
  const { file } = data.calendar;
  return (
    <section class="flow push">
      <h2>{t("calendar:school.title")}</h2>
      <Known view={view} known={data.known} />
      <ZoneForm view={view} data={data} />
      {"until" in data.known && (
        <>
          <Table
            view={view}
            caption={t("calendar:school.table")}
            rows={data.schoolHolidays}
            empty={<p>{t("calendar:school.none")}</p>}
            columns={[
              { label: t("calendar:school.name"), heading: true, cell: ({ name }) => name },
              {
                label: t("calendar:school.when"),
                cell: ({ firstDay, lastDay }) =>
                  t("calendar:school.days", {
                    first: longDay(lang, firstDay),
                    last: longDay(lang, lastDay),
                  }),
              },
            ]}
          />
          <p>
            {file
              ? t("calendar:school.fromFile", { name: file.name, day: longDay(lang, file.readAt) })
              : t("calendar:school.fromSite", { day: longDay(lang, schoolCalendarDate) })}
          </p>
        </>
      )}
      <SchoolFile view={view} data={data} />
    </section>
  );
}

function Known({ view, known }: { view: View; known: Knowledge }): ComponentChildren {
  const { t } = view;
  if (!("until" in known))
    return (
      <Alert view={view} kind="warning">
        <p>{t(`calendar:known.${known.kind}`)}</p>
      </Alert>
    );
  const sentence = t(`calendar:known.${known.kind}`, { until: longDay(view.lang, known.until) });
  const words = (
    <p>
      {sentence} {known.kind !== "over" && t("calendar:known.after")}
    </p>
  );
  return known.kind === "known" ? (
    words
  ) : (
    <Alert view={view} kind="warning">
      {words}
    </Alert>
  );
}

function ZoneForm({ view, data }: Part) {
  const { t } = view;
  const { departmentZone } = data.calendar;
  const form = data.zoneForm;
  return (
    <Form view={view} action={view.href(schedulingUrls.zone)} form={form}>
      <SelectField
        view={view}
        form={form}
        name="zone"
        label={t("calendar:zone.label")}
        hint={t("calendar:zone.hint")}
        optional="silent"
        empty={
          departmentZone
            ? t("calendar:zone.department", { zone: t(`calendar:zone.${departmentZone}`) })
            : t("calendar:zone.unknown")
        }
        options={schoolZones.map((value) => ({ value, label: t(`calendar:zone.${value}`) }))}
      />
      <Actions>
        <Button kind="secondary">{t("calendar:zone.do")}</Button>
      </Actions>
    </Form>
  );
}

function SchoolFile({ view, data }: Part) {
  const { t } = view;
  const form = data.fileForm;
  return (
    <>
      <h3>{t("calendar:file.title")}</h3>
      <p>{t("calendar:file.lead")}</p>
      <Form view={view} action={view.href(schedulingUrls.file)} form={form} files>
        <FileField
          view={view}
          form={form}
          name="file"
          label={t("calendar:file.label")}
          hint={t("calendar:file.hint")}
          accept=".csv,.ics,text/csv,text/calendar"
        />
        <Actions>
          <Button icon="upload">{t("calendar:file.do")}</Button>
        </Actions>
      </Form>
      {data.calendar.file && (
        <ActionForm view={view} kind="quiet" action={view.href(schedulingUrls.fileBack)}>
          {t("calendar:file.back")}
        </ActionForm>
      )}
    </>
  );
}

function PublicHolidays({ view, holidays }: { view: View; holidays: readonly PublicHoliday[] }) {
  const { t } = view;
  return (
    <section class="flow push">
      <h2>{t("calendar:public.title")}</h2>
      <p>{t("calendar:public.lead")}</p>
      <Table
        view={view}
        caption={t("calendar:public.table")}
        rows={holidays}
        columns={[
          {
            label: t("calendar:public.name"),
            heading: true,
            cell: ({ name }) => t(`calendar:public.${name}`),
          },
          { label: t("calendar:public.day"), cell: ({ day }) => longDay(view.lang, day, true) },
        ]}
      />
    </section>
  );
}
