import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  page,
  RestScene,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { HeldThings, Others } from "./pages.tsx";
import { proofMinutes } from "./proofs.ts";
import type { Told } from "./told.ts";

/** Where somebody without an account asks for what is held with their address. */
export function requestPage(view: View, form: FormState): string {
  const { t, href } = view;
  const title = t("mine:request.title");
  return page(
    view,
    { title, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("mine:request.lead")}</p>
      <Form view={view} form={form} action={href(urls.dataRequest)}>
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          maxLength={254}
          autocomplete="email"
          label={t("mine:request.email")}
        />
        <Actions>
          <Button icon="mail" waiting={t("mine:request.waiting")}>
            {t("mine:request.do")}
          </Button>
        </Actions>
      </Form>
      <p>
        <a href={href(`${urls.signIn}?suite=${encodeURIComponent(urls.mine)}`)}>
          {t("mine:request.account")}
        </a>
      </p>
    </>,
  );
}

/** The same for every address, known or not. */
export const askedPage = (view: View): string =>
  page(
    view,
    { title: view.t("mine:request.asked"), main: "text", hidden: true },
    <>
      <h1>{view.t("mine:request.asked")}</h1>
      <p class="lead">{view.t("mine:request.askedWords", { count: proofMinutes })}</p>
    </>,
  );

/** What a link shows first: one button. Mail scanners open every link. */
export function openPage(
  view: View,
  words: { title: string; words: string; button: string },
  act: string,
): string {
  return page(
    view,
    { title: words.title, main: "text", hidden: true },
    <>
      <h1>{words.title}</h1>
      <p>{words.words}</p>
      <ActionForm view={view} icon="key" action={view.href(act)}>
        {words.button}
      </ActionForm>
    </>,
  );
}

/** A link used, too old or unknown: the way to another. */
export function overPage(view: View, again: string): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("mine:link.overTitle"), main: "text", hidden: true },
    <>
      <h1>{t("mine:link.overTitle")}</h1>
      <EmptyState scene={<RestScene />} title={t("mine:link.overWhy")}>
        <p>{t("mine:link.overWords", { count: proofMinutes })}</p>
        <Actions>
          <ButtonLink icon="mail" href={href(again)}>
            {t("mine:link.again")}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </>,
  );
}

/** What is held with an address, for whoever reads its mail. */
export function heldPage(
  view: View,
  { email, token, told }: { email: string; token: string; told: readonly Told[] },
): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("mine:titleLink"), hidden: true },
    <>
      <h1>{t("mine:titleLink")}</h1>
      <p class="lead">{t("mine:leadLink", { email })}</p>
      {told.length > 0 && (
        <Actions>
          <ActionForm
            view={view}
            kind="secondary"
            icon="download"
            action={href(urls.dataFile(token))}
          >
            {t("mine:csv")}
          </ActionForm>
          <ActionForm
            view={view}
            kind="secondary"
            icon="remove"
            action={href(urls.dataErasing(token))}
          >
            {t("mine:erase.to")}
          </ActionForm>
        </Actions>
      )}
      <HeldThings view={view} told={told} />
      <Others view={view} />
    </>,
  );
}
