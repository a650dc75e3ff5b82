import {
  ActionForm,
  Actions,
  Alert,
  blankForm,
  Breadcrumb,
  Button,
  ButtonLink,
  Form,
  HiddenField,
  page,
  Refused,
  type View,
} from "../../../ui/index.ts";
import { HeldList } from "../erasing/pages.tsx";
import type { EraseRefusal } from "../erasing/erase.ts";
import type { Held } from "../personal-data.ts";
import { urls } from "../urls.ts";
import { mineTrail } from "./pages.tsx";

export type EraseSeen = {
  email: string;
  /** Addresses that erase, and that turn back. */
  act: string;
  back: string;
  /** What would go; undefined before it was looked at. */
  held: readonly Held[] | undefined;
  account: boolean;
  /** Associations nobody else is responsible for. */
  alone: readonly string[];
  refused: EraseRefusal | undefined;
};

/** Before somebody erases themselves: what goes, what stays and why, and what they leave without anybody. */
export function erasePage(view: View, seen: EraseSeen): string {
  const { t, href } = view;
  const title = t("mine:erase.title");
  return page(
    view,
    {
      title,
      section: urls.space,
      main: "text",
      hidden: true,
      wrong: seen.refused !== undefined,
    },
    <>
      {seen.account && <Breadcrumb view={view} trail={mineTrail(view)} here={title} />}
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused && t(`mine:erase.${seen.refused}`)} />
      <p class="lead">{seen.email}</p>
      {seen.alone.length > 0 && (
        <Alert
          view={view}
          kind="warning"
          title={t("mine:erase.alone", { names: seen.alone.join(", ") })}
        >
          <p>{t("mine:erase.aloneWords")}</p>
        </Alert>
      )}
      {seen.held && (
        <>
          <h2>{t("mine:erase.goes")}</h2>
          <HeldList view={view} held={seen.held} />
        </>
      )}
      <h2>{t("mine:erase.stays")}</h2>
      <ul>
        <li>{t("mine:erase.staysActs")}</li>
        <li>{t("mine:erase.staysNames")}</li>
        <li>{t("mine:erase.staysRefusal")}</li>
        <li>{t("mine:erase.staysPublic")}</li>
      </ul>
      {seen.held ? (
        <>
          <Alert view={view} kind="warning" title={t("mine:erase.for_good")}>
            {seen.account && <p>{t("mine:erase.account")}</p>}
          </Alert>
          <Form view={view} form={blankForm} action={href(seen.act)}>
            <HiddenField name="email" value={seen.email} />
            <Actions>
              <Button kind="danger" icon="remove">
                {t("mine:erase.do")}
              </Button>
              <Keep view={view} back={seen.back} />
            </Actions>
          </Form>
        </>
      ) : (
        <Actions>
          {!seen.refused && (
            <ActionForm view={view} kind="secondary" action={href(seen.act)}>
              {t("mine:erase.look")}
            </ActionForm>
          )}
          <Keep view={view} back={seen.back} />
        </Actions>
      )}
    </>,
  );
}

const Keep = ({ view, back }: { view: View; back: string }) => (
  <ButtonLink kind="quiet" href={view.href(back)}>
    {view.t("mine:erase.keep")}
  </ButtonLink>
);
