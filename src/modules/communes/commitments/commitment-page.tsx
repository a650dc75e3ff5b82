import { French, inFrench } from "../../../ui/french.tsx";
import { page } from "../../../ui/layout.tsx";
import { Facts } from "../../../ui/pieces.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { Breadcrumb } from "../../../ui/wayfinding.tsx";
import { axisOf, commitmentsOf, type CommitmentId } from "./codes.ts";
import { Evidence } from "./evidence.tsx";
import { dayIn, StateTag } from "./pages.tsx";
import type { Standing } from "./rules.ts";
import { commitmentUrls } from "./urls.ts";

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
            value: latest?.owner ? (
              <French view={view}>{latest.owner}</French>
            ) : (
              t("house:commitments.nobody")
            ),
          },
          {
            term: t("commitments:page.does"),
            value: t(`commitments:commitment.${id}.does`),
          },
        ]}
      />
      <h2>{t("commitments:page.evidence")}</h2>
      {latest?.evidence ? (
        <div class="flow" {...inFrench(view)}>
          <Evidence text={latest.evidence} />
        </div>
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
      captionHidden
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
        {
          label: t("commitments:page.owner"),
          cell: ({ owner }) => owner && <French view={view}>{owner}</French>,
        },
        {
          label: t("commitments:page.evidence"),
          cell: ({ evidence }) => (
            <div {...inFrench(view)}>
              <Evidence text={evidence} />
            </div>
          ),
        },
      ]}
    />
  );
}
