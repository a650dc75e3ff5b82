import { colon } from "../../../platform/i18n/index.ts";
import { Tag, type Tone } from "../../../ui/alert.tsx";
import { longDay } from "../../../ui/dates.ts";
import { French } from "../../../ui/french.tsx";
import { page } from "../../../ui/layout.tsx";
import type { View } from "../../../ui/view.ts";
import { dayOf } from "../../../platform/clock.ts";
import { commaList } from "../../../platform/i18n/index.ts";
import { axes, commitmentIds, commitmentsOf, type CommitmentId } from "./codes.ts";
import type { Current } from "./queries.ts";
import { stateWords, type CommitmentState } from "./rules.ts";
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

/** The day of an instant in words. */
export const dayIn = (view: View, at: Date) => longDay(view.lang, dayOf(at));

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
    },
    <>
      <h1>{t("commitments:page.title")}</h1>
      <p class="lead">{t("commitments:page.lead", { commune: commune.name })}</p>
      <p>
        {commaList(
          view.lang,
          (["in_place", "preparing", "not_started", "paused"] as const)
            .filter((state) => state === "in_place" || count(state) > 0)
            .map((state) => t(`house:commitments.summary.${state}`, { count: count(state) })),
        )}
        .
      </p>
      {axes.map((axis) => (
        <section class="flow push">
          <h2>
            <span class="small soft">{t("commitments:page.axisNumber", { number: axis })}</span>
            <br />
            {t(`commitments:axis.${axis}.title`)}
          </h2>
          <p>{t(`commitments:axis.${axis}.lead`)}</p>
          <ul class="grid plain">
            {commitmentsOf(axis).map((id) => (
              <CommitmentItem view={view} id={id} current={standings.get(id)} />
            ))}
          </ul>
        </section>
      ))}
      <section class="flow push">
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
          {current?.owner ? (
            <>
              {t("commitments:page.owner")}
              {colon(view.lang)}
              <French view={view}>{current.owner}</French>
            </>
          ) : (
            t("house:commitments.nobody")
          )}
        </p>
      </div>
    </li>
  );
}
