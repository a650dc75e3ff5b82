import type { ComponentChildren } from "preact";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  deskPage,
  Facts,
  Form,
  RadioGroup,
  Refused,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { toolName, type Tool } from "./list.ts";
import type { Need } from "./queries.ts";
import { answers, longestWords } from "./rules.ts";

export const needName = (view: View, tools: readonly Tool[], code: string): string =>
  toolName(view.t, tools.find((tool) => tool.code === code) ?? { code, name: null });

export const teller = ({ t }: View, { byKind, by }: Need): string =>
  t(`toolsdesk:by.${byKind}`, { name: by ?? t("toolsdesk:somebody") });

/** One need of one association: what, since when, who said it, and how it is answered. */
export function needPage(
  view: View,
  seen: {
    need: Need;
    /** What answered it, when a room did. */
    answeredBy?: ComponentChildren;
    tools: readonly Tool[];
    form: FormState;
    mayAnswer: boolean;
    refused?: string | undefined;
  },
): string {
  const { t, href, lang } = view;
  const { need, form } = seen;
  const what = needName(view, seen.tools, need.tool);
  const title = t("toolsdesk:one.title", { tool: what });
  const lent = seen.tools.find(({ code }) => code === need.tool)?.category;
  return deskPage(
    view,
    { title, section: urls.needs, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("toolsdesk:list.title"), path: urls.needs },
          { words: need.association, path: urls.one(need.associationId) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      <Facts
        view={view}
        facts={[
          {
            term: t("toolsdesk:column.association"),
            value: <a href={href(urls.one(need.associationId))}>{need.association}</a>,
          },
          { term: t("toolsdesk:column.since"), value: longDay(lang, dayOf(need.at)) },
          { term: t("toolsdesk:column.by"), value: teller(view, need) },
          {
            term: t("toolsdesk:column.lent"),
            value: lent && t(`equipment:category.${lent}` as "equipment:category.computer"),
          },
          ...(need.closedAt
            ? [
                {
                  term: t("toolsdesk:column.answer"),
                  value: `${t(`tools:closed.${need.closedHow ?? "other"}`)}, ${longDay(lang, dayOf(need.closedAt))}${need.closedBy ? `, ${need.closedBy}` : ""}`,
                },
                { term: t("toolsdesk:column.words"), value: need.words },
                { term: t("toolsdesk:column.answeredBy"), value: seen.answeredBy },
              ]
            : []),
        ]}
      />
      <p class="row">
        <a href={href(urls.tools(need.associationId))}>{t("toolsdesk:one.tools")}</a>
        <a href={href(`${urls.one(need.associationId)}#contacts`)}>{t("toolsdesk:one.contacts")}</a>
      </p>
      {seen.mayAnswer && !need.closedAt && (
        <section class="flow push">
          <h2>{t("toolsdesk:answer.title")}</h2>
          <Form view={view} form={form} action={href(urls.need(need.associationId, need.id))}>
            <RadioGroup
              view={view}
              form={form}
              name="how"
              label={t("toolsdesk:answer.how")}
              options={answers.map((value) => ({
                value,
                label: t(`toolsdesk:answer.${value}`),
                hint: t(`toolsdesk:answer.${value}Hint`),
              }))}
            />
            <TextArea
              view={view}
              form={form}
              name="words"
              label={t("toolsdesk:answer.words")}
              hint={t("toolsdesk:answer.wordsHint")}
              rows={3}
              maxLength={longestWords}
              optional
            />
            <Actions>
              <Button icon="done">{t("toolsdesk:answer.do")}</Button>
            </Actions>
          </Form>
        </section>
      )}
      {seen.mayAnswer && need.closedAt && (
        <ActionForm
          view={view}
          action={href(urls.needReopening(need.associationId, need.id))}
          kind="quiet"
          icon="undo"
        >
          {t("toolsdesk:reopen")}
        </ActionForm>
      )}
    </>,
  );
}
