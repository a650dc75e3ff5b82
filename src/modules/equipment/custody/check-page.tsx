import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { shortDay } from "../../../ui/dates.ts";
import type { Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";
import type { RoundStep } from "./check.ts";
import { longestWords } from "./codes.ts";
import type { Happening } from "./queries.ts";
import { ReportWords } from "./report-words.tsx";
import { stepKey } from "./steps.ts";

export type CheckSeen = {
  unit: Unit;
  steps: readonly RoundStep[];
  /** How it came back. */
  last: Happening | undefined;
  form: FormState;
};

/** What a unit needs before it is lent again: what is done stays done, by whom and when. */
export function checkPage(view: View, { unit, steps, last, form }: CheckSeen): string {
  const { t, href, lang } = view;
  const title = t("handing:checking.title", { tag: unit.tag });
  const words = (step: RoundStep) =>
    step.kind === "hygiene" ? t(`handing:hygiene.${step.step}`) : step.step;
  const left = steps.filter(({ done }) => !done);
  const did = steps.filter(({ done }) => done);
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: unit.tag, path: urls.unit(unit.tag) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{unit.modelName}</p>
      {last && <ReportWords view={view} report={last} />}
      {did.length > 0 && (
        <>
          <h2>{t("handing:checking.done")}</h2>
          <ul>
            {did.map((step) => (
              <li>
                {words(step)}{" "}
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
      <Form {...of} action={href(urls.checking(unit.tag))}>
        {left.length > 0 ? (
          <CheckboxGroup
            {...of}
            name="steps"
            label={t("handing:checking.left")}
            hint={t("handing:checking.leftHint")}
            options={left.map((step) => ({ value: stepKey(step), label: words(step) }))}
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
