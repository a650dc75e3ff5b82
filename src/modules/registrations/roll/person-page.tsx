import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  ButtonLink,
  Facts,
  Refused,
  MailAddress,
  shownPhone,
  type View,
} from "../../../ui/index.ts";
import { answersOf, personWords, stateOf } from "../enrolling/described.ts";
import type { DatedOpening } from "../opening/queries.ts";
import { codeShown } from "../opening/rules.ts";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { rollPage } from "./frame.tsx";
import type { Keeping } from "./keeping.ts";

type Seen = {
  keeping: Keeping;
  opening: DatedOpening;
  registration: Registration;
  refused?: string | undefined;
};

/** One registration, as the association reads it: on the phone, one answers or cancels for them here. */
export function personPage(view: View, seen: Seen): string {
  const { t, href, lang } = view;
  const { keeping, opening, registration: one } = seen;
  const at = [keeping.programme.base, keeping.activity.id, opening.id] as const;
  const title = one.people.map(({ name }) => name).join(", ") || t("roll:person.title");
  return rollPage(
    view,
    keeping,
    { title: t("roll:person.title"), wrong: seen.refused !== undefined },
    <>
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      <p class="lead">
        {one.ended
          ? t(`roll:ended.${one.ended}`)
          : t(`roll:stands.${stateOf(one) as "taken"}`, {
              place: one.place ?? 1,
              at: one.expiresAt ? momentWords(lang, one.expiresAt, true) : "",
            })}
      </p>
      {one.ended === null && one.state === "offered" && (
        <Alert view={view} kind="info" title={t("roll:person.offered")}>
          <Actions>
            {(["yes", "no"] as const).map((value) => (
              <ActionForm
                view={view}
                action={href(urls.personAnswer(...at, one.id))}
                fields={{ answer: value }}
                kind={value === "yes" ? "primary" : "secondary"}
              >
                {t(`roll:person.answer.${value}`)}
              </ActionForm>
            ))}
          </Actions>
        </Alert>
      )}
      <Facts
        view={view}
        facts={[
          {
            term: t("roll:column.who"),
            value: one.people.map((who) => (
              <div class="flow">
                <p>{personWords(t, who)}</p>
                {one.ended === null && one.people.length > 1 && (
                  <ActionForm
                    view={view}
                    action={href(urls.personLeaving(...at, one.id))}
                    fields={{ who: who.id }}
                    kind="quiet"
                  >
                    {t("roll:person.leaves")}
                    <span class="sr"> : {who.name}</span>
                  </ActionForm>
                )}
              </div>
            )),
          },
          {
            term: t("registrations:form.phone"),
            value: one.phone && <a href={`tel:${one.phone}`}>{shownPhone(one.phone)}</a>,
          },
          {
            term: t("registrations:form.email"),
            value: one.email && (
              <a href={`mailto:${one.email}`}>
                <MailAddress address={one.email} />
              </a>
            ),
          },
          ...answersOf(t, opening, one).map(({ question, answer }) => ({
            term: question,
            value: answer,
          })),
          { term: t("roll:person.code"), value: one.code && codeShown(one.code) },
          {
            term: t("roll:person.made"),
            value: t(`roll:person.by.${one.madeBy}`, {
              at: momentWords(lang, one.createdAt, true),
            }),
          },
        ]}
      />
      <Actions>
        {one.ended === null && (
          <ActionForm
            view={view}
            action={href(urls.personCancelling(...at, one.id))}
            kind="danger"
            icon="close"
          >
            {t("roll:person.cancel")}
          </ActionForm>
        )}
        <ButtonLink kind="quiet" href={href(urls.one(...at))}>
          {t("roll:person.back")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
