import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  Form,
  page,
  Table,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { StateTag } from "../desk/list-page.tsx";
import { NewsFields } from "../desk/texts-page.tsx";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

export type ProposingSeen = {
  association: { id: string; name: string };
  items: readonly NewsItem[];
  /** Whether they may propose one. */
  writes: boolean;
  form: FormState;
};

/** An association tells what it undertook; the town hall reads it and publishes it. */
export function proposingPage(view: View, seen: ProposingSeen): string {
  const { t, href, lang } = view;
  const { association, items, form } = seen;
  const title = t("newsdesk:propose.title");
  return page(
    view,
    {
      title,
      section: "/espace",
      hidden: true,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("people:space.title"), path: "/espace" },
          { words: association.name, path: `/espace/fiches/${association.id}` },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("newsdesk:propose.lead")}</p>
      {items.length > 0 && (
        <Table
          view={view}
          caption={t("newsdesk:propose.yours")}
          rows={items}
          empty=""
          columns={[
            {
              label: t("newsdesk:column.title"),
              heading: true,
              cell: (item) =>
                item.state === "published" ? (
                  <a href={href(urls.item(item.slug))}>{item.title}</a>
                ) : (
                  item.title
                ),
            },
            {
              label: t("newsdesk:column.state"),
              cell: (item) => <StateTag view={view} state={item.state} />,
            },
            {
              label: t("newsdesk:propose.answer"),
              ifAny: true,
              cell: ({ state, answer }) => (state === "declined" ? answer : ""),
            },
            {
              label: t("newsdesk:column.changed"),
              cell: ({ changedAt }) => longDay(lang, dayOf(changedAt)),
            },
          ]}
        />
      )}
      {seen.writes ? (
        <Form view={view} form={form} action={href(urls.space(association.id))}>
          <NewsFields view={view} form={form} kind="initiative" proposing />
          <p class="soft">{t("newsdesk:propose.next")}</p>
          <Button icon="send">{t("newsdesk:propose.do")}</Button>
        </Form>
      ) : (
        <p class="soft">{t("newsdesk:propose.reader")}</p>
      )}
    </>,
  );
}
