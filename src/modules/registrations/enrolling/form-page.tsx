import { colon } from "../../../platform/i18n/index.ts";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  Form,
  French,
  page,
  Refused,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { activityUrls } from "../../activities/index.ts";
import { urls } from "../urls.ts";
import { AnswerFields, ContactFields, PeopleFields, WaitField } from "./fields.tsx";
import { stateWords, type Shown } from "./part.tsx";

export type FormSeen = { shown: Shown; form: FormState; refused?: string | undefined };

/** A page of registrations under its activity. */
export const trailOf = ({ t }: View, { activity }: Pick<Shown, "activity">) => [
  { words: t("activities:find.title"), path: activityUrls.search },
  { words: activity.fields.title, path: activityUrls.activity(activity.slug) },
];

/** Registering: who, how to reach them, what the association needs; nothing else. */
export function formPage(view: View, { shown, form, refused }: FormSeen): string {
  const { t, href } = view;
  const { opening, activity, counts, when } = shown;
  const full = counts.left === 0;
  const title = t(full ? "registrations:form.titleWait" : "registrations:form.title");
  const association = activity.association.name;
  return page(
    view,
    {
      title: `${title}${colon(view.lang)}${activity.fields.title}`,
      main: "text",
      hidden: true,
      section: activityUrls.search,
      wrong: Object.keys(form.errors).length > 0 || refused !== undefined,
    },
    <>
      <Breadcrumb view={view} trail={trailOf(view, shown)} here={title} />
      <h1>{title}</h1>
      <p class="lead">
        <French view={view}>
          {activity.fields.title}, {association}
        </French>
      </p>
      <ul>
        {when.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <Refused view={view} sentence={refused} />
      <Alert view={view} kind={full ? "warning" : "info"} title={stateWords(view, shown)}>
        {full && <p>{t("registrations:form.fullWords")}</p>}
      </Alert>
      <Form view={view} form={form} action={href(urls.enrol(activity.slug, opening.id))}>
        <PeopleFields view={view} form={form} lines={opening.most} asked={opening.asked} />
        <ContactFields view={view} form={form} />
        <AnswerFields view={view} form={form} asked={opening.asked} question={opening.question} />
        {counts.mayWait &&
          counts.capacity !== null &&
          (full ? (
            <input type="hidden" name="wait" value="on" />
          ) : (
            <WaitField view={view} form={form} />
          ))}
        <Decoy view={view} />
        <Actions>
          <Button icon="done" waiting={t("ui:form.sending")}>
            {t(full ? "registrations:form.doWait" : "registrations:form.do")}
          </Button>
        </Actions>
      </Form>
      <p class="soft">{t("registrations:form.privacy", { name: association })}</p>
    </>,
  );
}

/** A box that only machines fill in. */
const Decoy = ({ view }: { view: View }) => (
  <div class="decoy" aria-hidden="true">
    <label for="site-internet">{view.t("directory:write.decoy")}</label>
    <input id="site-internet" name="site-internet" type="text" tabIndex={-1} autocomplete="off" />
  </div>
);
