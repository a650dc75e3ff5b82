import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Refused,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Likely } from "../edit/likely.ts";
import { Matches } from "../edit/new-page.tsx";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import type { Proposal } from "./queries.ts";
import { sectionOfTopic, type Topic } from "./rules.ts";

export type ProposalSeen = {
  proposal: Proposal;
  likely: readonly Likely[];
  form: FormState;
  /** Why nothing was written, when it was not. */
  problem?: string | undefined;
};

/** One proposal, what looks like it in the registry, and the two answers it may have. */
export function proposalPage(view: View, seen: ProposalSeen): string {
  const { t } = view;
  const { proposal, form } = seen;
  const name = proposal.association_name ?? proposal.name ?? "";
  return deskPage(
    view,
    {
      title: name,
      section: urls.proposals,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("registry:queue.title"), path: urls.proposals }]}
        here={name}
      />
      <h1>{name}</h1>
      <Refused view={view} sentence={seen.problem} />
      <Facts view={view} facts={factsOf(view, proposal)} />
      {proposal.state !== "waiting" ? (
        <Decided view={view} proposal={proposal} />
      ) : (
        <>
          {proposal.kind === "error" ? (
            <Correct view={view} proposal={proposal} />
          ) : (
            <Accept view={view} {...seen} />
          )}
          <Refuse view={view} {...seen} />
        </>
      )}
    </>,
  );
}

function factsOf(view: View, one: Proposal) {
  const { t } = view;
  const sender = [
    one.sender_name,
    one.sender_email,
    one.sender_phone && spoken(one.sender_phone),
  ].filter((part) => part);
  return [
    { term: t("registry:queue.what"), value: t(`registry:queue.kind.${one.kind as "error"}`) },
    { term: t("registry:queue.received"), value: longDay(view.lang, one.created_at) },
    {
      term: t("registry:queue.topic"),
      value: one.topic && t(`proposals:topic.${one.topic as Topic}`),
    },
    { term: t("registry:queue.body"), value: one.body },
    { term: t("registry:queue.theme"), value: one.theme && codeWord(t, "theme", one.theme) },
    { term: t("registry:queue.place"), value: one.place },
    { term: t("registry:queue.schedule"), value: one.schedule },
    { term: t("registry:queue.website"), value: one.website },
    {
      term: t("registry:queue.sender"),
      value: sender.length ? sender.join(", ") : t("registry:queue.anonymous"),
    },
  ];
}

function Accept({ view, proposal, likely }: ProposalSeen & { view: View }) {
  const { t } = view;
  return (
    <>
      <h2>{t("registry:queue.matches")}</h2>
      {likely.length ? (
        <Matches view={view} likely={likely} />
      ) : (
        <p class="soft">{t("registry:queue.noMatch")}</p>
      )}
      <ActionForm view={view} action={view.href(urls.acceptance(proposal.proposal_id))} icon="add">
        {t("registry:queue.accept")}
      </ActionForm>
    </>
  );
}

/** The form that corrects what a topic speaks of, with the report beside it. */
function correctionOf(proposal: Proposal): string {
  const id = proposal.association_id ?? "";
  const section = sectionOfTopic[(proposal.topic ?? "other") as Topic];
  if (section === "lieux") return urls.venues(id);
  if (section === "contacts") return urls.one(id);
  return `${urls.section(id, section)}?signalement=${proposal.proposal_id}`;
}

function Correct({ view, proposal }: { view: View; proposal: Proposal }) {
  const { t } = view;
  return (
    <>
      <p>{t("registry:queue.acceptErrorHow")}</p>
      <Actions>
        <ButtonLink href={view.href(correctionOf(proposal))} icon="edit">
          {t("registry:queue.acceptError")}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          href={view.href(urls.one(proposal.association_id ?? ""))}
          icon="eye"
        >
          {t("registry:queue.listing")}
        </ButtonLink>
      </Actions>
      <ActionForm
        view={view}
        action={view.href(urls.acceptance(proposal.proposal_id))}
        kind="secondary"
        icon="done"
      >
        {t("registry:queue.corrected")}
      </ActionForm>
    </>
  );
}

function Refuse({ view, proposal, form }: ProposalSeen & { view: View }) {
  const { t } = view;
  return (
    <Form view={view} form={form} action={view.href(urls.refusal(proposal.proposal_id))}>
      <TextArea
        view={view}
        form={form}
        name="answer"
        label={t("registry:queue.answer")}
        hint={t("registry:queue.answerHint")}
        rows={4}
        maxLength={2000}
      />
      <Button kind="secondary">{t("registry:queue.refuse")}</Button>
    </Form>
  );
}

function Decided({ view, proposal }: { view: View; proposal: Proposal }) {
  const { t } = view;
  const record = proposal.created_association_id ?? proposal.association_id;
  return (
    <Alert view={view} kind="info" title={t("registry:queue.done")}>
      <p>
        {t(`registry:queue.state.${proposal.state as "accepted"}`)}.{" "}
        {proposal.decided_at &&
          t("registry:queue.on", {
            date: longDay(view.lang, proposal.decided_at),
            name: proposal.decided_by_name ?? t("registry:history.actor.person"),
          })}
      </p>
      {proposal.answer && <p>{proposal.answer}</p>}
      {record && (
        <p>
          <a href={view.href(urls.one(record))}>{t("registry:queue.created")}</a>
        </p>
      )}
    </Alert>
  );
}
