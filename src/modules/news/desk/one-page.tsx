import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  Refused,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { NewsItem } from "../record/queries.ts";
import { Story } from "../reading/page.tsx";
import { mayBe, missingIn } from "../record/rules.ts";
import { urls } from "../urls.ts";
import { AboutPart, type Known } from "./about-part.tsx";
import { StateTag } from "./list-page.tsx";

export type OneSeen = {
  item: NewsItem;
  /** The association that proposed it, by name. */
  proposedBy: string | undefined;
  /** Associations that answer the name typed; absent while nothing was typed. */
  sought: { text: string; found: readonly Known[] } | undefined;
  refusing: FormState;
  refused?: string | undefined;
};

/** One item, as residents will read it, and what may be done of it. */
export function onePage(view: View, seen: OneSeen): string {
  const { t, href } = view;
  const { item } = seen;
  const missing = missingIn(item.kind, item);
  return deskPage(
    view,
    {
      title: item.title,
      section: urls.desk,
      wrong: seen.refused !== undefined || Object.keys(seen.refusing.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("newsdesk:title"), path: urls.desk }]}
        here={item.title}
      />
      <h1>{item.title}</h1>
      <Refused view={view} sentence={seen.refused} />
      <p class="row">
        <StateTag view={view} state={item.state} />
        <span class="soft">
          {t(`news:kind.${item.kind}.one`)}
          {seen.proposedBy && `, ${t("newsdesk:proposedBy", { name: seen.proposedBy })}`}
        </span>
      </p>
      {item.state === "declined" && item.answer && (
        <p>{t("newsdesk:declinedWith", { answer: item.answer })}</p>
      )}
      {missing.length > 0 && item.state !== "declined" && (
        <Alert view={view} kind="info" title={t("newsdesk:missing.title")}>
          <ul>
            {missing.map((one) => (
              <li>{t(`newsdesk:missing.${one}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Actions>
        {mayBe.published(item.state) && missing.length === 0 && (
          <ActionForm view={view} action={href(urls.publication(item.id))} icon="done">
            {t(item.publishedAt ? "newsdesk:publishAgain" : "newsdesk:publish")}
          </ActionForm>
        )}
        {item.state === "published" && (
          <ButtonLink href={href(urls.item(item.slug))} icon="eye">
            {t("newsdesk:see")}
          </ButtonLink>
        )}
        <ButtonLink href={href(urls.texts(item.id))} kind="secondary" icon="edit">
          {t("newsdesk:texts")}
        </ButtonLink>
        <ButtonLink href={href(urls.photo(item.id))} kind="secondary" icon="picture">
          {t(item.photo ? "newsdesk:photo" : "newsdesk:photoAdd")}
        </ButtonLink>
        {item.previous && (
          <ActionForm view={view} action={href(urls.before(item.id))} kind="quiet" icon="undo">
            {t("newsdesk:before")}
          </ActionForm>
        )}
        {mayBe.withdrawn(item.state) && (
          <ActionForm view={view} action={href(urls.withdrawal(item.id))} kind="quiet" icon="close">
            {t("newsdesk:withdraw")}
          </ActionForm>
        )}
        {mayBe.removed(item.state) && (
          <ActionForm view={view} action={href(urls.removal(item.id))} kind="quiet" icon="remove">
            {t("newsdesk:remove")}
          </ActionForm>
        )}
      </Actions>
      {mayBe.refused(item.state) && <Refusing view={view} seen={seen} />}
      <section class="flow" aria-labelledby="lu">
        <h2 id="lu">{t("newsdesk:preview")}</h2>
        <div class="card">
          <Story view={view} item={item} />
        </div>
      </section>
      <AboutPart view={view} item={item} sought={seen.sought} />
    </>,
  );
}

/** An association proposed it: it is told why it is not published. */
const Refusing = ({ view, seen }: { view: View; seen: OneSeen }) => (
  <details open={"answer" in seen.refusing.errors}>
    <summary>{view.t("newsdesk:refuse.title")}</summary>
    <Form view={view} form={seen.refusing} action={view.href(urls.refusal(seen.item.id))}>
      <TextArea
        view={view}
        form={seen.refusing}
        name="answer"
        label={view.t("newsdesk:refuse.answer")}
        hint={view.t("newsdesk:refuse.hint")}
        rows={3}
        maxLength={600}
      />
      <Button kind="danger">{view.t("newsdesk:refuse.do")}</Button>
    </Form>
  </details>
);
