import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  Form,
  French,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { shortDay } from "../../../ui/dates.ts";
import type { Unit } from "../units/queries.ts";
import { homeTrail, keptPage } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import type { RoundStep } from "./check.ts";
import { longestWords } from "./codes.ts";
import type { Happening } from "./queries.ts";
import { ReportWords } from "./report-words.tsx";
import { stepKey } from "./steps.ts";

export type CheckSeen = {
  side: Side;
  unit: Unit;
  steps: readonly RoundStep[];
  /** How it came back. */
  last: Happening | undefined;
  form: FormState;
};

/** What a unit needs before it is lent again: what is done stays done, by whom and when. */
export function checkPage(view: View, { side, unit, steps, last, form }: CheckSeen): string {
  const { t, href, lang } = view;
  const title = t("handing:checking.title", { tag: unit.tag });
  const words = (step: RoundStep) =>
    step.kind === "hygiene" ? t(`handing:hygiene.${step.step}`) : step.step;
  const left = steps.filter(({ done }) => !done);
  const did = steps.filter(({ done }) => done);
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form },
    <>
      <Breadcrumb
        view={view}
        trail={[...homeTrail(view, side), { words: unit.tag, path: side.urls.unit(unit.tag) }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">
        <French view={view}>{unit.modelName}</French>
      </p>
      {last && (
        <ReportWords
          view={view}
          report={last}
          photoOf={(file) => href(side.urls.unitPhoto(unit.tag, file))}
        />
      )}
      {did.length > 0 && (
        <>
          <h2>{t("handing:checking.done")}</h2>
          <ul>
            {did.map((step) => (
              <li>
                {step.kind === "check" ? <French view={view}>{words(step)}</French> : words(step)}{" "}
                <span class="soft">
                  {[step.done?.by, step.done && shortDay(lang, step.done.at)]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form {...of} action={href(side.urls.checking(unit.tag))}>
        {left.length > 0 ? (
          <CheckboxGroup
            {...of}
            name="steps"
            label={t("handing:checking.left")}
            hint={t("handing:checking.leftHint")}
            options={left.map((step) => ({
              value: stepKey(step),
              label: words(step),
              french: step.kind === "check",
            }))}
            optional="silent"
          />
        ) : (
          <p>{t("handing:checking.none")}</p>
        )}
        <TextField
          {...of}
          name="words"
          label={t("handing:report.words")}
          maxLength={longestWords}
          optional
        />
        <Actions>
          <Button icon="done">
            {t(left.length ? "handing:checking.save" : "handing:checking.ready")}
          </Button>
          <Button kind="secondary" name="broken" value="on">
            {t("handing:checking.broken")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}
