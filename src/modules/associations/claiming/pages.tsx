import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  DoneScene,
  EmptyState,
  Form,
  page,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { Trap } from "../proposals/trap.tsx";
import { urls } from "../urls.ts";

export type Listed = { id: string; slug: string; name: string };

const faulty = (form: FormState) => Object.keys(form.errors).length > 0;

export const ClaimTrail = ({
  view,
  listing,
  here,
}: {
  view: View;
  listing: Listed;
  here: string;
}) => (
  <Breadcrumb
    view={view}
    trail={[
      { words: view.t("ui:layout.nav.directory"), path: "/annuaire" },
      { words: listing.name, path: urls.listing(listing.slug) },
    ]}
    here={here}
  />
);

/** "C'est mon association": one address to type; below, the two other ways. */
export function claimPage(view: View, listing: Listed, form: FormState): string {
  const { t, href } = view;
  const title = t("claiming:title");
  return page(
    view,
    { title, main: "text", hidden: true, section: "/annuaire", wrong: faulty(form) },
    <>
      <ClaimTrail view={view} listing={listing} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("claiming:lead", { name: listing.name })}</p>
      <Form view={view} form={form} action={href(urls.claim(listing.slug))}>
        <EmailField view={view} form={form} hint={t("claiming:emailHint")} />
        <Trap view={view} />
        <Actions>
          <Button icon="mail" waiting={t("ui:form.sending")}>
            {t("claiming:send")}
          </Button>
        </Actions>
      </Form>
      <h2>{t("claiming:other")}</h2>
      <ul>
        <li>
          <a href={href(urls.claimCode)}>{t("claiming:haveCode")}</a>
        </li>
        <li>
          <a href={href(urls.claimRequest(listing.slug))}>{t("claiming:noAddress")}</a>
        </li>
      </ul>
    </>,
  );
}

export const EmailField = (props: { view: View; form: FormState; hint?: string }) => (
  <TextField
    view={props.view}
    form={props.form}
    name="email"
    type="email"
    label={props.view.t("claiming:email")}
    hint={props.hint}
    autocomplete="email"
    maxLength={254}
  />
);

/** What happens next, the same whether the address is known or not. */
export function sentPage(view: View, listing: Listed | undefined): string {
  const { t, href } = view;
  const title = t("claiming:sent.title");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <EmptyState scene={<DoneScene />} title={t("claiming:sent.now")}>
        <p>{t(listing ? "claiming:sent.words" : "claiming:sent.code")}</p>
        <p>{t("claiming:sent.junk")}</p>
        {listing && (
          <p>
            <a href={href(urls.claimRequest(listing.slug))}>{t("claiming:sent.nothing")}</a>
          </p>
        )}
        <p>
          <a href={href("/contact")}>{t("claiming:call")}</a>
        </p>
      </EmptyState>
    </>,
  );
}

/** The code of a letter, and an address. `guarded`: many wrong codes arrive, so that the name of the association is asked for as well. */
export function codePage(view: View, form: FormState, guarded: boolean): string {
  const { t, href } = view;
  const title = t("claiming:code.title");
  return page(
    view,
    { title, main: "text", hidden: true, wrong: faulty(form) },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("claiming:code.lead")}</p>
      <Form view={view} form={form} action={href(urls.claimCode)}>
        <TextField
          view={view}
          form={form}
          name="code"
          label={t("claiming:code.code")}
          hint={t("claiming:code.hint")}
          autocomplete="off"
          maxLength={40}
        />
        {guarded && (
          <TextField
            view={view}
            form={form}
            name="association"
            label={t("claiming:code.association")}
            hint={t("claiming:code.associationHint")}
            autocomplete="off"
            maxLength={250}
          />
        )}
        <EmailField view={view} form={form} hint={t("claiming:code.emailHint")} />
        <Actions>
          <Button icon="mail" waiting={t("ui:form.sending")}>
            {t("claiming:send")}
          </Button>
        </Actions>
      </Form>
      <p>
        <a href={href("/contact")}>{t("claiming:call")}</a>
      </p>
    </>,
  );
}

/** What happens after a request to the town hall. */
export function requestedPage(view: View, listing: Listed): string {
  const { t, href } = view;
  const title = t("claiming:request.thanks");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <EmptyState scene={<DoneScene />} title={listing.name}>
        <p>{t("claiming:request.after")}</p>
        <ButtonLink href={href(urls.listing(listing.slug))}>
          {t("claiming:request.back")}
        </ButtonLink>
      </EmptyState>
    </>,
  );
}
