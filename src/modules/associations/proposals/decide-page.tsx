import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import {
  Alert,
  Refused,
  Breadcrumb,
  deskPage,
  Facts,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Likely } from "../edit/likely.ts";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import type { Proposal } from "./queries.ts";
import { Accept, Compare, Correct, Refuse } from "./decide-forms.tsx";
import type { Proposed, Topic } from "./rules.ts";

export type ProposalSeen = {
  proposal: Proposal;
  likely: readonly Likely[];
  form: FormState;
  /** What the page says today beside what the report proposes, when it proposes values. */
  correction?: { now: Proposed; proposed: Proposed } | undefined;
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
          {seen.correction ? (
            <Compare view={view} {...seen} correction={seen.correction} />
          ) : proposal.kind === "error" ? (
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
