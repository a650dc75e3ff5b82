import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  CheckboxGroup,
  Form,
  MailAddress,
  RadioGroup,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { keptPage } from "./frame.tsx";
import type { Keeper } from "./keeper.ts";
import type { Member } from "./queries.ts";
import { memberRoles, topics } from "./rules.ts";

const above = (view: View, keeper: Keeper) => ({
  words: view.t("space:people.title"),
  path: keeper.people,
});
const wrong = (form: FormState) => Object.keys(form.errors).length > 0;

/** Inviting someone: an address, and what they will do. */
export function invitePage(
  view: View,
  { keeper, form }: { keeper: Keeper; form: FormState },
): string {
  const { t, href } = view;
  return keptPage(
    view,
    keeper,
    { title: t("space:invite.title"), wrong: wrong(form), above: above(view, keeper) },
    <>
      <p class="lead">{t("space:invite.words")}</p>
      <Form view={view} form={form} action={href(urls.invite(keeper.people))}>
        <TextField
          view={view}
          form={form}
          name="name"
          label={t("space:invite.name")}
          autocomplete="off"
          maxLength={120}
        />
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          label={t("space:invite.email")}
          autocomplete="off"
          maxLength={254}
        />
        <RoleFields view={view} form={form} keeper={keeper} />
        <Actions>
          <Button icon="send" waiting={t("ui:form.sending")}>
            {t("space:invite.do")}
          </Button>
          <ButtonLink kind="quiet" href={href(keeper.people)}>
            {t("space:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** What someone may do; topics matter for those who edit. */
function RoleFields({ view, form, keeper }: { view: View; form: FormState; keeper: Keeper }) {
  const { t } = view;
  if (keeper.may === "readers")
    return (
      <>
        <input type="hidden" name="role" value="reader" />
        <p>{t("claiming:roleHint.reader")}</p>
      </>
    );
  return (
    <>
      <RadioGroup
        view={view}
        form={form}
        name="role"
        label={t("space:invite.role")}
        options={memberRoles.map((value) => ({
          value,
          label: t(`claiming:roleName.${value}`),
          hint: t(`claiming:roleHint.${value}`),
        }))}
      />
      <CheckboxGroup
        view={view}
        form={form}
        name="topics"
        label={t("space:invite.topics")}
        hint={t("space:invite.topicsHint")}
        optional="silent"
        options={topics.map((value) => ({ value, label: t(`space:topic.${value}`) }))}
      />
    </>
  );
}

/** One person of the association: another role, or no access any more. */
export function memberPage(
  view: View,
  { keeper, member, form }: { keeper: Keeper; member: Member; form: FormState },
): string {
  const { t, href } = view;
  const { id, name, email, role } = member;
  return keptPage(
    view,
    keeper,
    { title: name, wrong: wrong(form), above: above(view, keeper) },
    <>
      <p class="soft">
        <MailAddress address={email} />
      </p>
      {keeper.may === "all" && (
        <Form view={view} form={form} action={href(urls.member(keeper.people, id))}>
          <RoleFields view={view} form={form} keeper={keeper} />
          <Actions>
            <Button>{t("space:member.save")}</Button>
            <ButtonLink kind="quiet" href={href(keeper.people)}>
              {t("space:back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      <h2>{t("space:member.remove")}</h2>
      <p>{t("space:member.removeWords", { name, role: t(`claiming:roleName.${role}`) })}</p>
      <ActionForm
        view={view}
        kind="danger"
        icon="remove"
        action={href(urls.memberRemoval(keeper.people, id))}
      >
        {t("space:member.removeDo")}
      </ActionForm>
    </>,
  );
}

/** Leaving by oneself; the last one responsible is told who will look after the association. */
export function leavingPage(
  view: View,
  { keeper, last }: { keeper: Keeper; last: boolean },
): string {
  const { t, href } = view;
  return keptPage(
    view,
    keeper,
    { title: t("space:leaving.title"), above: above(view, keeper) },
    <>
      <p class="lead">{t("space:leaving.words", { name: keeper.association.name })}</p>
      {last && (
        <Alert view={view} kind="warning" title={t("space:leaving.last")}>
          <p>{t("space:leaving.lastWords")}</p>
          <p>
            <a href={href(keeper.handover)}>{t("space:people.handover")}</a>
          </p>
        </Alert>
      )}
      <div class="actions">
        <ActionForm
          view={view}
          kind="danger"
          icon="leave"
          action={href(urls.leaving(keeper.people))}
        >
          {t("space:leaving.do")}
        </ActionForm>
        <ButtonLink kind="quiet" href={href(keeper.people)}>
          {t("space:back")}
        </ButtonLink>
      </div>
    </>,
  );
}
