import {
  Actions,
  Alert,
  blankForm,
  Button,
  ButtonLink,
  deskPage,
  EmptyState,
  Form,
  HiddenField,
  Pagination,
  RestScene,
  SelectField,
  type View,
} from "../../ui/index.ts";
import type { Queue } from "./collect.ts";
import { ItemTable, LaterTable } from "./tables.tsx";
import { kindWords, sliceTitle } from "./words.ts";
import { screenOf, writeSlice, type Queued, type Slice } from "./rules.ts";
import { queueUrls } from "./urls.ts";

export const pageSize = 20;

export type QueueSeen = Queue & {
  slice: Slice;
  /** Those of the slice, in order. */
  items: readonly Queued[];
  page: number;
  pages: number;
  me: string;
  team: readonly { id: string; name: string }[];
  done: readonly { action: string; count: number }[];
  problem: string | undefined;
};

/** The queue of the day: the first thing to do in one button, then the list, narrowed by links. */
export function queuePage(view: View, seen: QueueSeen): string {
  const { t, href } = view;
  const { items, slice } = seen;
  const [first] = items;
  const dans = writeSlice(slice);
  const title = sliceTitle(t, slice);
  return deskPage(
    view,
    {
      title: seen.page > 1 ? t("desk:queue.onPage", { title, page: seen.page }) : title,
      section: queueUrls.all,
      wrong: Boolean(seen.problem),
    },
    <>
      <h1>{title}</h1>
      {seen.problem && (
        <div role="alert">
          <Alert view={view} kind="error">
            <p>{seen.problem}</p>
          </Alert>
        </div>
      )}
      {first ? (
        <>
          <p class="lead">{t("desk:queue.count", { count: items.length })}</p>
          <Actions>
            <ButtonLink href={href(screenOf(first, dans))} icon="next">
              {t("desk:queue.start")}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Rest view={view} {...seen} />
      )}
      <Slices view={view} {...seen} />
      {first && <Lines view={view} {...seen} />}
      {seen.later.length > 0 && (
        <section class="flow push">
          <h2>{t("desk:queue.laterTitle")}</h2>
          <LaterTable view={view} later={seen.later} dans={dans} />
        </section>
      )}
      {first && seen.done.length > 0 && <Done view={view} done={seen.done} />}
    </>,
  );
}

/** Nothing is left: what was done today, and where to go. */
function Rest({ view, done, slice }: QueueSeen & { view: View }) {
  const { t, href } = view;
  const all = writeSlice({ mine: false, kind: undefined });
  return (
    <>
      <EmptyState scene={<RestScene />} title={t("desk:queue.empty")}>
        <p>{t(done.length ? "desk:queue.emptyDone" : "desk:queue.emptyHow")}</p>
        {slice.mine && (
          <p>
            <a href={href(queueUrls.slice(all))}>{t("desk:queue.seeAll")}</a>
          </p>
        )}
      </EmptyState>
      {done.length > 0 && <Done view={view} done={done} />}
    </>
  );
}

function Done({ view, done }: { view: View; done: QueueSeen["done"] }) {
  const { t } = view;
  const count = done.reduce((sum, one) => sum + one.count, 0);
  const known = done.filter(({ action }) => action in doneActions);
  return (
    <section class="flow push">
      <h2>{t("desk:queue.doneTitle")}</h2>
      <p>{t("desk:queue.done", { count })}</p>
      <ul>
        {known.map(({ action, count: times }) => (
          <li>
            {t(`desk:queue.did.${doneActions[action as keyof typeof doneActions]}`, {
              count: times,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

const doneActions = {
  "proposal.accepted": "accepted",
  "proposal.refused": "refused",
  "association.edited": "edited",
  "association.confirmed": "confirmed",
  "association.merged": "merged",
  "association.created": "created",
} as const;

/** Mine or everybody's, then each kind with how many wait. */
function Slices({ view, waiting, slice, me }: QueueSeen & { view: View }) {
  const { t, href } = view;
  const own = (item: Queued) => !slice.mine || !item.ownerId || item.ownerId === me;
  const kinds = new Map<string, number>();
  for (const { kind } of waiting.filter(own)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const link = (to: Slice, words: string) => (
    <li>
      <a
        href={href(queueUrls.slice(writeSlice(to)))}
        aria-current={writeSlice(to) === writeSlice(slice) ? "page" : undefined}
      >
        {words}
      </a>
    </li>
  );
  return (
    <nav class="slices" aria-label={t("desk:queue.narrow")}>
      <ul class="plain row">
        {link({ mine: true, kind: undefined }, t("desk:queue.mine"))}
        {link({ mine: false, kind: undefined }, t("desk:queue.all"))}
      </ul>
      {kinds.size > 1 && (
        <ul class="plain row">
          {[...kinds].map(([kind, count]) =>
            link({ ...slice, kind }, `${kindWords(t, kind)} (${count})`),
          )}
        </ul>
      )}
    </nav>
  );
}

function Lines({ view, ...seen }: QueueSeen & { view: View }) {
  const { t, href } = view;
  const dans = writeSlice(seen.slice);
  const shown = seen.items.slice((seen.page - 1) * pageSize, seen.page * pageSize);
  return (
    <Form view={view} form={blankForm} action={href(queueUrls.give)}>
      <HiddenField name="dans" value={dans} />
      <ItemTable view={view} items={shown} dans={dans} team={seen.team} away={seen.away} />
      <Pagination
        view={view}
        page={seen.page}
        pages={seen.pages}
        href={(to) => href(queueUrls.slice(dans, to))}
      />
      <SelectField
        view={view}
        form={blankForm}
        name="agent"
        label={t("desk:queue.giveTo")}
        optional="silent"
        empty={t("desk:queue.nobody")}
        options={seen.team.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button kind="secondary">{t("desk:queue.give")}</Button>
    </Form>
  );
}
