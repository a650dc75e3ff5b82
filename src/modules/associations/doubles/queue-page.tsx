import {
  ActionForm,
  Actions,
  Alert,
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
import type { Reason } from "../duplicates/reasons.ts";
import { urls } from "../urls.ts";
import type { Suspected } from "./suggestions.ts";
import { comparedOf, type PairSeen } from "./words.ts";

export type QueueSeen = {
  /** The record the queue is narrowed to. */
  about: { id: string; name: string } | undefined;
  count: number;
  /** How many pairs one has passed without deciding. */
  passed: number;
  next: (PairSeen & { suspected: Suspected }) | undefined;
  /** Why nothing was decided, when it was not. */
  problem?: string | undefined;
};

/** The surest pair first: two records side by side, why they may be one, and the two answers. */
export function queuePage(view: View, seen: QueueSeen): string {
  const { t } = view;
  const { about } = seen;
  const all = t("doubles:title");
  const title = about ? `${all} : ${about.name}` : all;
  return deskPage(
    view,
    { title, section: urls.duplicates, wrong: Boolean(seen.problem) },
    <>
      <Breadcrumb
        view={view}
        trail={about ? [{ words: all, path: urls.duplicates }] : []}
        here={about?.name ?? all}
      />
      <h1>{title}</h1>
      <Refused view={view} problem={seen.problem} />
      <p class="lead">{t("doubles:count", { count: seen.count })}</p>
      {seen.next ? (
        <Pair view={view} {...seen} next={seen.next} />
      ) : (
        <EmptyState scene={<RestScene />} title={t("doubles:empty")}>
          <p>{t("doubles:emptyHow")}</p>
        </EmptyState>
      )}
      <p class="soft">{t("doubles:scanHow")}</p>
      <Actions>
        <ActionForm view={view} action={view.href(urls.duplicatesScan)} kind="quiet" icon="search">
          {t("doubles:scan")}
        </ActionForm>
        <ButtonLink kind="quiet" href={view.href(urls.merges)} icon="history">
          {t("doubles:merges")}
        </ButtonLink>
      </Actions>
    </>,
  );
}

/** Why nothing was changed. */
export function Refused({ view, problem }: { view: View; problem: string | undefined }) {
  if (!problem) return null;
  return (
    <div role="alert">
      <Alert view={view} kind="error" title={view.t("doubles:refused.title")}>
        <p>{problem}</p>
      </Alert>
    </div>
  );
}

type Next = NonNullable<QueueSeen["next"]>;

function Pair(props: Omit<QueueSeen, "next"> & { view: View; next: Next }) {
  const { view, next, count, passed, about } = props;
  const { t } = view;
  const { first, second, suspected } = next;
  const { score } = suspected;
  const sure = score >= 0.9 ? "high" : score >= 0.75 ? "middle" : "low";
  return (
    <Card>
      <p class="row">
        <Tag icon="merge">{t(`doubles:sure.${sure}`)}</Tag>
        <span class="soft">{t("doubles:left", { rank: passed + 1, count })}</span>
      </p>
      <h2>{t("doubles:pairTitle", { one: first.record.name, other: second.record.name })}</h2>
      <Reasons view={view} reasons={suspected.reasons} />
      <SideBySide view={view} seen={next} />
      <Actions>
        <ButtonLink href={view.href(urls.pair(first.id, second.id))} icon="merge">
          {t("doubles:same")}
        </ButtonLink>
        <ActionForm
          view={view}
          action={view.href(urls.pairDistinct(first.id, second.id))}
          kind="secondary"
          {...(about ? { fields: { fiche: about.id } } : {})}
        >
          {t("doubles:distinct")}
        </ActionForm>
        {passed + 1 < count && (
          <ButtonLink kind="quiet" href={view.href(passedPath(passed + 1, about))} icon="next">
            {t("doubles:skip")}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

const passedPath = (passed: number, about: QueueSeen["about"]): string =>
  about ? urls.duplicatesOf(about.id, passed) : urls.duplicatesPassed(passed);

/** Reasons for, then against, a sentence each. */
function Reasons({ view, reasons }: { view: View; reasons: readonly Reason[] }) {
  const { t } = view;
  const lists = [
    ["for", reasons.filter(({ points }) => points >= 0)],
    ["against", reasons.filter(({ points }) => points < 0)],
  ] as const;
  return (
    <>
      {lists.map(
        ([side, told]) =>
          told.length > 0 && (
            <>
              <h3>{t(`doubles:${side}`)}</h3>
              <ul>
                {told.map(({ code }) => (
                  <li>{t(`doubles:reason.${code}`)}</li>
                ))}
              </ul>
            </>
          ),
      )}
    </>
  );
}

function SideBySide({ view, seen }: { view: View; seen: PairSeen }) {
  const { t } = view;
  const record = (one: PairSeen["first"]) => (
    <a href={view.href(urls.one(one.id))}>{one.record.name}</a>
  );
  const names = {
    label: t("registry:field.name"),
    first: record(seen.first),
    second: record(seen.second),
  };
  return (
    <Table
      view={view}
      caption={t("doubles:compare")}
      rows={[names, ...comparedOf(view, seen)]}
      columns={[
        { label: t("doubles:field"), heading: true, cell: (line) => line.label },
        {
          label: t("doubles:first"),
          cell: (line) => line.first || t("registry:history.nothing"),
        },
        {
          label: t("doubles:second"),
          cell: (line) => line.second || t("registry:history.nothing"),
        },
      ]}
    />
  );
}
