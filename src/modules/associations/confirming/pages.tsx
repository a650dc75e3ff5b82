import { colon } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  blankForm,
  page,
  RestScene,
  Tag,
  type View,
} from "../../../ui/index.ts";
import type { Section } from "../codes.ts";
import type { SectionState } from "../freshness/queries.ts";
import type { VenueLine } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import type { Holder } from "./holder.ts";
import { correctedBy } from "./rules.ts";
import { saidLines } from "./said-lines.ts";

export type ConfirmSeen = {
  holder: Holder;
  states: readonly SectionState[];
  venues: readonly VenueLine[];
  /** Where the change just saved is taken back. */
  undo: string | undefined;
};

/** What the listing says, section by section: one button when all is true, another way for what is not. */
export function confirmPage(view: View, seen: ConfirmSeen): string {
  const { t, href } = view;
  const { holder } = seen;
  const { record, slug } = holder.situation;
  const left = holder.asked.filter((section) => !holder.confirmed.includes(section));
  return page(
    view,
    { title: t("confirming:title", { name: record.name }), main: "text", hidden: true },
    <>
      {seen.undo && (
        <ActionForm view={view} action={href(seen.undo)} kind="secondary" icon="undo">
          {t("confirming:undo")}
        </ActionForm>
      )}
      <h1>{t("confirming:title", { name: record.name })}</h1>
      {left.length === 0 ? (
        <Alert view={view} kind="success" title={t("confirming:thanks")}>
          <p>{t("confirming:thanksWords")}</p>
        </Alert>
      ) : (
        <p class="lead">{t("confirming:lead")}</p>
      )}
      <Form view={view} form={blankForm} action={href(holder.base)}>
        {left.length > 1 && <All view={view} />}
        <h2>{t("confirming:says")}</h2>
        {holder.asked.map((section) => (
          <Asked view={view} seen={seen} section={section} open={left.includes(section)} />
        ))}
        {left.length > 2 && <All view={view} />}
      </Form>
      <p>
        <a href={href(urls.listing(slug))}>{t("confirming:see")}</a>
      </p>
      {holder.manage && (
        <Card title={t("claiming:byLink.title")}>
          <p>{t("claiming:byLink.words")}</p>
          <ActionForm view={view} action={href(holder.manage)} kind="secondary" icon="key">
            {t("claiming:byLink.do")}
          </ActionForm>
        </Card>
      )}
      {holder.act.how === "site" && (
        <p>
          <a href={href(urls.spaceDocuments(holder.situation.id))}>{t("documents:title")}</a>
        </p>
      )}
    </>,
  );
}

const All = ({ view }: { view: View }) => (
  <p>
    <Button name="section" value="all" icon="done">
      {view.t("confirming:all")}
    </Button>
  </p>
);

function Asked(props: { view: View; seen: ConfirmSeen; section: Section; open: boolean }) {
  const { view, seen, section, open } = props;
  const { t, href, lang } = view;
  const state = seen.states.find((one) => one.section === section);
  const title = t(`associations:section.${section}`);
  const form = section === "contact" ? "contact" : correctedBy[section];
  const { situation, contact: own } = seen.holder;
  const lines = saidLines(t, { situation, venues: seen.venues, own }, section);
  return (
    <Card title={title}>
      {lines.map((line) => (
        <p>
          <bdi>{line}</bdi>
        </p>
      ))}
      {lines.length === 0 && <p class="soft">{t("confirming:nothing")}</p>}
      <p>
        {!state?.on ? (
          <Tag icon="wait">{t("confirming:never")}</Tag>
        ) : state.level === "up_to_date" ? (
          <Tag tone="success">{t("confirming:on", { day: longDay(lang, state.on) })}</Tag>
        ) : (
          <Tag icon="wait">{t("confirming:on", { day: longDay(lang, state.on) })}</Tag>
        )}
      </p>
      <div class="actions">
        {open && (
          <Button kind="secondary" name="section" value={section}>
            {t("confirming:one")}
            <span class="sr">{`${colon(lang)}${title}`}</span>
          </Button>
        )}
        <ButtonLink
          kind="quiet"
          icon="edit"
          href={href(
            form !== "contact" || own
              ? `${seen.holder.base}/${form}`
              : urls.report(seen.holder.situation.slug),
          )}
        >
          {t("confirming:correct")}
          <span class="sr">{`${colon(lang)}${title}`}</span>
        </ButtonLink>
      </div>
    </Card>
  );
}

/** A link that serves no more: a way to another one, and someone to call. */
export function overPage(view: View, renewal: string | undefined): string {
  const { t, href } = view;
  return page(
    view,
    { title: t("confirming:over.title"), main: "text", hidden: true },
    <>
      <h1>{t("confirming:over.title")}</h1>
      <EmptyState scene={<RestScene />} title={t("confirming:over.why")}>
        <p>{t("confirming:over.words")}</p>
        {renewal && (
          <ActionForm view={view} action={href(renewal)} icon="mail">
            {t("confirming:over.renew")}
          </ActionForm>
        )}
        <p>
          <a href={href("/contact")}>{t("confirming:over.contact")}</a>
        </p>
      </EmptyState>
    </>,
  );
}

/** Said after a new link was asked for, whether or not one could be sent. */
export const sentPage = (view: View): string =>
  page(
    view,
    { title: view.t("confirming:sent.title"), main: "text", hidden: true },
    <>
      <h1>{view.t("confirming:sent.title")}</h1>
      <p class="lead">{view.t("confirming:sent.words")}</p>
    </>,
  );
