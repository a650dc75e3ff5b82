import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Breadcrumb,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { upkeepUrls, urls } from "../urls.ts";
import type { Plan, Upkeep, UpkeepDone } from "./queries.ts";
import { rhythmWords, whenWords } from "./words.ts";

export const upkeepTrail = ({ t }: View) => [{ words: t("lending:title"), path: urls.desk }];

export type UpkeepSeen = {
  due: readonly Upkeep[];
  done: readonly UpkeepDone[];
  plans: readonly Plan[];
};

/** What is to be done to the equipment now, phone in hand; what was just done; what is done again and again. */
export function upkeepPage(view: View, { due, done, plans }: UpkeepSeen): string {
  const { t, href } = view;
  return deskPage(
    view,
    { title: t("keeping:upkeep.title"), section: urls.desk },
    <>
      <Breadcrumb view={view} trail={upkeepTrail(view)} here={t("keeping:upkeep.title")} />
      <h1>{t("keeping:upkeep.title")}</h1>
      <p class="lead">{t("keeping:upkeep.lead")}</p>
      {due.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("keeping:upkeep.nothing")}>
          <p>{t(plans.length ? "keeping:upkeep.nothingHow" : "keeping:upkeep.noPlanHow")}</p>
        </EmptyState>
      ) : (
        <ul class="grid">
          {due.map((one) => (
            <li>
              <ToDo view={view} upkeep={one} />
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && <Done view={view} done={done} />}
      <section class="flow" aria-labelledby="plans">
        <h2 id="plans">{t("keeping:upkeep.plans")}</h2>
        <Table
          view={view}
          caption={t("keeping:upkeep.plans")}
          captionHidden
          rows={plans}
          empty={
            <p>
              <a href={href(urls.models)}>{t("keeping:upkeep.chooseModel")}</a>
            </p>
          }
          columns={[
            {
              label: t("keeping:upkeep.task"),
              heading: true,
              cell: ({ id, task }) => <a href={href(upkeepUrls.plan(id))}>{task}</a>,
            },
            {
              label: t("keeping:upkeep.model"),
              cell: ({ modelId, modelName }) => (
                <a href={href(urls.deskModel(modelId))}>{modelName}</a>
              ),
            },
            { label: t("keeping:upkeep.rhythm"), cell: (plan) => rhythmWords(view, plan) },
          ]}
        />
      </section>
    </>,
  );
}

function ToDo({ view, upkeep }: { view: View; upkeep: Upkeep }) {
  const { href } = view;
  const { plan, tag, placeName, shelf } = upkeep;
  return (
    <div class="card flow">
      <h2>
        <a href={href(urls.unit(tag))}>{tag}</a>
      </h2>
      <p class="soft">
        {[plan.modelName, placeName, shelf].filter((words) => words !== null).join(", ")}
      </p>
      <p>
        <strong>{plan.task}</strong>
        <br />
        {whenWords(view, upkeep)}
      </p>
      <DoneButton view={view} upkeep={upkeep} />
    </div>
  );
}

/** "C’est fait", in one tap: the time it speaks of, so that twice is once. */
export function DoneButton({ view, upkeep }: { view: View; upkeep: Upkeep }) {
  const { plan, unitId, tag, nth } = upkeep;
  return (
    <ActionForm
      view={view}
      action={view.href(upkeepUrls.due)}
      icon="done"
      kind={upkeep.due ? "primary" : "secondary"}
      fields={{ plan: plan.id, unit: unitId, nth: String(nth) }}
    >
      {view.t("keeping:upkeep.done")}
      <span class="sr">
        {" "}
        : {plan.task}, {tag}
      </span>
    </ActionForm>
  );
}

const Done = ({ view, done }: { view: View; done: readonly UpkeepDone[] }) => (
  <section class="flow" aria-labelledby="faits">
    <h2 id="faits">{view.t("keeping:upkeep.lately")}</h2>
    <Table
      view={view}
      caption={view.t("keeping:upkeep.lately")}
      captionHidden
      rows={done}
      columns={[
        {
          label: view.t("lending:units.tag"),
          heading: true,
          cell: ({ tag }) => <a href={view.href(urls.unit(tag))}>{tag}</a>,
        },
        { label: view.t("keeping:upkeep.task"), cell: ({ task }) => task },
        { label: view.t("keeping:parts.when"), cell: ({ at }) => momentWords(view.lang, at) },
        { label: view.t("lending:units.note"), ifAny: true, cell: ({ note }) => note },
        {
          label: view.t("keeping:upkeep.mistake"),
          ifAny: true,
          cell: (one) =>
            one.lastTime && (
              <ActionForm
                view={view}
                action={view.href(upkeepUrls.undo)}
                kind="quiet"
                icon="undo"
                fields={{ plan: one.planId, unit: one.unitId, nth: String(one.nth) }}
              >
                {view.t("keeping:upkeep.undo")}
              </ActionForm>
            ),
        },
      ]}
    />
  </section>
);
