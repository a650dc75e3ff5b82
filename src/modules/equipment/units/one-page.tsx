import { longDay, momentWords } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  deskPage,
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
import { urls } from "../urls.ts";
import type { NextLoan, Unit } from "./queries.ts";

export type UnitSeen = {
  unit: Unit;
  history: readonly Happening[];
  /** The loan that has it. */
  held: Loan | undefined;
  /** Loans of its shelf that are handed over soon. */
  next: readonly NextLoan[];
  form: FormState;
};

/** One unit: what to do with it now, where it is, what it is fit for, what happened to it. Its label leads here. */
export function unitPage(view: View, { unit, history, held, next, form }: UnitSeen): string {
  const { t, href, lang } = view;
  const of = { view, form };
  return deskPage(
    view,
    {
      title: unit.tag,
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:models.title"), path: urls.models },
          { words: unit.modelName, path: urls.deskModel(unit.modelId) },
        ]}
        here={unit.tag}
      />
      <h1>{unit.tag}</h1>
      <p class="row">
        <UnitTag view={view} state={unit.state} />
        <span class="soft">{unit.modelName}</span>
      </p>
      <UnitActions view={view} unit={unit} held={held} next={next} />
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
      <UnitHistory view={view} history={history} />
      <h2>{t("lending:units.change")}</h2>
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
