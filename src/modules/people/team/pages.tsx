import {
  ActionForm,
  Breadcrumb,
  Actions,
  ButtonLink,
  deskPage,
  MailAddress,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import type { Role } from "../../../platform/http/person.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import { urls } from "../urls.ts";
import type { Invitation } from "./invitations.ts";
import type { Member } from "./queries.ts";

type Seen = {
  members: readonly Member[];
  invitations: readonly Invitation[];
  now: Date;
};

/** The team: who, with which roles, and who has been invited. */
export function teamPage(view: View, { members, invitations, now }: Seen): string {
  const { t } = view;
  const title = t("people:team.title");
  return deskPage(
    view,
    { title, section: urls.settings },
    <>
      <Breadcrumb view={view} trail={[settingsStep(view)]} here={title} />
      <h1>{title}</h1>
      <p>{t("people:team.words", { count: members.length })}</p>
      <Actions>
        <ButtonLink icon="add" href={view.href(urls.teamInvitation)}>
          {t("people:team.invite")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("people:team.caption")}
        rows={members}
        columns={[
          {
            label: t("people:team.name"),
            heading: true,
            cell: ({ id, name, email }) => (
              <>
                <a href={view.href(urls.teamMember(id))}>{name}</a>
                <Address email={email} />
              </>
            ),
          },
          { label: t("people:team.roles"), cell: ({ roles }) => rolesWords(view, roles) },
          {
            label: t("people:team.last_seen"),
            cell: ({ lastSeenOn }) =>
              lastSeenOn ? longDay(view.lang, lastSeenOn) : t("people:team.never"),
          },
        ]}
      />
      <h2>{t("people:team.waiting.title")}</h2>
      <Invitations view={view} invitations={invitations} now={now} />
    </>,
  );
}

function Invitations({
  view,
  invitations,
  now,
}: { view: View } & Pick<Seen, "invitations" | "now">) {
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t("people:team.waiting.title")}
      captionHidden
      rows={invitations}
      empty={<p>{t("people:team.waiting.none")}</p>}
      columns={[
        {
          label: t("people:team.name"),
          heading: true,
          cell: ({ name, email }) => (
            <>
              {name}
              <Address email={email} />
            </>
          ),
        },
        { label: t("people:team.roles"), cell: ({ roles }) => rolesWords(view, roles) },
        {
          label: t("people:team.waiting.state"),
          cell: ({ expiresAt }) =>
            expiresAt > now ? (
              <>
                <Tag icon="wait">{t("people:team.waiting.waits")}</Tag>
                <br />
                {t("people:team.waiting.until", { day: longDay(view.lang, dayOf(expiresAt)) })}
              </>
            ) : (
              <Tag tone="warning">{t("people:team.waiting.over")}</Tag>
            ),
        },
        {
          label: t("people:team.act"),
          cell: ({ id, name }) => (
            <div class="row">
              <ActionForm
                view={view}
                kind="quiet"
                icon="send"
                action={view.href(urls.invitationResend(id))}
              >
                {t("people:team.waiting.again")}
                <span class="sr"> {name}</span>
              </ActionForm>
              <ActionForm
                view={view}
                kind="quiet"
                icon="remove"
                action={view.href(urls.invitationCancel(id))}
              >
                {t("people:team.waiting.cancel")}
                <span class="sr"> {name}</span>
              </ActionForm>
            </div>
          ),
        },
      ]}
    />
  );
}

const Address = ({ email }: { email: string }) => (
  <>
    <br />
    <span class="small soft">
      <MailAddress address={email} />
    </span>
  </>
);

/** The settings of the commune, above the team in the way here. */
export const settingsStep = ({ t }: View) => ({
  words: t("people:team.settings"),
  path: urls.settings,
});

/** "administrateur, référent". */
export const rolesWords = ({ t }: View, roles: readonly Role[]): string =>
  roles.map((role) => t(`people:role.${role}`)).join(", ");
