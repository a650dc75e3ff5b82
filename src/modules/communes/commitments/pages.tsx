import { Tag, type Tone } from "../../../ui/alert.tsx";
import { longDay } from "../../../ui/dates.ts";
import { page } from "../../../ui/layout.tsx";
import { Facts } from "../../../ui/pieces.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { Breadcrumb } from "../../../ui/wayfinding.tsx";
import { dayOf } from "../../../platform/clock.ts";
import { axes, axisOf, commitmentIds, commitmentsOf, type CommitmentId } from "./codes.ts";
import { Evidence } from "./evidence.tsx";
import type { Current } from "./queries.ts";
import { stateWords, type CommitmentState, type Standing } from "./rules.ts";
import { commitmentUrls } from "./urls.ts";

export type Standings = ReadonlyMap<CommitmentId, Current>;

const tones: Partial<Record<CommitmentState, Tone>> = {
  in_place: "success",
  preparing: "info",
  paused: "warning",
};

/** The state of a commitment, in a word with its drawing. */
export function StateTag({ view, state }: { view: View; state: CommitmentState }) {
  const tone = tones[state];
  return (
    <Tag {...(tone ? { tone } : { icon: "wait" as const })}>
      {view.t(`commitments:page.states.${stateWords[state]}`)}
    </Tag>
  );
}

const dayIn = (view: View, at: Date) => longDay(view.lang, dayOf(at));

/** The 21 commitments by axis: what the commune does, who answers for it, how far it is. */
export function commitmentsPage(view: View, standings: Standings): string {
  const { t, commune } = view;
  const count = (state: CommitmentState) =>
    commitmentIds.filter((id) => (standings.get(id)?.state ?? "not_started") === state).length;
  return page(
    view,
    {
      title: t("commitments:page.title"),
      description: t("house:commitments.description"),
      section: commitmentUrls.all,
      main: "text",
    },
    <>
      <h1>{t("commitments:page.title")}</h1>
      <p class="lead">{t("commitments:page.lead", { commune: commune.name })}</p>
      <p>
        {t("house:commitments.summary", {
          kept: count("in_place"),
          started: count("preparing"),
          planned: count("not_started"),
          paused: count("paused"),
        })}
      </p>
      {axes.map((axis) => (
        <section class="flow">
          <h2>
            <span class="small soft">{t("commitments:page.axisNumber", { number: axis })}</span>
            <br />
            {t(`commitments:axis.${axis}.title`)}
          </h2>
          <p>{t(`commitments:axis.${axis}.lead`)}</p>
          <ul class="plain flow">
            {commitmentsOf(axis).map((id) => (
              <CommitmentItem view={view} id={id} current={standings.get(id)} />
            ))}
          </ul>
        </section>
      ))}
      <section class="flow">
        <h2>{t("house:commitments.measured")}</h2>
        <p>{t("house:commitments.measuredLead")}</p>
      </section>
    </>,
  );
}

function CommitmentItem(props: { view: View; id: CommitmentId; current: Current | undefined }) {
  const { view, id, current } = props;
  const { t } = view;
  return (
    <li>
      <div class="card card-link">
        <h3>
          <a href={view.href(commitmentUrls.one(id))}>
            {id} {t(`commitments:commitment.${id}.title`)}
          </a>
        </h3>
        <div class="row">
          <StateTag view={view} state={current?.state ?? "not_started"} />
          {current && (
            <span class="soft">
              {t("house:commitments.since", { date: dayIn(view, current.since) })}
            </span>
          )}
        </div>
        <p>
          {t("commitments:page.owner")} : {current?.owner ?? t("house:commitments.nobody")}
        </p>
      </div>
    </li>
  );
}

/** One commitment: what is done, what it changes, who, how far, and everything that happened. */
export function commitmentPage(
  view: View,
  id: CommitmentId,
  history: readonly Standing[],
  since: Date | undefined,
): string {
  const { t } = view;
  const [latest] = history;
  const title = t(`commitments:commitment.${id}.title`);
  const axis = axisOf(id);
  return page(
    view,
    {
      title: `${id} ${title}`,
      description: t(`commitments:commitment.${id}.does`).slice(0, 158),
      section: commitmentUrls.all,
      main: "text",
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("commitments:page.title"), path: commitmentUrls.all }]}
        here={id}
      />
      <h1>{title}</h1>
      <p class="lead">{t(`commitments:commitment.${id}.changes`)}</p>
      <Facts
        view={view}
        facts={[
          {
            term: t("commitments:page.state"),
            value: (
              <span class="row">
                <StateTag view={view} state={latest?.state ?? "not_started"} />
                {since && t("house:commitments.since", { date: dayIn(view, since) })}
              </span>
            ),
          },
          {
            term: t("commitments:page.owner"),
            value: latest?.owner ?? t("house:commitments.nobody"),
          },
          {
            term: t("commitments:page.does"),
            value: t(`commitments:commitment.${id}.does`),
          },
        ]}
      />
      <h2>{t("commitments:page.evidence")}</h2>
      {latest?.evidence ? (
        <Evidence text={latest.evidence} />
      ) : (
        <p>{t("commitments:page.noEvidence")}</p>
      )}
      <h2>{t("house:commitments.history")}</h2>
      <History view={view} history={history} />
      <h2>{t("house:commitments.others")}</h2>
      <ul>
        {commitmentsOf(axis)
          .filter((other) => other !== id)
          .map((other) => (
            <li>
              <a href={view.href(commitmentUrls.one(other))}>
                {other} {t(`commitments:commitment.${other}.title`)}
              </a>
            </li>
          ))}
      </ul>
    </>,
  );
}

/** Every state the commitment had. */
export function History({ view, history }: { view: View; history: readonly Standing[] }) {
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t("house:commitments.historyCaption")}
      rows={history}
      empty={<p>{t("house:commitments.noHistory")}</p>}
      columns={[
        {
          label: t("house:commitments.date"),
          heading: true,
          cell: ({ notedAt }) => dayIn(view, notedAt),
        },
        {
          label: t("commitments:page.state"),
          cell: ({ state }) => <StateTag view={view} state={state} />,
        },
        { label: t("commitments:page.owner"), cell: ({ owner }) => owner },
        {
          label: t("commitments:page.evidence"),
          cell: ({ evidence }) => <Evidence text={evidence} />,
        },
      ]}
    />
  );
}
