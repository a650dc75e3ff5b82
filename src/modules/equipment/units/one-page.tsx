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
import type { Happening } from "../custody/queries.ts";
import { UnitActions } from "../custody/unit-actions.tsx";
import { UnitHistory } from "../custody/unit-history.tsx";
import type { Loan } from "../loans/queries.ts";
import { UnitTag } from "../models/one-page.tsx";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import { UnitUpkeep } from "../upkeep/parts.tsx";
import type { Upkeep } from "../upkeep/queries.ts";
import { urls as deskUrls } from "../urls.ts";
import type { Side } from "../who.ts";
import type { NextLoan, Unit } from "./queries.ts";

/** What becomes of a unit, beside what it is. */
export type UnitNow = {
  history: readonly Happening[];
  /** The loan that has it. */
  held: Loan | undefined;
  /** Loans of its shelf that are handed over soon. */
  next: readonly NextLoan[];
  /** Kept at the desk alone. */
  upkeep: readonly Upkeep[] | undefined;
};

export type UnitSeen = { side: Side; unit: Unit; now: UnitNow; form: FormState };

/** One unit: what to do with it now, where it is, what it is fit for, what happened to it. Its label leads here. */
export function unitPage(view: View, { side, unit, now, form }: UnitSeen): string {
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
        <UnitTag view={view} unit={unit} />
        <span class="soft">{unit.modelName}</span>
      </p>
      <UnitActions view={view} side={side} unit={unit} held={now.held} next={now.next} />
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
      {now.upkeep && <UnitUpkeep view={view} upkeep={now.upkeep} />}
      <UnitHistory view={view} side={side} tag={unit.tag} history={now.history} />
      {side.name === "desk" && (
        <p class="not-paper">
          <a href={href(deskUrls.labelOf(unit.tag))}>{t("paperdesk:labels.one")}</a>
        </p>
      )}
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
    </>,
  );
}
