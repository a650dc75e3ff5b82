import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Card,
  deskPage,
  Form,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { SupportFields, type Agents } from "./form.tsx";
import type { SupportLine } from "./queries.ts";
import { byHand } from "./rules.ts";
import { headOf, kindWords } from "./told.ts";

type Named = { id: string; name: string };

const trailTo = (view: View, { id, name }: Named) => [
  { words: view.t("registry:list.title"), path: urls.list },
  { words: name, path: urls.one(id) },
];

/** What the town hall did for one association, and a form to note what it has just done. */
export function supportPage(
  view: View,
  seen: {
    association: Named;
    lines: readonly SupportLine[];
    mayWrite: boolean;
    form: FormState;
    agents: Agents;
    today: string;
  },
): string {
  const { t, href } = view;
  const { association, lines, form } = seen;
  const title = t("supportdesk:title");
  const kept = lines.filter(({ removedAt }) => !removedAt);
  const removed = seen.mayWrite ? lines.filter(({ removedAt }) => removedAt) : [];
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={trailTo(view, association)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("supportdesk:lead")}</p>
      {seen.mayWrite && (
        <section class="flow push">
          <h2>{t("supportdesk:form.title")}</h2>
          <Form view={view} form={form} action={href(urls.support(association.id))}>
            <SupportFields view={view} form={form} agents={seen.agents} today={seen.today} />
            <Actions>
              <Button icon="done">{t("supportdesk:form.save")}</Button>
            </Actions>
          </Form>
        </section>
      )}
      <section class="flow push">
        <h2>{t("supportdesk:count", { count: kept.length })}</h2>
        {kept.length === 0 && <p class="soft">{t("supportdesk:none")}</p>}
        {kept.map((line) => (
          <OneSupport view={view} id={association.id} line={line} mayWrite={seen.mayWrite} />
        ))}
      </section>
      {removed.length > 0 && (
        <section class="flow push">
          <h2>{t("supportdesk:removed")}</h2>
          <ul class="plain">
            {removed.map((line) => (
              <li class="row">
                {headOf(view, line)}
                <ActionForm
                  view={view}
                  action={href(urls.supportBack(association.id, line.id))}
                  kind="quiet"
                  icon="undo"
                >
                  {t("supportdesk:restore")}
                  <span class="sr"> : {headOf(view, line)}</span>
                </ActionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function OneSupport(props: { view: View; id: string; line: SupportLine; mayWrite: boolean }) {
  const { view, id, line } = props;
  const { t, href } = view;
  return (
    <Card title={kindWords(t, line.kind)}>
      <p>
        {t(line.by ? "supportdesk:onBy" : "supportdesk:on", {
          day: longDay(view.lang, line.day),
          name: line.by ?? "",
        })}
      </p>
      {line.note && <p class="prose">{line.note}</p>}
      {line.source !== byHand && <p class="soft">{t("supportdesk:written")}</p>}
      {props.mayWrite && (
        <div class="row">
          {line.source === byHand && (
            <ButtonLink href={href(urls.oneSupport(id, line.id))} kind="quiet" icon="edit">
              {t("supportdesk:correct")}
              <span class="sr"> : {headOf(view, line)}</span>
            </ButtonLink>
          )}
          <ActionForm
            view={view}
            action={href(urls.supportRemoval(id, line.id))}
            kind="quiet"
            icon="remove"
          >
            {t("supportdesk:remove")}
            <span class="sr"> : {headOf(view, line)}</span>
          </ActionForm>
        </div>
      )}
    </Card>
  );
}

/** One support noted by hand, to correct. */
export function correctPage(
  view: View,
  seen: {
    association: Named;
    line: SupportLine;
    form: FormState;
    agents: Agents;
    today: string;
  },
): string {
  const { t, href } = view;
  const { association, line, form } = seen;
  const title = t("supportdesk:correctTitle");
  const above = { words: t("supportdesk:title"), path: urls.support(association.id) };
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={[...trailTo(view, association), above]} here={title} />
      <h1>{title}</h1>
      <Form view={view} form={form} action={href(urls.oneSupport(association.id, line.id))}>
        <SupportFields
          view={view}
          form={form}
          agents={seen.agents}
          today={seen.today}
          revision={line.revision}
        />
        <Actions>
          <Button icon="done">{t("supportdesk:form.saveCorrected")}</Button>
          <ButtonLink kind="quiet" href={href(urls.support(association.id))}>
            {t("settings:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
