import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  FileField,
  Form,
  Table,
  Tag,
  type FormState,
  type Tone,
  type View,
} from "../../../ui/index.ts";
import { patternWords } from "../../scheduling/index.ts";
import { programmePage } from "../edit/frame.tsx";
import type { Programme } from "../edit/programme.ts";
import { Following, type FollowingSeen } from "../following/part.tsx";
import { urls } from "../urls.ts";
import type { Calendar, Outcome } from "./queries.ts";
import type { Read } from "./rules.ts";

export const fileField = "calendar";

/** Brings a calendar file: nothing is written before one has seen what it would do. */
export function bringPage(
  view: View,
  programme: Programme,
  form: FormState,
  following: FollowingSeen,
): string {
  const { t, href } = view;
  const title = t("programme:calendar.title");
  return programmePage(
    view,
    programme,
    {
      title,
      here: title,
      wrong: [form, following.form].some(({ errors }) => Object.keys(errors).length > 0),
    },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("programme:calendar.lead")}</p>
      <Form view={view} form={form} action={href(urls.calendars(programme.base))} files>
        <FileField
          view={view}
          form={form}
          name={fileField}
          label={t("programme:calendar.file")}
          hint={t("programme:calendar.fileHint")}
          accept=".ics,text/calendar"
        />
        <Actions>
          <Button icon="calendar">{t("programme:calendar.read")}</Button>
          <ButtonLink kind="quiet" href={href(programme.base)}>
            {t("programme:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
      <Following view={view} programme={programme} seen={following} />
    </>,
  );
}

export type CalendarSeen = {
  programme: Programme;
  calendar: Calendar;
  lines: readonly { read: Read; outcome: Outcome }[];
};

const tones: Record<Outcome, Tone> = {
  added: "success",
  changed: "warning",
  cancelled: "warning",
  unchanged: "info",
  kept: "info",
  refused: "warning",
};

/** What each event of the file becomes, before and after it is done. */
export function calendarPage(view: View, seen: CalendarSeen): string {
  const { t, href } = view;
  const { programme, calendar, lines } = seen;
  const title = t(`programme:calendar.${calendar.state}`);
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  const toWrite = count("added") + count("changed") + count("cancelled");
  const address = (path: (base: string, id: string) => string) =>
    href(path(programme.base, calendar.id));
  return programmePage(
    view,
    programme,
    { title, here: title },
    <>
      <h1>{title}</h1>
      {calendar.state === "rehearsed" && toWrite === 0 && (
        <Alert view={view} kind="info" title={t("programme:calendar.nothing")} />
      )}
      {calendar.address && <p class="soft">{calendar.address}</p>}
      <Actions>
        {calendar.state === "rehearsed" && (toWrite > 0 || calendar.address) && (
          <ActionForm view={view} action={address(urls.calendarApplication)} icon="done">
            {calendar.address
              ? t("programme:follow.accept")
              : t("programme:calendar.apply", { count: toWrite })}
          </ActionForm>
        )}
        {calendar.state === "applied" && calendar.image && (
          <ActionForm view={view} action={address(urls.calendarUndo)} kind="quiet" icon="undo">
            {t("programme:calendar.undo")}
          </ActionForm>
        )}
        <ButtonLink kind="secondary" href={href(programme.base)}>
          {t("programme:calendar.back")}
        </ButtonLink>
      </Actions>
      {lines.length > 0 && (
        <Table
          view={view}
          caption={t("programme:calendar.events")}
          rows={lines}
          columns={[
            {
              label: t("programme:calendar.event"),
              heading: true,
              cell: ({ read }) => read.title || t("programme:calendar.untitled"),
            },
            {
              label: t("programme:sheet.hours"),
              cell: ({ read }) => <When view={view} read={read} />,
            },
            {
              label: t("programme:calendar.becomes"),
              cell: (line) => <Becomes view={view} line={line} />,
            },
          ]}
        />
      )}
    </>,
  );
}

const shownDates = 3;

function When({ view, read }: { view: View; read: Read }) {
  if ("refused" in read) return null;
  const words = read.patterns
    .slice(0, shownDates)
    .map((pattern) => patternWords(view.t, view.lang, pattern));
  const more = read.patterns.length - words.length;
  return (
    <>
      {words.map((one) => (
        <p>{one}</p>
      ))}
      {more > 0 && <p class="soft">{view.t("programme:calendar.more", { count: more })}</p>}
    </>
  );
}

function Becomes({ view, line }: { view: View; line: CalendarSeen["lines"][number] }) {
  const { t } = view;
  const { read, outcome } = line;
  return (
    <>
      <Tag tone={tones[outcome]}>{t(`programme:calendar.outcome.${outcome}`)}</Tag>
      {"refused" in read ? (
        <p>{t(`programme:calendar.refusal.${read.refused}`)}</p>
      ) : outcome === "refused" ? (
        <p>{t("programme:calendar.refusal.cancelled")}</p>
      ) : (
        <>
          {outcome === "added" && !read.where && <p>{t("programme:calendar.draft")}</p>}
          {!read.allCancelled && read.cancelled.length > 0 && outcome !== "kept" && (
            <p>{t("programme:calendar.cancels", { count: read.cancelled.length })}</p>
          )}
        </>
      )}
    </>
  );
}
