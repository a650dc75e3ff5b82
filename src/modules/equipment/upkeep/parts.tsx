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
  const { t, href, lang } = view;
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
      {upkeep.map((one) => (
        <details>
          <summary>
            {t("keeping:upkeep.done")} : {one.plan.task}
          </summary>
          <Form view={view} form={blankForm} action={href(upkeepUrls.due)}>
            <HiddenField name="plan" value={one.plan.id} />
            <HiddenField name="unit" value={one.unitId} />
            <HiddenField name="nth" value={String(one.nth)} />
            <HiddenField name="tag" value={one.tag} />
            <TextField
              view={view}
              form={blankForm}
              name={`note_${one.plan.id}`}
              label={t("lending:units.note")}
              hint={t("lending:units.noteHint")}
              maxLength={300}
              optional
            />
            <Button icon="done">{t("keeping:upkeep.done")}</Button>
          </Form>
        </details>
      ))}
    </section>
  );
}
