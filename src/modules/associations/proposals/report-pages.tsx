import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  DoneScene,
  EmptyState,
  Form,
  HiddenField,
  page,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { correctedIn, topics, type Correctable, type Topic } from "./rules.ts";
import { Trap } from "./trap.tsx";

type Listing = { slug: string; name: string };

/** What is not right on a listing: one tap. */
export function topicPage(view: View, listing: Listing, problem?: string): string {
  const { t, href } = view;
  return framed(
    view,
    listing,
    Boolean(problem),
    <>
      {problem && (
        <div role="alert">
          <Alert view={view} kind="error">
            <p>{problem}</p>
          </Alert>
        </div>
      )}
      <h2>{t("proposals:report.topic")}</h2>
      <ul class="plain flow">
        {topics.map((topic) => (
          <li>
            <ButtonLink kind="secondary" href={href(urls.reportOn(listing.slug, topic))}>
              {t(`proposals:topic.${topic}`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>,
  );
}

/** What it should say: the very fields of the page where there are some, and words. */
export function reportPage(
  view: View,
  { listing, topic, form }: { listing: Listing; topic: Topic; form: FormState },
): string {
  const { t, href } = view;
  const fields = correctedIn[topic];
  return framed(
    view,
    listing,
    Object.keys(form.errors).length > 0,
    <>
      <p>
        <strong>{t(`proposals:topic.${topic}`)}</strong>{" "}
        <a href={href(urls.report(listing.slug))}>{t("proposals:report.otherTopic")}</a>
      </p>
      {fields.length > 0 && <p>{t("proposals:report.correct")}</p>}
      <Form view={view} form={form} action={href(urls.report(listing.slug))}>
        <HiddenField name="topic" value={topic} />
        {fields.map((field) => (
          <CorrectedField view={view} form={form} field={field} />
        ))}
        <TextArea
          view={view}
          form={form}
          name="body"
          label={t(fields.length ? "proposals:report.note" : "proposals:report.body")}
          hint={t(fields.length ? "proposals:report.noteHint" : "proposals:report.bodyHint")}
          rows={fields.length ? 3 : 5}
          optional={fields.length ? true : undefined}
        />
        <TextField
          view={view}
          form={form}
          name="senderEmail"
          type="email"
          label={t("proposals:report.senderEmail")}
          hint={t("proposals:report.senderEmailHint")}
          autocomplete="email"
          optional
        />
        <Trap view={view} />
        <Actions>
          <Button waiting={t("ui:form.sending")} icon="send">
            {t("proposals:report.send")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}

const lines: ReadonlySet<Correctable> = new Set(["website", "email", "phone"]);

function CorrectedField(props: { view: View; form: FormState; field: Correctable }) {
  const { view, form, field } = props;
  const named = {
    view,
    form,
    name: field,
    label: view.t(`proposals:field.${field}`),
    optional: "silent",
  } as const;
  if (!lines.has(field)) return <TextArea {...named} rows={field === "aims" ? 6 : 3} />;
  return (
    <TextField {...named} type={field === "phone" ? "tel" : field === "email" ? "email" : "text"} />
  );
}

const framed = (
  view: View,
  listing: Listing,
  wrong: boolean,
  body: preact.ComponentChildren,
): string => {
  const title = view.t("proposals:report.title");
  return page(
    view,
    { title, main: "text", hidden: true, section: "/annuaire", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: view.t("ui:layout.nav.directory"), path: "/annuaire" },
          { words: listing.name, path: urls.listing(listing.slug) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{view.t("proposals:report.about", { name: listing.name })}</p>
      {body}
    </>,
  );
};

/** What happens next. */
export function reportedPage(view: View, listing: Listing): string {
  const { t } = view;
  return page(
    view,
    { title: t("proposals:report.thanks"), main: "text", hidden: true, section: "/annuaire" },
    <>
      <h1>{t("proposals:report.thanks")}</h1>
      <EmptyState scene={<DoneScene />} title={listing.name}>
        <p>{t("proposals:report.after")}</p>
        <p>{t("proposals:propose.thanksMail")}</p>
        <ButtonLink href={view.href(urls.listing(listing.slug))}>
          {t("proposals:report.back")}
        </ButtonLink>
      </EmptyState>
    </>,
  );
}
