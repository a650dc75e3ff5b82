import type { ComponentChildren } from "preact";
import {
  ActionForm,
  Actions,
  Alert,
  besideQueue,
  Breadcrumb,
  Button,
  ButtonLink,
  Card,
  deskPage,
  Facts,
  Form,
  HiddenField,
  RadioGroup,
  Steps,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Names } from "../history/words.tsx";
import type { Decision, MergePlan } from "../merge/rules.ts";
import type { Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";
import type { Part } from "./fields.ts";
import { Refused } from "./queue-page.tsx";
import { partValueWords, partWords } from "./words.ts";

/** Name of the form's answer for a part of the record. */
export const choiceName = (part: string): string => `choice-${part}`;

export type MergeSeen = {
  /** Identifiers of the pair as the address says them. */
  pair: readonly [string, string];
  kept: Situation;
  absorbed: Situation;
  plan: MergePlan;
  names: Names;
  form: FormState;
  /** Why nothing was changed, when it was not. */
  problem?: string | undefined;
};

/** Which record is kept, and what it says where the two differ. */
export function mergePage(view: View, seen: MergeSeen): string {
  const { t } = view;
  const { kept, absorbed, plan, form, pair } = seen;
  return framed(
    view,
    { title: t("doubles:merge.title"), step: 1, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Refused view={view} problem={seen.problem} />
      <h2>{t("doubles:merge.keptTitle")}</h2>
      <p>{t("doubles:merge.kept", { kept: kept.record.name, absorbed: absorbed.record.name })}</p>
      <Actions>
        <ButtonLink
          kind="secondary"
          icon="undo"
          href={view.href(besideQueue(view, urls.pairKeeping(...pair, absorbed.id)))}
        >
          {t("doubles:merge.swap", { name: absorbed.record.name })}
        </ButtonLink>
        {view.queue && (
          <ActionForm view={view} action={view.href(urls.pairDistinct(...pair))} kind="secondary">
            {t("doubles:distinct")}
          </ActionForm>
        )}
      </Actions>
      <Form view={view} form={form} action={view.href(urls.pairCheck(...pair))}>
        <Sent kept={kept} absorbed={absorbed} />
        <h2>{t("doubles:merge.values")}</h2>
        {plan.differing.length === 0 && <p>{t("doubles:merge.sameValues")}</p>}
        {plan.differing.map((decision) => (
          <Choose view={view} seen={seen} decision={decision} />
        ))}
        <Alert view={view} kind="info">
          <p>{t("doubles:merge.moves")}</p>
        </Alert>
        <Button>{t("doubles:merge.toCheck")}</Button>
      </Form>
    </>,
  );
}

const framed = (
  view: View,
  { title, step, wrong }: { title: string; step: number; wrong: boolean },
  children: ComponentChildren,
): string =>
  deskPage(
    view,
    { title, section: urls.duplicates, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: view.t("doubles:title"), path: urls.duplicates }]}
        here={title}
      />
      <h1>{title}</h1>
      <Steps
        view={view}
        step={step}
        steps={2}
        words={view.t(step === 1 ? "doubles:merge.choose" : "doubles:merge.check")}
      />
      {children}
    </>,
  );

/** What the page was opened on: which record is kept, and what each was. */
function Sent({ kept, absorbed }: Pick<MergeSeen, "kept" | "absorbed">) {
  return (
    <>
      <HiddenField name="kept" value={kept.id} />
      <HiddenField name="keptRevision" value={String(kept.revision)} />
      <HiddenField name="absorbedRevision" value={String(absorbed.revision)} />
    </>
  );
}

function Choose(props: { view: View; seen: MergeSeen; decision: Decision }) {
  const { view, seen, decision } = props;
  const { t } = view;
  const part = decision.field as Part;
  const name = choiceName(part);
  const words = (side: "kept" | "absorbed") =>
    partValueWords(view, part, decision[side]?.value ?? null, seen.names);
  const proposed = decision.needsPerson ? undefined : decision.choice;
  const typed = seen.form.values[name];
  return (
    <RadioGroup
      view={view}
      form={{ ...seen.form, values: { ...seen.form.values, [name]: typed ?? proposed } }}
      name={name}
      label={partWords(view, part)}
      hint={decision.needsPerson ? t("doubles:merge.mustChoose") : t(`doubles:why.${decision.why}`)}
      options={[
        { value: "kept", label: words("kept"), hint: t("doubles:merge.fromKept") },
        { value: "absorbed", label: words("absorbed"), hint: t("doubles:merge.fromAbsorbed") },
        ...(Array.isArray(decision.kept?.value)
          ? [{ value: "both", label: t("doubles:merge.both") }]
          : []),
      ]}
    />
  );
}

/** What the record kept will say: the last look before two become one. */
export function checkPage(view: View, seen: MergeSeen): string {
  const { t } = view;
  const { kept, absorbed, plan, pair } = seen;
  return framed(
    view,
    { title: t("doubles:merge.checkTitle"), step: 2, wrong: false },
    <>
      <p>{t("doubles:merge.kept", { kept: kept.record.name, absorbed: absorbed.record.name })}</p>
      <Card>
        <Facts
          view={view}
          facts={plan.decisions
            .filter(({ field, why }) => why !== "only_value" || field !== "registryThemes")
            .map(({ field, result }) => ({
              term: partWords(view, field as Part),
              value: partValueWords(view, field as Part, result.value, seen.names),
            }))}
        />
      </Card>
      <p>{t("doubles:merge.moves")}</p>
      <p>{t("doubles:merge.back")}</p>
      <Form view={view} form={seen.form} action={view.href(urls.pairMerge(...pair))}>
        <Sent kept={kept} absorbed={absorbed} />
        {plan.differing.map(({ field, choice }) => (
          <HiddenField name={choiceName(field)} value={choice} />
        ))}
        <Actions>
          <Button icon="merge" waiting={t("doubles:merge.doing")}>
            {t("doubles:merge.do")}
          </Button>
          <ButtonLink kind="quiet" href={view.href(urls.pairKeeping(...pair, kept.id))}>
            {t("doubles:merge.change")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** Two records that cannot become one, and why. */
export const refusedPage = (view: View, problem: string): string =>
  deskPage(
    view,
    { title: view.t("doubles:merge.title"), section: urls.duplicates, main: "text", wrong: true },
    <>
      <h1>{view.t("doubles:merge.title")}</h1>
      <Refused view={view} problem={problem} />
      <Actions>
        <ButtonLink href={view.href(urls.duplicates)}>{view.t("doubles:refused.back")}</ButtonLink>
      </Actions>
    </>,
  );
