import { longDay } from "../../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  HiddenField,
  RadioGroup,
  SelectField,
  Table,
  TextArea,
  type FormState,
  type View,
} from "../../../../ui/index.ts";
import { periodWords, type Period } from "../../../communes/index.ts";
import type { LendingPlace } from "../../lending-places/queries.ts";
import { urls as equipment } from "../../urls.ts";
import { wordsOf } from "../report.ts";
import { urls } from "../urls.ts";
import type { PoolUse } from "../usage/queries.ts";
import { reviewDecisions, type Review } from "./queries.ts";

export type ReviewSeen = {
  pool: PoolUse;
  period: Period;
  /** Where it may move: the places that lend, but this one. */
  places: readonly LendingPlace[];
  reviews: readonly Review[];
};

/** What becomes of something at a place: what was seen of it, what was decided before, what is decided now. */
export function reviewPage(view: View, seen: ReviewSeen, form: FormState): string {
  const { t, lang, href } = view;
  const { pool, period, places, reviews } = seen;
  const title = t("reports:review.title", { model: pool.model });
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.all(), main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("reports:title"), path: urls.all(period) },
          { words: wordsOf(t, "jamais-sorti").title, path: urls.one("jamais-sorti", period) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Facts
        view={view}
        facts={[
          {
            term: t("reports:column.model"),
            value: <a href={href(equipment.deskModel(pool.modelId))}>{pool.model}</a>,
          },
          { term: t("reports:column.place"), value: pool.place },
          { term: t("reports:column.units"), value: pool.units.toLocaleString(lang) },
          {
            term: t("reports:column.lastOn"),
            value: pool.lastOn ? longDay(lang, pool.lastOn) : t("reports:review.never"),
          },
        ]}
      />
      <Form {...of} action={href(urls.review(pool.poolId))}>
        <HiddenField name="du" value={period.from} />
        <HiddenField name="au" value={period.to} />
        <RadioGroup
          {...of}
          name="decision"
          label={t("reports:review.decision")}
          options={reviewDecisions
            .filter((decision) => decision !== "move" || places.length > 0)
            .map((value) => ({ value, label: t(`reports:decision.${value}`), hint: t(`reports:decisionHint.${value}`) }))} // prettier-ignore
        />
        {places.length > 0 && (
          <SelectField
            {...of}
            name="place"
            label={t("reports:review.place")}
            hint={t("reports:review.placeHint")}
            optional
            options={places.map(({ placeId, name }) => ({ value: placeId, label: name }))}
          />
        )}
        <TextArea
          {...of}
          name="words"
          label={t("reports:review.words")}
          hint={t("reports:review.wordsHint")}
          rows={3}
          maxLength={600}
        />
        <Actions>
          <Button icon="done">{t("reports:review.save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.one("jamais-sorti", period))}>
            {t("reports:rows.back")}
          </ButtonLink>
        </Actions>
      </Form>
      {reviews.length > 0 && (
        <section class="flow push">
          <h2>{t("reports:review.history")}</h2>
          <Table
            view={view}
            caption={t("reports:review.history")}
            captionHidden
            rows={reviews}
            columns={[
              {
                label: t("reports:column.decidedOn"),
                heading: true,
                cell: ({ on }) => longDay(lang, on),
              },
              {
                label: t("reports:column.decision"),
                cell: ({ decision, place }) =>
                  place ? t("reports:review.to", { place }) : t(`reports:decision.${decision}`),
              },
              {
                label: t("reports:review.about"),
                cell: ({ from, until }) => periodWords(t, lang, { from, to: until }),
              },
              { label: t("reports:review.why"), cell: ({ words }) => words },
              {
                label: t("reports:review.by"),
                cell: ({ by }) => by ?? t("reports:review.somebody"),
              },
            ]}
          />
        </section>
      )}
    </>,
  );
}
