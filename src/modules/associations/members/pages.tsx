import { longDay, monthName } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  Card,
  Form,
  MailAddress,
  Refused,
  SelectField,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { keptPage } from "./frame.tsx";
import type { Invitation } from "./invitations.ts";
import type { Keeper } from "./keeper.ts";
import type { Member, Review } from "./queries.ts";

export type PeopleSeen = {
  keeper: Keeper;
  members: readonly Member[];
  invitations: readonly Invitation[];
  review: Review | undefined;
  due: boolean;
  now: Date;
  refused?: string | undefined;
};

/** Who may do what for an association. */
export function peoplePage(view: View, seen: PeopleSeen): string {
  const { t, href } = view;
  const { keeper, members, invitations } = seen;
  const waits = invitations.filter(({ role }) => keeper.may === "all" || role === "reader");
  return keptPage(
    view,
    keeper,
    { title: t("space:people.title") },
    <>
      <Refused view={view} sentence={seen.refused} />
      {!members.some(({ role }) => role === "owner") && (
        <Alert view={view} kind="warning" title={t("space:people.unheld")}>
          <p>{t(`space:people.unheldWords.${keeper.side}`)}</p>
        </Alert>
      )}
      {seen.due && keeper.may === "all" && members.length > 0 && (
        <Alert view={view} kind="warning" title={t("space:review.title")}>
          <p>{t("space:review.words")}</p>
          <ActionForm view={view} action={href(urls.review(keeper.people))} icon="done">
            {t("space:review.do")}
          </ActionForm>
        </Alert>
      )}
      {keeper.may !== "nothing" && (
        <div class="actions">
          <ButtonLink href={href(urls.invite(keeper.people))} icon="add">
            {t("space:people.invite")}
          </ButtonLink>
          {keeper.may === "all" && (
            <ButtonLink kind="secondary" href={href(keeper.handover)} icon="people">
              {t("space:people.handover")}
            </ButtonLink>
          )}
        </div>
      )}
      <h2>{t("space:people.members", { count: members.length })}</h2>
      {members.map((one) => (
        <MemberCard view={view} keeper={keeper} member={one} />
      ))}
      {waits.length > 0 && keeper.may !== "nothing" && (
        <>
          <h2>{t("space:people.waiting", { count: waits.length })}</h2>
          {waits.map((one) => (
            <InvitationCard view={view} keeper={keeper} invitation={one} now={seen.now} />
          ))}
        </>
      )}
      {keeper.may === "all" && <Month view={view} {...seen} />}
      {keeper.side === "space" && members.some(({ id }) => id === keeper.personId) && (
        <p>
          <a href={href(urls.leaving(keeper.people))}>{t("space:people.leave")}</a>
        </p>
      )}
    </>,
  );
}

function MemberCard({ view, keeper, member }: { view: View; keeper: Keeper; member: Member }) {
  const { t, href, lang } = view;
  const { id, name, email, role, topics } = member;
  const mine = id === keeper.personId && keeper.side === "space";
  const may = keeper.may === "all" || (keeper.may === "readers" && role === "reader");
  return (
    <Card title={mine ? t("space:people.you", { name }) : name}>
      <p class="row">
        <Tag icon={role === "owner" ? "key" : role === "editor" ? "edit" : "eye"}>
          {t(`claiming:roleName.${role}`)}
        </Tag>
      </p>
      {keeper.may !== "nothing" && (
        <p>
          <MailAddress address={email} />
        </p>
      )}
      {role === "editor" && (
        <p>
          {topics.length
            ? t("space:people.topics", {
                list: topics.map((one) => t(`space:topic.${one}`).toLowerCase()).join(", "),
              })
            : t("space:people.noTopic")}
        </p>
      )}
      <p class="soft">{t("space:since", { day: longDay(lang, member.since) })}</p>
      {may && !mine && (
        <p>
          <a href={href(urls.member(keeper.people, id))}>
            {t("space:people.change")}
            <span class="sr"> {name}</span>
          </a>
        </p>
      )}
    </Card>
  );
}

function InvitationCard(props: { view: View; keeper: Keeper; invitation: Invitation; now: Date }) {
  const { view, keeper, invitation } = props;
  const { t, href, lang } = view;
  const { id, email, name, role, expiresAt } = invitation;
  const over = expiresAt <= props.now;
  return (
    <Card title={name ?? email}>
      {name && (
        <p>
          <MailAddress address={email} />
        </p>
      )}
      <p>{t(`claiming:roleName.${role}`)}</p>
      <p class="row">
        <Tag icon="wait">
          {t(over ? "space:people.over" : "space:people.until", { day: longDay(lang, expiresAt) })}
        </Tag>
      </p>
      <div class="actions">
        <ActionForm
          view={view}
          kind="secondary"
          icon="mail"
          action={href(urls.inviteAgain(keeper.people, id))}
        >
          {t("space:people.again")}
          <span class="sr"> {email}</span>
        </ActionForm>
        <ActionForm
          view={view}
          kind="quiet"
          icon="remove"
          action={href(urls.inviteCancel(keeper.people, id))}
        >
          {t("space:people.cancel")}
          <span class="sr"> {email}</span>
        </ActionForm>
      </div>
    </Card>
  );
}

/** When the board changes as a rule: the reminder to look at who has access follows it. */
function Month({ view, keeper, review }: PeopleSeen & { view: View }) {
  const { t, lang, href } = view;
  const names = Array.from({ length: 12 }, (_, rank) => ({
    value: String(rank + 1),
    label: monthName(lang, rank + 1),
  }));
  const form = { values: { month: String(review?.assemblyMonth ?? "") }, errors: {} };
  return (
    <details>
      <summary>{t("space:review.month")}</summary>
      <p>{t("space:review.monthWords")}</p>
      {review && <p>{t("space:review.last", { day: longDay(lang, review.reviewedOn) })}</p>}
      <Form view={view} form={form} action={href(urls.review(keeper.people))}>
        <SelectField
          view={view}
          form={form}
          name="month"
          label={t("space:review.which")}
          options={names}
          empty={t("space:review.none")}
          optional="silent"
        />
        <Button kind="secondary">{t("space:review.save")}</Button>
      </Form>
    </details>
  );
}
