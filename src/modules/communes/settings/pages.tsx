import type { ComponentChildren } from "preact";
import { Tag } from "../../../ui/alert.tsx";
import { deskPage } from "../../../ui/desk-layout.tsx";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormState,
} from "../../../ui/form.tsx";
import { HiddenField } from "../../../ui/fields.tsx";
import { Facts, type Fact } from "../../../ui/pieces.tsx";
import type { View } from "../../../ui/view.ts";
import { Breadcrumb } from "../../../ui/wayfinding.tsx";
import { FieldInput } from "./field-input.tsx";
import { auditLapsed, legalStatus } from "./rules.ts";
import type { Section } from "./sections.ts";
import type { SettingsState } from "./state.ts";
import { settingsUrls } from "./urls.ts";

/** A page of the settings, with the way back to the list. */
export function settingsPage(
  view: View,
  options: { title: string; lead?: string | undefined; form?: FormState },
  children: ComponentChildren,
): string {
  const wrong = Object.keys(options.form?.errors ?? {}).length > 0;
  return deskPage(
    view,
    { title: options.title, section: settingsUrls.all, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: view.t("settings:title"), path: settingsUrls.all }]}
        here={options.title}
      />
      <h1>{options.title}</h1>
      {options.lead && <p class="lead">{options.lead}</p>}
      {children}
    </>,
  );
}

/** The list of the settings: what is said of each, and what is still to say. */
export function settingsListPage(view: View, groups: SettingsState): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("settings:title"), section: settingsUrls.all, main: "text" },
    <>
      <h1>{t("settings:title")}</h1>
      <p class="lead">{t("settings:lead")}</p>
      {groups.map((group) => (
        <section class="flow push">
          <h2>{t(`settings:group.${group.id}`)}</h2>
          <Facts
            view={view}
            facts={group.lines.map((line): Fact => ({
              term: line.title,
              change: view.href(line.path),
              changeWords: line.read && t("settings:open"),
              value: (
                <>
                  {line.summary && <p>{line.summary}</p>}
                  {line.state && (
                    <Tag tone={line.state === "done" ? "success" : "warning"}>
                      {t(line.state === "done" ? "settings:done" : "settings:toDo")}
                    </Tag>
                  )}
                </>
              ),
            }))}
          />
        </section>
      ))}
    </>,
  );
}

/** One short form. */
export function sectionPage(
  view: View,
  section: Section,
  form: FormState,
  about: {
    email: string;
    audit: { auditedOn?: string; auditRate?: string };
    today: string;
    base: string;
  },
): string {
  const { t } = view;
  return settingsPage(
    view,
    {
      title: t(`settings:section.${section.id}.title`),
      lead: t(`settings:section.${section.id}.lead`),
      form,
    },
    <>
      {section.id === "accessibility" && (
        <p>
          {t("settings:audit.state", {
            state: t(`settings:audit.${legalStatus(about.audit, about.today)}`),
          })}{" "}
          {auditLapsed(about.audit, about.today) && t("settings:audit.old")}
        </p>
      )}
      <Form view={view} action={view.href(settingsUrls.section(section.path))} form={form}>
        <HiddenField name="_base" value={about.base} />
        {section.fields.map((field) => (
          <FieldInput view={view} form={form} field={field} />
        ))}
        <Actions>
          <Button>{t("settings:save")}</Button>
          <ButtonLink kind="quiet" href={view.href(settingsUrls.all)}>
            {t("settings:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
      {section.id === "sender" && (
        <section class="flow push">
          <h2>{t("settings:test.title")}</h2>
          <p>{t("settings:test.lead", { email: about.email })}</p>
          <ActionForm
            view={view}
            action={view.href(settingsUrls.testMail)}
            kind="secondary"
            icon="send"
          >
            {t("settings:test.do")}
          </ActionForm>
        </section>
      )}
    </>,
  );
}

/** The host names of the site, which only the operator changes. */
export function hostsPage(view: View, hosts: readonly string[]): string {
  const { t } = view;
  return settingsPage(
    view,
    { title: t("settings:hosts.title"), lead: t("settings:hosts.lead") },
    hosts.length ? (
      <ul>
        {hosts.map((host) => (
          <li>{host}</li>
        ))}
      </ul>
    ) : (
      <p>{t("settings:hosts.empty")}</p>
    ),
  );
}
