import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { hoursWords, type Occurrence } from "../../scheduling/index.ts";
import type { Circle } from "../circles/circles.ts";
import { movedWords } from "../reading/circle-part.tsx";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { trail } from "./terms-page.tsx";

type Place = Pick<ResourcePlace, "id" | "name">;

/** The dates to come: one is moved or cancelled, and put back, by itself. */
export function Dates({ view, place, circle }: { view: View; place: Place; circle: Circle }) {
  const { t } = view;
  return (
    <section class="flow" aria-labelledby="dates">
      <h2 id="dates">{t("resource-places:circle.next")}</h2>
      {circle.next.length === 0 && <p>{t("resource-places:circle.none")}</p>}
      <ul class="plain flow">
        {circle.next.map((one) => (
          <li class="row">
            <DateLine view={view} place={place} circle={circle} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DateLine(props: { view: View; place: Place; circle: Circle; one: Occurrence }) {
  const { view, place, circle, one } = props;
  const { t, href, lang } = view;
  const planned = one.state === "planned";
  const day = longDay(lang, one.day, true);
  return (
    <>
      <span>
        {day}, {hoursWords(t, lang, one)}
        {one.state === "cancelled" && <strong> ({t("resource-places:circle.cancelled")})</strong>}
        {one.state === "moved" && <strong> ({movedWords(view, one)})</strong>}
      </span>
      {one.state !== "cancelled" && (
        <a href={href(urls.circleMove(place.id, circle.id, one.id))}>
          {t("resourcedesk:circles.move")}
          <span class="sr"> : {day}</span>
        </a>
      )}
      <ActionForm
        view={view}
        action={href(urls.circleDate(place.id, circle.id, one.id))}
        fields={{ act: planned ? "cancel" : "restore" }}
        kind="quiet"
        icon={planned ? "close" : "undo"}
      >
        {t(planned ? "resourcedesk:circles.cancel" : "resourcedesk:circles.restore")}
        <span class="sr"> : {day}</span>
      </ActionForm>
    </>
  );
}

/** Another day or hour for one date of a circle. */
export function movePage(
  view: View,
  seen: { place: Place; circle: Circle; date: Occurrence; form: FormState },
): string {
  const { t, href, lang } = view;
  const { place, circle, date, form } = seen;
  const shared = { view, form };
  const title = t("resourcedesk:circles.move");
  const back = urls.circle(place.id, circle.id);
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[...trail(view, place), { words: circle.topic, path: back }]}
        here={title}
      />
      <h1>{title}</h1>
      <p>
        {circle.topic}, {longDay(lang, date.day, true)}, {hoursWords(t, lang, date)}
      </p>
      <Form view={view} form={form} action={href(urls.circleMove(place.id, circle.id, date.id))}>
        <TextField {...shared} name="day" type="date" label={t("resourcedesk:circles.newDay")} />
        {(["from", "to"] as const).map((name) => (
          <TextField
            {...shared}
            name={name}
            type="time"
            label={t(`scheduling:form.${name}`)}
            hint={t("scheduling:form.hourHint")}
          />
        ))}
        <TextField
          {...shared}
          name="notice"
          label={t("resourcedesk:circles.notice")}
          hint={t("resourcedesk:circles.noticeHint")}
          optional
          maxLength={300}
        />
        <Actions>
          <Button icon="done">{t("resourcedesk:circles.moveDo")}</Button>
          <ButtonLink kind="quiet" href={href(back)}>
            {t("resourcedesk:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
