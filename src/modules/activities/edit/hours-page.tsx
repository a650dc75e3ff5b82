import {
  ActionForm,
  Form,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { PatternFields } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { programmePage, SaveOrBack } from "./frame.tsx";
import { Elsewhere } from "./part-fields.tsx";
import type { Programme } from "./programme.ts";

type Seen = { programme: Programme; activity: Activity; form: FormState };

/** Hours of an activity: new ones, or those of a series. */
export function hoursPage(
  view: View,
  seen: Seen & {
    /** Series changed, and whether it has begun: then one chooses from when. */
    series?: { id: string; begun: boolean };
    /** The place of the activity in words, and those the commune knows. */
    usual: string | undefined;
    places: readonly string[];
  },
): string {
  const { t, href } = view;
  const { programme, activity, form, series } = seen;
  const title = t(series ? "programme:hours.title" : "programme:hours.newTitle");
  const { base } = programme;
  const action = series
    ? urls.hours(base, activity.id, series.id)
    : urls.newHours(base, activity.id);
  return programmePage(
    view,
    programme,
    {
      title: `${title} : ${activity.fields.title}`,
      here: title,
      activity: { id: activity.id, title: activity.fields.title },
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{title}</h1>
      <p class="soft">{activity.fields.title}</p>
      <Form view={view} form={form} action={href(action)}>
        <PatternFields view={view} form={form} />
        <Elsewhere {...{ view, form, usual: seen.usual, places: seen.places }} />
        {series?.begun && (
          <TextField
            view={view}
            form={form}
            name="changeFrom"
            label={t("programme:hours.changeFrom")}
            hint={t("programme:hours.changeFromHint")}
            type="date"
          />
        )}
        <SaveOrBack view={view} back={urls.one(base, activity.id)} />
      </Form>
      {series && (
        <ActionForm
          view={view}
          action={href(urls.hoursEnd(base, activity.id, series.id))}
          kind="quiet"
          icon="close"
        >
          {t("programme:hours.end")}
        </ActionForm>
      )}
    </>,
  );
}

/** One date: cancelled or moved with a word for those who come, or given back. */
export function datePage(
  view: View,
  seen: Seen & {
    date: { id: string; words: string; state: "planned" | "moved" | "cancelled" };
  },
): string {
  const { t, href } = view;
  const { programme, activity, form, date } = seen;
  const { base } = programme;
  const fields = { view, form };
  return programmePage(
    view,
    programme,
    {
      title: `${date.words} : ${activity.fields.title}`,
      here: t("programme:date.title"),
      activity: { id: activity.id, title: activity.fields.title },
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{date.words}</h1>
      <p class="soft">{activity.fields.title}</p>
      {date.state !== "planned" && (
        <ActionForm
          view={view}
          action={href(urls.dateBack(base, activity.id, date.id))}
          kind="secondary"
          icon="undo"
        >
          {t("programme:date.back")}
        </ActionForm>
      )}
      <Form view={view} form={form} action={href(urls.date(base, activity.id, date.id))}>
        <RadioGroup
          {...fields}
          name="what"
          label={t("programme:date.what")}
          options={(["cancel", "move"] as const).map((value) => ({
            value,
            label: t(`programme:date.do.${value}`),
          }))}
        />
        <TextArea
          {...fields}
          name="notice"
          label={t("programme:date.notice")}
          hint={t("programme:date.noticeHint")}
          rows={2}
          maxLength={300}
          optional
        />
        <TextField
          {...fields}
          name="day"
          label={t("programme:date.day")}
          hint={t("programme:date.dayHint")}
          type="date"
        />
        <div class="row">
          {(["from", "to"] as const).map((name) => (
            <TextField {...fields} name={name} type="time" label={t(`programme:date.${name}`)} />
          ))}
        </div>
        <RadioGroup
          {...fields}
          name="scope"
          label={t("programme:date.scope")}
          options={(["one", "following"] as const).map((value) => ({
            value,
            label: t(`programme:date.which.${value}`),
          }))}
        />
        <SaveOrBack view={view} back={urls.one(base, activity.id)} />
      </Form>
    </>,
  );
}
