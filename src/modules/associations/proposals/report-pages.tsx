import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  DoneScene,
  EmptyState,
  Form,
  page,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { topics } from "./rules.ts";
import { Trap } from "./trap.tsx";

type Listing = { slug: string; name: string };

/** What is not right on a listing, and what it should say. */
export function reportPage(view: View, listing: Listing, form: FormState): string {
  const { t } = view;
  const title = t("proposals:report.title");
  return page(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: "/annuaire",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("ui:layout.nav.directory"), path: "/annuaire" },
          { words: listing.name, path: urls.listing(listing.slug) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("proposals:report.about", { name: listing.name })}</p>
      <Form view={view} form={form} action={view.href(urls.report(listing.slug))}>
        <RadioGroup
          view={view}
          form={form}
          name="topic"
          label={t("proposals:report.topic")}
          options={topics.map((value) => ({ value, label: t(`proposals:topic.${value}`) }))}
        />
        <TextArea
          view={view}
          form={form}
          name="body"
          label={t("proposals:report.body")}
          hint={t("proposals:report.bodyHint")}
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
