import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Circle } from "../circles/circles.ts";
import { PatternFields, TimetableFields } from "../../scheduling/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { Dates } from "./circle-date-page.tsx";

type Place = Pick<ResourcePlace, "id" | "name">;

/** When a place is open. */
export function hoursPage(view: View, { place, form }: { place: Place; form: FormState }): string {
  const { t, href } = view;
  const title = t("resourcedesk:about.hours");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Trail view={view} place={place} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("resourcedesk:hoursLead")}</p>
      <Form view={view} form={form} action={href(urls.hours(place.id))}>
        <TimetableFields view={view} form={form} />
        <Save view={view} place={place} />
      </Form>
    </>,
  );
}

/** A circle: what about, when it meets, what those who came share. */
export function circlePage(
  view: View,
  seen: { place: Place; circle: Circle | undefined; form: FormState },
): string {
  const { t, href } = view;
  const { place, circle, form } = seen;
  const shared = { view, form };
  const title = circle
    ? t("resource-places:circle.title", { topic: circle.topic })
    : t("resourcedesk:circles.add");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Trail view={view} place={place} here={title} />
      <h1>{title}</h1>
      <Form
        view={view}
        form={form}
        action={href(circle ? urls.circle(place.id, circle.id) : urls.addCircle(place.id))}
      >
        <TextField
          {...shared}
          name="topic"
          label={t("resourcedesk:circles.topic")}
          hint={t("resourcedesk:circles.topicHint")}
          maxLength={160}
        />
        <TextArea
          {...shared}
          name="about"
          label={t("resourcedesk:circles.about")}
          rows={3}
          maxLength={1000}
          optional
        />
        <PatternFields view={view} form={form} />
        <TextArea
          {...shared}
          name="notes"
          label={t("resourcedesk:circles.notes")}
          hint={t("resourcedesk:circles.notesHint")}
          rows={8}
          maxLength={8000}
          optional
        />
        <Save view={view} place={place} />
      </Form>
      {circle && <Dates view={view} place={place} circle={circle} />}
      {circle && (
        <ActionForm
          view={view}
          action={href(urls.circleRemoval(place.id, circle.id))}
          kind="danger"
          icon="remove"
        >
          {t("resourcedesk:circles.remove")}
        </ActionForm>
      )}
    </>,
  );
}

const Trail = ({ view, place, here }: { view: View; place: Place; here: string }) => (
  <Breadcrumb
    view={view}
    trail={[
      { words: view.t("resourcedesk:title"), path: urls.desk },
      { words: place.name, path: urls.place(place.id) },
    ]}
    here={here}
  />
);

const Save = ({ view, place }: { view: View; place: Place }) => (
  <Actions>
    <Button icon="done">{view.t("resourcedesk:save")}</Button>
    <ButtonLink kind="quiet" href={view.href(urls.place(place.id))}>
      {view.t("resourcedesk:back")}
    </ButtonLink>
  </Actions>
);
