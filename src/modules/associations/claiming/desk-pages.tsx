import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  DoneScene,
  EmptyState,
  Facts,
  Form,
  RadioGroup,
  Refused,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { WaitingItem } from "../../communes/index.ts";
import type { AddressMark } from "../reminders/addresses.ts";
import type { Member } from "../members/queries.ts";
import { memberRoles } from "../members/rules.ts";
import type { Situation } from "../record/fields.ts";
import { ContactList } from "../situation/contact-list.tsx";
import { urls } from "../urls.ts";
import type { Request } from "./queries.ts";

/** What waits about who holds which listing, the oldest first. */
export function claimsPage(view: View, items: readonly WaitingItem[]): string {
  const { t } = view;
  const title = t("space:claims.title");
  return deskPage(
    view,
    { title, section: urls.claims },
    <>
      <h1>{title}</h1>
      {items.length === 0 && (
        <EmptyState scene={<DoneScene />} title={t("space:claims.none")}>
          <p>{t("space:claims.noneWords")}</p>
        </EmptyState>
      )}
      <ul class="results">
        {items.map((one) => (
          <li class="result">
            <h2>
              <a href={view.href(one.path)}>{one.association?.name}</a>
            </h2>
            <p>{one.words}</p>
            <p class="soft">{t("space:since", { day: longDay(view.lang, one.since) })}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={view.href(urls.handovers)}>{t("space:counted.see")}</a>
      </p>
    </>,
  );
}

export type ClaimSeen = {
  marks: readonly AddressMark[];
  request: Request;
  situation: Situation;
  members: readonly Member[];
  form: FormState;
  problem?: string | undefined;
};

/** One request, beside what the town hall knows of the association: it is accepted or refused from here. */
export function claimDeskPage(view: View, seen: ClaimSeen): string {
  const { t } = view;
  const { request, form } = seen;
  return deskPage(
    view,
    {
      title: request.association,
      section: urls.claims,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("space:claims.title"), path: urls.claims }]}
        here={request.association}
      />
      <h1>{t("space:claims.one", { name: request.name, association: request.association })}</h1>
      <Refused view={view} sentence={seen.problem} />
      <Facts
        view={view}
        facts={[
          { term: t("space:claims.name"), value: request.name },
          { term: t("space:claims.function"), value: request.title },
          { term: t("space:claims.email"), value: request.email },
          { term: t("space:claims.phone"), value: request.phone && spoken(request.phone) },
          { term: t("space:claims.message"), value: request.message },
          { term: t("space:claims.asked"), value: longDay(view.lang, request.asked_at) },
        ]}
      />
      <h2>{t("space:claims.known")}</h2>
      <p>
        <a href={view.href(urls.one(seen.situation.id))}>{t("space:claims.record")}</a>
      </p>
      <ContactList
        view={view}
        situation={seen.situation}
        marks={seen.marks}
        mayReadContacts
        mayWrite={false}
      />
      <h3>{t("space:claims.members")}</h3>
      {seen.members.length ? (
        <ul>
          {seen.members.map((one) => (
            <li>
              {one.name}, {one.email}, {t(`claiming:roleName.${one.role}`)}
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("space:claims.nobody")}</p>
      )}
      {request.state === "waiting" ? (
        <Answers view={view} {...seen} />
      ) : (
        <Alert
          view={view}
          kind="info"
          title={t(`space:claims.state.${request.state as "accepted"}`)}
        >
          {request.answer && <p>{request.answer}</p>}
          <p>
            {request.decided_by_name}
            {request.decided_at && `, ${longDay(view.lang, request.decided_at)}`}
          </p>
        </Alert>
      )}
    </>,
  );
}

function Answers({ view, request, form }: ClaimSeen & { view: View }) {
  const { t, href } = view;
  const id = request.request_id;
  return (
    <>
      <h2>{t("space:claims.accept")}</h2>
      <Form view={view} form={form} action={href(urls.claimAcceptance(id))}>
        <RadioGroup
          view={view}
          form={{ ...form, values: { role: "owner", ...form.values } }}
          name="role"
          label={t("space:claims.role")}
          options={memberRoles.map((value) => ({
            value,
            label: t(`claiming:roleName.${value}`),
            hint: t(`claiming:roleHint.${value}`),
          }))}
        />
        <Actions>
          <Button icon="done">{t("space:claims.acceptDo")}</Button>
        </Actions>
      </Form>
      <h2>{t("space:claims.refuse")}</h2>
      <Form
        view={view}
        form={{ values: form.values, errors: {} }}
        action={href(urls.claimRefusal(id))}
      >
        <TextArea
          view={view}
          form={form}
          name="answer"
          label={t("space:claims.reason")}
          hint={t("space:claims.reasonHint")}
          rows={4}
        />
        <Actions>
          <Button kind="secondary" icon="send">
            {t("space:claims.refuseDo")}
          </Button>
          <ButtonLink kind="quiet" href={href(urls.claims)}>
            {t("space:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
