import { momentWords } from "../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  deskPage,
  Form,
  HiddenField,
  Tag,
  TextArea,
  type FormState,
  type View,
} from "../../ui/index.ts";
import type { Printable } from "./printable.ts";
import type { Version } from "./queries.ts";
import { longestSource } from "./rules.ts";
import { urls } from "./urls.ts";

export type OneSeen = {
  printable: Printable;
  versions: readonly Version[];
  /** The version whose text is in the box; nothing while what was typed is. */
  shown: Version | undefined;
  sample: unknown;
  form: FormState;
};

/** A template: its text, a trial, its earlier versions, and the one that comes with the site. */
export function onePage(view: View, seen: OneSeen): string {
  const { t, href } = view;
  const { printable, versions, shown, form } = seen;
  const { kind } = printable;
  const title = printable.title(t);
  const last = versions[0];
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.list, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("templates:title"), path: urls.list }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="row">
        {last?.source ? (
          <Tag tone="info">{t("templates:list.own")}</Tag>
        ) : (
          <Tag>{t("templates:list.shipped")}</Tag>
        )}
        <span class="soft">{printable.purpose(t)}</span>
      </p>
      {shown && last && shown.version !== last.version && (
        <p>{t("templates:one.earlier", { version: shown.version })}</p>
      )}
      <Form {...of} action={href(urls.one(kind))} keep>
        <HiddenField name="kind" value={kind} />
        <HiddenField name="_revision" value={String(last?.version ?? 0)} />
        <TextArea
          {...of}
          name="source"
          label={t("templates:one.source")}
          hint={t("templates:one.sourceHint")}
          rows={28}
          maxLength={longestSource}
          code
        />
        <Actions>
          <Button icon="done">{t("templates:one.save")}</Button>
          <Button kind="secondary" icon="print" action={href(urls.trial(kind))} again>
            {t("templates:one.try")}
          </Button>
        </Actions>
      </Form>
      <details>
        <summary>{t("templates:one.values")}</summary>
        <p>{t("templates:one.valuesHow")}</p>
        {/* A region that scrolls must be reached by the keyboard (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section class="table-scroll" aria-label={t("templates:one.values")} tabIndex={0}>
          <pre>{JSON.stringify(seen.sample, valueShown, 2)}</pre>
        </section>
      </details>
      <Past view={view} kind={kind} versions={versions} />
    </>,
  );
}

/** A drawing is named, not shown. */
const valueShown = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("<svg") ? "<svg…" : value;

function Past(props: { view: View; kind: string; versions: readonly Version[] }) {
  const { view, kind, versions } = props;
  const { t, href, lang } = view;
  const [last] = versions;
  if (!last) return null;
  return (
    <section class="flow">
      <h2>{t("templates:past.title")}</h2>
      <ul>
        {versions.map(({ version, source, savedAt, by }) => (
          <li>
            <a href={href(urls.version(kind, version))}>
              {t(source === null ? "templates:past.shipped" : "templates:past.version", {
                version,
              })}
            </a>{" "}
            <span class="soft">
              {momentWords(lang, savedAt)}
              {by && `, ${by}`}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{t("templates:past.how")}</p>
      {last.source !== null && (
        <ActionForm
          view={view}
          action={href(urls.shipped(kind))}
          fields={{ _revision: String(last.version) }}
          kind="quiet"
          icon="undo"
        >
          {t("templates:past.back")}
        </ActionForm>
      )}
    </section>
  );
}
