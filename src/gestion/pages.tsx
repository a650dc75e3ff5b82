import { screenOf, type Queued } from "./queue/rules.ts";
import { queueUrls } from "./queue/urls.ts";
import type { Task } from "../modules/communes/index.ts";
import {
  Actions,
  Card,
  ButtonLink,
  deskPage,
  EmptyState,
  Icon,
  RestScene,
  Table,
  type View,
} from "../ui/index.ts";

/** The next thing to do first, then the others: a work list, not a dashboard. */
export function homePage(view: View, tasks: readonly Task[], queue: readonly Queued[]): string {
  const { t } = view;
  const [first] = queue;
  const [next, ...rest] = tasks;
  // What the queue holds is not said twice.
  const others = first ? tasks.filter(({ queued }) => !queued) : rest;
  return deskPage(
    view,
    { title: t("desk:title"), section: "/gestion", main: "text" },
    <>
      <h1>{t("desk:hello", { name: view.person?.name ?? "" })}</h1>
      {first ? (
        <QueueFirst view={view} first={first} count={queue.length} />
      ) : next ? (
        <Next view={view} task={next} />
      ) : (
        <EmptyState scene={<RestScene />} title={t("desk:nothing.title")}>
          <p>{t("desk:nothing.words")}</p>
          <p>
            <a href={view.href("/gestion/associations")}>{t("desk:nothing.see")}</a>
          </p>
        </EmptyState>
      )}
      {others.length > 0 && (
        <Table
          view={view}
          caption={t("desk:others")}
          rows={others}
          columns={[
            {
              label: t("desk:task"),
              heading: true,
              cell: (task) => (
                <a href={view.href(task.path)} class="icon-line">
                  <Icon name={task.icon} /> {task.words}
                </a>
              ),
            },
            { label: t("desk:why"), cell: (task) => task.why ?? "" },
          ]}
        />
      )}
    </>,
  );
}

/** The day's queue in brief: how many things, the first of them, one button. */
function QueueFirst({ view, first, count }: { view: View; first: Queued; count: number }) {
  const { t, href } = view;
  return (
    <>
      <p class="lead">{t("desk:queue.count", { count })}</p>
      <Card>
        <h2>{first.words}</h2>
        {first.association && <p>{first.association.name}</p>}
        <Actions>
          <ButtonLink href={href(screenOf(first, "moi"))} icon={first.icon}>
            {t("desk:start")}
          </ButtonLink>
          <ButtonLink href={href(queueUrls.all)} kind="secondary" icon="list">
            {t("desk:queue.see")}
          </ButtonLink>
        </Actions>
      </Card>
    </>
  );
}

function Next({ view, task }: { view: View; task: Task }) {
  return (
    <>
      <p class="lead">{view.t("desk:next")}</p>
      <Card>
        <h2>{task.words}</h2>
        {task.why && <p>{task.why}</p>}
        <Actions>
          <ButtonLink href={view.href(task.path)} icon={task.icon}>
            {view.t("desk:start")}
          </ButtonLink>
        </Actions>
      </Card>
    </>
  );
}
