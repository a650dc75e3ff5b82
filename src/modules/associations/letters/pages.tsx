import { shortDay } from "../../../ui/dates.ts";
import {
  Actions,
  blankForm,
  Breadcrumb,
  Button,
  deskPage,
  EmptyState,
  Form,
  RadioGroup,
  RestScene,
  Table,
  Tag,
  type Option,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Batch } from "./batches.ts";
import type { Audience } from "./rules.ts";

export type Choice = { audience: Audience; reached: number; unaddressed: number };

const tones = { waiting: "info", ready: "success", failed: "error" } as const;

/** How far a batch is, in a word. */
export function BatchTag({ view, state }: { view: View; state: Batch["state"] }) {
  const words = view.t(`letters:state.${state}`);
  return state === "forgotten" ? <Tag>{words}</Tag> : <Tag tone={tones[state]}>{words}</Tag>;
}

/** Whom to write to on paper, and what was printed before. */
export function lettersPage(
  view: View,
  seen: { counts: readonly Choice[]; batches: readonly Batch[] },
): string {
  const { t, href } = view;
  const title = t("letters:title");
  const some = seen.counts.filter(({ reached }) => reached > 0);
  return deskPage(
    view,
    { title, section: urls.letters },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("letters:lead")}</p>
      {some.length ? (
        <Form
          view={view}
          action={href(urls.letters)}
          form={{ ...blankForm, values: { audience: some[0]?.audience } }}
        >
          <RadioGroup
            view={view}
            form={{ ...blankForm, values: { audience: some[0]?.audience } }}
            name="audience"
            label={t("letters:whom")}
            options={seen.counts.map((one) => audienceOption(view, one))}
          />
          <p class="soft">{t("letters:links")}</p>
          <Actions>
            <Button icon="print">{t("letters:print")}</Button>
          </Actions>
        </Form>
      ) : (
        <EmptyState scene={<RestScene />} title={t("letters:none")}>
          <p>{t("letters:noneWords")}</p>
        </EmptyState>
      )}
      {seen.batches.length > 0 && (
        <Table
          view={view}
          caption={t("letters:before")}
          rows={seen.batches}
          columns={[
            {
              label: t("letters:day"),
              heading: true,
              cell: ({ id, madeAt }) => (
                <a href={href(urls.letterBatch(id))}>{shortDay(view.lang, madeAt)}</a>
              ),
            },
            {
              label: t("letters:whom"),
              cell: ({ audience }) => t(`letters:audience.${audience}`),
            },
            {
              label: t("letters:letters"),
              cell: ({ associationIds }) => associationIds.length,
              numeric: true,
            },
            { label: t("letters:by"), ifAny: true, cell: ({ by }) => by ?? "" },
            {
              label: t("letters:stateTitle"),
              cell: ({ state }) => <BatchTag view={view} state={state} />,
            },
          ]}
        />
      )}
    </>,
  );
}

/** An audience to choose; one with nobody to write to says so in its place. */
function audienceOption({ t }: View, { audience, reached, unaddressed }: Choice): Option {
  const label = t(`letters:audience.${audience}`);
  const without = unaddressed ? [`${t("letters:unaddressed", { count: unaddressed })}.`] : [];
  if (!reached)
    return {
      value: audience,
      label,
      instead: [t("letters:empty", { audience: lowerFirst(label) }), ...without].join(" "),
    };
  return {
    value: audience,
    label,
    hint: [t("letters:count", { count: reached }), ...without].join(" "),
  };
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
