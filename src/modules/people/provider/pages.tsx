import { Actions, Button, ButtonLink, HiddenField, page, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";

type Named = { provider: string; address: string };

/** On the way to the provider: the browser leaves by itself, the link is there if it does not. */
export function leavingPage(view: View, { provider, address }: Named): string {
  const title = view.t("people:provider.leaving.title", { provider });
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p>{view.t("people:provider.leaving.words", { provider })}</p>
      <Actions>
        <ButtonLink icon="next" href={address}>
          {view.t("people:provider.leaving.do", { provider })}
        </ButtonLink>
      </Actions>
    </>,
  );
}

/** Back from the provider. Opening a page changes nothing here: a button finishes, and a script presses it. */
export function returningPage(view: View, returned: string): string {
  const { t } = view;
  const title = t("people:provider.returning.title");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p>{t("people:provider.returning.words", { site: view.commune.siteName })}</p>
      <form method="post" action={urls.providerReturn} data-at-once>
        <input type="hidden" name="_key" value={view.formKey} />
        <HiddenField name="retour" value={returned} />
        <Button icon="key">{t("people:link.do")}</Button>
      </form>
      <p class="soft">{t("people:link.shared")}</p>
      <script type="module" src={view.asset("at-once.js")}></script>
    </>,
  );
}

/** Signed out of here; the provider's own session is another door, closed on its side. */
export function leftPage(view: View, { provider, address }: Named): string {
  const { t } = view;
  const title = t("people:notice.signed_out");
  return page(
    view,
    { title, main: "text", hidden: true },
    <>
      <h1>{title}</h1>
      <p>{t("people:provider.left.words", { provider })}</p>
      <Actions>
        <ButtonLink icon="leave" href={address}>
          {t("people:provider.left.do", { provider })}
        </ButtonLink>
        <ButtonLink kind="quiet" href={view.href("/")}>
          {t("people:provider.left.stay")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
