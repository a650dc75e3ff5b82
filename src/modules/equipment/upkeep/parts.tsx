import { momentWords } from "../../../ui/dates.ts";
import {
  Button,
  ButtonLink,
  Form,
  Table,
  TextField,
  blankForm,
  HiddenField,
  type View,
} from "../../../ui/index.ts";
import { upkeepUrls } from "../urls.ts";
import type { Plan, Upkeep } from "./queries.ts";
import { rhythmWords, whenWords } from "./words.ts";

/** On the page of a model: what is done to its units again and again. */
export const ModelUpkeep = ({
  view,
  modelId,
  plans,
}: {
  view: View;
  modelId: string;
  plans: readonly Plan[];
}) => (
  <section class="flow" aria-labelledby="entretien">
    <h2 id="entretien">{view.t("keeping:upkeep.title")}</h2>
    {plans.length === 0 && <p class="soft">{view.t("keeping:upkeep.none")}</p>}
    {plans.length > 0 && (
      <ul>
        {plans.map((plan) => (
          <li>
            <a href={view.href(upkeepUrls.plan(plan.id))}>{plan.task}</a>, {rhythmWords(view, plan)}
          </li>
        ))}
      </ul>
    )}
    <p>
      <ButtonLink href={view.href(upkeepUrls.addPlan(modelId))} kind="secondary" icon="add">
        {view.t("keeping:upkeep.add")}
      </ButtonLink>
    </p>
  </section>
);

/** On the page of a unit: what is done to it, when it was, when it will be, and saying it is done, with a word. */
export function UnitUpkeep({ view, upkeep }: { view: View; upkeep: readonly Upkeep[] }) {
  const { t, lang } = view;
  if (!upkeep.length) return null;
  return (
    <section class="flow" aria-labelledby="entretien">
      <h2 id="entretien">{t("keeping:upkeep.title")}</h2>
      <Table
        view={view}
        caption={t("keeping:upkeep.title")}
        captionHidden
        rows={upkeep}
        columns={[
          { label: t("keeping:upkeep.task"), heading: true, cell: ({ plan }) => plan.task },
          {
            label: t("keeping:upkeep.last"),
            cell: ({ last }) => (last ? momentWords(lang, last) : t("keeping:upkeep.never")),
          },
          { label: t("keeping:upkeep.nextTime"), cell: (one) => whenWords(view, one) },
        ]}
      />
      {upkeep.map((one) =>
        one.due ? (
          <section class="flow card">
            <h3>{one.plan.task}</h3>
            <SayDone view={view} upkeep={one} />
          </section>
        ) : (
          <details>
            <summary>
              {t("keeping:upkeep.done")} : {one.plan.task}
            </summary>
            <SayDone view={view} upkeep={one} />
          </details>
        ),
      )}
    </section>
  );
}

/** That it is done, with a word if there is one; the page of the unit comes back. */
function SayDone({ view, upkeep }: { view: View; upkeep: Upkeep }) {
  const { t, href } = view;
  const { plan, unitId, nth, tag } = upkeep;
  return (
    <Form view={view} form={blankForm} action={href(upkeepUrls.due)}>
      <HiddenField name="plan" value={plan.id} />
      <HiddenField name="unit" value={unitId} />
      <HiddenField name="nth" value={String(nth)} />
      <HiddenField name="tag" value={tag} />
      <TextField
        view={view}
        form={blankForm}
        name={`note_${plan.id}`}
        label={t("lending:units.note")}
        hint={t("lending:units.noteHint")}
        maxLength={300}
        optional
      />
      <Button icon="done">{t("keeping:upkeep.done")}</Button>
    </Form>
  );
}
