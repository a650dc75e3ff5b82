import { longDay, momentWords } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  Facts,
  Form,
  RadioGroup,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { unitStates } from "../codes.ts";
import { UnitTag } from "../models/one-page.tsx";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import { UnitUpkeep } from "../upkeep/parts.tsx";
import type { Upkeep } from "../upkeep/queries.ts";
import type { Unit } from "./queries.ts";

export type UnitSeen = { unit: Unit; upkeep: readonly Upkeep[]; form: FormState };

/** One unit: where it is, what it is fit for, and saying otherwise. Its label leads here. */
export function unitPage(view: View, side: Side, { unit, upkeep, form }: UnitSeen): string {
  const { t, href, lang } = view;
  const { urls } = side;
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title: unit.tag, form },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...modelsTrail(view, side),
          { words: unit.modelName, path: urls.deskModel(unit.modelId) },
        ]}
        here={unit.tag}
      />
      <h1>{unit.tag}</h1>
      <p class="row">
        <UnitTag view={view} state={unit.state} />
        <span class="soft">{unit.modelName}</span>
      </p>
      <Facts
        view={view}
        facts={[
          { term: t("lending:units.place"), value: unit.placeName },
          { term: t("lending:units.shelf"), value: unit.shelf },
          { term: t("lending:units.serial"), value: unit.serial },
          { term: t("lending:units.plan"), value: unit.dataPlan },
          {
            term: t("lending:units.acquired"),
            value: unit.acquiredOn && longDay(lang, unit.acquiredOn),
          },
          { term: t("lending:units.since"), value: momentWords(lang, unit.stateAt) },
          { term: t("lending:units.note"), value: unit.note },
        ]}
      />
      <Form {...of} action={href(urls.unitState(unit.tag))}>
        <RadioGroup
          {...of}
          name="state"
          label={t("lending:units.change")}
          options={unitStates.map((value) => ({
            value,
            label: t(`lending:unit.${value}`),
            hint: t(`lending:unitHint.${value}`),
          }))}
        />
        <TextArea
          {...of}
          name="note"
          label={t("lending:units.note")}
          hint={t("lending:units.noteHint")}
          rows={2}
          maxLength={600}
          optional
        />
        <Button icon="done">{t("lending:save")}</Button>
      </Form>
      <UnitUpkeep view={view} upkeep={upkeep} />
    </>,
  );
}
