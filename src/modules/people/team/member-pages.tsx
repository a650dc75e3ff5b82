import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  CheckboxGroup,
  deskPage,
  Facts,
  Form,
  MailAddress,
  type FormState,
  type Option,
  type View,
} from "../../../ui/index.ts";
import { roles } from "../../../platform/http/person.ts";
import { urls } from "../urls.ts";
import { rolesWords, settingsStep } from "./pages.tsx";
import type { Member } from "./queries.ts";

type Seen = { member: Member; form: FormState };

/** The roles as boxes to tick, each with what it allows. */
export const roleOptions = ({ t }: View): Option[] =>
  roles.map((role) => ({
    value: role,
    label: t(`people:part.${role}.name`),
    hint: t(`people:part.${role}.does`),
  }));

/** Someone of the team: their roles, and the way to remove their access. */
export function memberPage(view: View, { member, form }: Seen): string {
  const { t } = view;
  return deskPage(
    view,
    { title: member.name, section: urls.settings, wrong: wrong(form) },
    <>
      <Trail view={view} here={member.name} />
      <h1>{member.name}</h1>
      <p>
        <MailAddress address={member.email} />
      </p>
      <Form view={view} action={view.href(urls.teamMember(member.id))} form={form}>
        <CheckboxGroup
          view={view}
          form={form}
          name="roles"
          label={t("people:member.roles")}
          options={roleOptions(view)}
        />
        <Actions>
          <Button>{t("people:member.save")}</Button>
        </Actions>
      </Form>
      <h2>{t("people:removal.title")}</h2>
      <p>{t("people:member.removal")}</p>
      <ButtonLink kind="secondary" icon="remove" href={view.href(urls.teamRemoval(member.id))}>
        {t("people:removal.to")}
      </ButtonLink>
    </>,
  );
}

/** Before removing someone's access: what it does, what it leaves. */
export function removalPage(view: View, { member, form }: Seen): string {
  const { t } = view;
  const title = t("people:removal.question", { name: member.name });
  return deskPage(
    view,
    { title, section: urls.settings, wrong: wrong(form) },
    <>
      <Trail view={view} here={t("people:removal.title")} />
      <h1>{title}</h1>
      <Facts
        view={view}
        facts={[
          { term: t("people:field.email"), value: <MailAddress address={member.email} /> },
          { term: t("people:team.roles"), value: rolesWords(view, member.roles) },
        ]}
      />
      <p>{t("people:removal.words")}</p>
      <Form view={view} action={view.href(urls.teamRemoval(member.id))} form={form}>
        <Actions>
          <Button kind="danger" icon="remove">
            {t("people:removal.do")}
          </Button>
          <ButtonLink kind="quiet" href={view.href(urls.teamMember(member.id))}>
            {t("people:removal.keep")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

const wrong = (form: FormState): boolean => Object.keys(form.errors).length > 0;

const Trail = ({ view, here }: { view: View; here: string }) => (
  <Breadcrumb
    view={view}
    trail={[settingsStep(view), { words: view.t("people:team.title"), path: urls.team }]}
    here={here}
  />
);
