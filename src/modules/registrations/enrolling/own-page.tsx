import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  ButtonLink,
  Facts,
  French,
  inFrench,
  MailAddress,
  Phone,
  Refused,
  type View,
} from "../../../ui/index.ts";
import { activityUrls } from "../../activities/index.ts";
import type { About } from "../opening/about.ts";
import { codeShown } from "../opening/rules.ts";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { answersOf, personWords, stateOf } from "./described.ts";
import { ownLayout, type OwnSeen } from "./own-layout.tsx";

/** A registration, for who made it: where it stands first, then what they may do. */
export function ownPage(view: View, seen: OwnSeen): string {
  const { t, href } = view;
  const { about, registration, token } = seen;
  const { opening, activity, standing } = about;
  const alive = registration.ended === null && standing !== "over";
  return ownLayout(
    view,
    seen,
    {
      title: t(`registrations:own.title.${stateOf(registration)}`),
      wrong: seen.refused !== undefined,
    },
    <>
      <Refused view={view} sentence={seen.refused} />
      <p class="lead">
        <French view={view}>
          <a href={href(activityUrls.activity(activity.slug))}>{activity.fields.title}</a>,{" "}
          {activity.association.name}
        </French>
      </p>
      <Standing view={view} seen={seen} />
      {registration.code && alive && <Code view={view} registration={registration} />}
      {opening.message && registration.state === "taken" && (
        <Alert view={view} kind="info" title={t("registrations:own.message")}>
          <p class="letter-text" {...inFrench(view)}>
            {opening.message}
          </p>
        </Alert>
      )}
      <Facts view={view} facts={factsOf(view, about, registration)} />
      <Actions>
        {alive && (
          <ButtonLink kind="secondary" icon="edit" href={href(urls.ownCorrection(token))}>
            {t("registrations:own.correct")}
          </ButtonLink>
        )}
        {alive && (
          <ButtonLink kind="secondary" icon="close" href={href(urls.ownCancelling(token))}>
            {t("registrations:own.cancel")}
          </ButtonLink>
        )}
      </Actions>
      <h2>{t("registrations:own.data")}</h2>
      <p>{t("registrations:own.dataWords", { name: activity.association.name })}</p>
      <p>
        <a href={href(urls.ownData(token))}>{t("registrations:own.take")}</a>
      </p>
      <p>
        <a href={href(urls.ownErasing(token))}>{t("registrations:own.erase")}</a>
      </p>
    </>,
  );
}

/** What it means, and what happens next. */
function Standing({ view, seen }: { view: View; seen: OwnSeen }) {
  const { t, href, lang } = view;
  const { registration, about, token } = seen;
  const { ended, state, place, quantity, expiresAt } = registration;
  if (ended !== null)
    return (
      <Alert view={view} kind="warning" title={t(`registrations:own.ended.${ended}`)}>
        {about.opening.cancelledWord && <p>{about.opening.cancelledWord}</p>}
      </Alert>
    );
  if (about.standing === "cancelled")
    return <Alert view={view} kind="warning" title={t("registrations:own.noDate")} />;
  if (state === "offered")
    return (
      <Alert
        view={view}
        kind="warning"
        title={t("registrations:own.offered", {
          count: quantity,
          at: expiresAt ? momentWords(lang, expiresAt, true) : "",
        })}
      >
        <p>{t("registrations:own.offeredWords")}</p>
        <Actions>
          {(["yes", "no"] as const).map((value) => (
            <ActionForm
              view={view}
              action={href(urls.ownAnswer(token))}
              fields={{ answer: value }}
              kind={value === "yes" ? "primary" : "secondary"}
            >
              {t(`registrations:own.offer.${value}`)}
            </ActionForm>
          ))}
        </Actions>
      </Alert>
    );
  if (state === "waiting")
    return (
      <Alert view={view} kind="info" title={t("registrations:own.place", { place: place ?? 1 })}>
        <p>
          {t(registration.email ? "registrations:own.waitMail" : "registrations:own.waitPhone")}
        </p>
      </Alert>
    );
  return (
    <Alert view={view} kind="success" title={t("registrations:own.done", { count: quantity })}>
      <p>{t(registration.email ? "registrations:own.mailed" : "registrations:own.noMail")}</p>
    </Alert>
  );
}

/** What to note, above all for who will receive nothing. */
const Code = ({ view, registration }: { view: View; registration: Registration }) => (
  <Alert
    view={view}
    kind={registration.email ? "info" : "warning"}
    title={view.t("registrations:own.note")}
  >
    <p class="num">
      <strong dir="ltr">{codeShown(registration.code ?? "")}</strong>
    </p>
    <p>
      {view.t("registrations:own.noteWords")}{" "}
      <a href={view.href(urls.find)}>{view.t("registrations:own.find")}</a>
    </p>
  </Alert>
);

function factsOf({ t }: View, { when, opening }: About, one: Registration) {
  return [
    { term: t("registrations:own.when"), value: when.map((words) => <p>{words}</p>) },
    {
      term: t("registrations:own.who"),
      value: one.people.map((who) => <p>{personWords(t, who)}</p>),
    },
    { term: t("registrations:form.phone"), value: one.phone && <Phone number={one.phone} /> },
    {
      term: t("registrations:form.email"),
      value: one.email && <MailAddress address={one.email} />,
    },
    ...answersOf(t, opening, one).map(({ question, answer }) => ({
      term: question,
      value: <bdi>{answer}</bdi>,
    })),
  ];
}
