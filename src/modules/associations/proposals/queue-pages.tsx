import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  Card,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Proposal } from "./queries.ts";

const nameOf = (one: Proposal): string => one.association_name ?? one.name ?? "";

/** A queue: the oldest proposal first, then the others, then what was answered lately. */
export function queuePage(
  view: View,
  seen: {
    /** The record the list is narrowed to. */
    about: { name: string } | undefined;
    waiting: readonly Proposal[];
    answered: readonly Proposal[];
  },
): string {
  const { t } = view;
  const all = t("registry:queue.title");
  const title = seen.about ? `${all} : ${seen.about.name}` : all;
  const [next, ...others] = seen.waiting;
  return deskPage(
    view,
    { title, section: urls.proposals },
    <>
      <Breadcrumb
        view={view}
        trail={seen.about ? [{ words: all, path: urls.proposals }] : []}
        here={seen.about?.name ?? all}
      />
      <h1>{title}</h1>
      <p class="lead">{t("registry:queue.count", { count: seen.waiting.length })}</p>
      {next ? (
        <Card>
          <p class="row">
            <Tag icon={next.kind === "error" ? "report" : "add"}>
              {t(`registry:queue.kind.${next.kind as "error"}`)}
            </Tag>
            <span class="soft">
              {t("registry:queue.received")} {longDay(view.lang, next.created_at)}
            </span>
          </p>
          <h2>{nameOf(next)}</h2>
          <p>{next.body}</p>
          <Actions>
            <ButtonLink href={view.href(urls.proposal(next.proposal_id))}>
              {t("registry:queue.see")}
            </ButtonLink>
          </Actions>
        </Card>
      ) : (
        <EmptyState scene={<RestScene />} title={t("registry:queue.empty")}>
          <p>{t("registry:queue.emptyHow")}</p>
        </EmptyState>
      )}
      {others.length > 0 && <Lines view={view} title={t("registry:queue.others")} rows={others} />}
      {seen.answered.length > 0 && (
        <Lines view={view} title={t("registry:queue.decided")} rows={seen.answered} answered />
      )}
    </>,
  );
}

function Lines(props: {
  view: View;
  title: string;
  rows: readonly Proposal[];
  answered?: boolean;
}) {
  const { view, title, rows, answered } = props;
  const { t } = view;
  return (
    <Table
      view={view}
      caption={title}
      rows={rows}
      columns={[
        {
          label: t("registry:list.name"),
          heading: true,
          cell: (one) => <a href={view.href(urls.proposal(one.proposal_id))}>{nameOf(one)}</a>,
        },
        {
          label: t("registry:queue.what"),
          cell: (one) => t(`registry:queue.kind.${one.kind as "error"}`),
        },
        {
          label: answered ? t("registry:list.state") : t("registry:queue.received"),
          cell: (one) =>
            answered
              ? t(`registry:queue.state.${one.state as "accepted"}`)
              : longDay(view.lang, one.created_at),
        },
      ]}
    />
  );
}
