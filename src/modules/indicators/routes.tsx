import { z } from "zod";
import { record } from "../journal/index.ts";
import {
  before,
  periodWords,
  readPeriod,
  seriesOf,
  yearAround,
  type BesideFigure,
  type Indicator,
  type Period,
  type Question,
} from "../communes/index.ts";
import { dayOf } from "../../platform/clock.ts";
import { csvFile } from "../../platform/csv.ts";
import { file, notFound, page, redirect } from "../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../platform/http/ask.ts";
import { formState, say, shape, typedFrom, type Problem } from "../../platform/http/form.ts";
import { anyStaff, staff } from "../../platform/http/person.ts";
import { declarePage } from "./declared/pages.tsx";
import { countDeclared, declaredFigures, declareFigure } from "./declared/queries.ts";
import { indicatorIds, type IndicatorId } from "./ids.ts";
import { indicatorPage } from "./indicator-page.tsx";
import { steeringPage } from "./pages.tsx";
import { indicatorUrls } from "./urls.ts";

const declarers = staff("referent");
const rowsShown = 25;
const periodsCharted = 5;

const declaration = z.object({
  from: z.string(),
  to: z.string(),
  value: z.string().regex(/^\d{1,9}([.,]\d{1,3})?$/, say("indicators:problem.value")),
  evidence: z
    .string()
    .min(1, say("indicators:problem.evidence"))
    .max(2000, say("settings:problem.long")),
});

/** The pages of the figures, over the indicators that the rooms compute. */
export const indicatorRoutes = (
  computed: readonly Indicator[],
  beside: readonly BesideFigure[] = [],
): Route[] => [
  get(indicatorUrls.all, anyStaff, async (ask) => {
    const period = yearAround(dayOf(ask.now));
    const readings = new Map();
    for (const indicator of computed)
      readings.set(indicator.id, await indicator.read(ask.tx, questionOf(ask, period)));
    const declared = await countDeclared(ask.tx);
    const others = [];
    for (const figure of beside.filter(({ readers }) => readers.allows(ask.person)))
      others.push({
        title: figure.title(ask.t),
        path: figure.path(period),
        reading: await figure.read(ask.tx, { ...questionOf(ask, period), now: ask.now }),
      });
    return page(steeringPage(ask.view, { period, readings, declared, others }));
  }),
  get(indicatorUrls.one(":id"), anyStaff, async (ask) => {
    const { id, indicator } = asked(ask, computed);
    const today = dayOf(ask.now);
    const read = readPeriod(ask.query.get("du"), ask.query.get("au"), today);
    const refused = "refused" in read ? ask.t(`period:problem.${read.refused}`) : undefined;
    const period = "refused" in read ? yearAround(today) : read;
    const question = questionOf(ask, period);
    const maySee = indicator?.rowsFor.allows(ask.person);
    const body = indicatorPage(ask.view, {
      id,
      period,
      people: indicator?.counts === "people",
      today,
      refused,
      reading: await indicator?.read(ask.tx, question),
      rows: maySee ? await indicator?.rows(ask.tx, question, rowsShown) : undefined,
      declared: await declaredFigures(ask.tx, id),
      mayDeclare: declarers.allows(ask.person),
    });
    return page(body, refused ? 422 : 200);
  }),
  get(indicatorUrls.rows(":id"), anyStaff, async (ask) => {
    const { id, indicator } = asked(ask, computed);
    const period = readPeriod(ask.query.get("du"), ask.query.get("au"), dayOf(ask.now));
    if (!indicator?.rowsFor.allows(ask.person) || "refused" in period) return notFound();
    const rows = await indicator.rows(ask.tx, questionOf(ask, period));
    const body = csvFile(
      rows.columns,
      rows.lines.map(({ cells }) => cells),
    );
    return file(body, "text/csv; charset=utf-8", `${id}-${period.from}-${period.to}.csv`);
  }),
  get(indicatorUrls.declare(":id"), declarers, (ask) => {
    const { id } = asked(ask, computed);
    const { from, to } = before(yearAround(dayOf(ask.now)));
    return page(declarePage(ask.view, id, formState(typedFrom({ from, to }))));
  }),
  post(indicatorUrls.declare(":id"), declarers, async (ask) => {
    const { id } = asked(ask, computed);
    const refused = (problems: Problem[]) => {
      return page(declarePage(ask.view, id, formState(ask.form, problems)), 422);
    };
    const shaped = shape(ask.t, declaration, ask.form, ["from", "to", "value", "evidence"]);
    const period = readPeriod(ask.form.get("from") || "?", ask.form.get("to") || "?", "");
    const problems: Problem[] = "problems" in shaped ? [...shaped.problems] : [];
    if ("refused" in period)
      problems.unshift({ field: "from", sentence: ask.t(`period:problem.${period.refused}`) });
    if ("problems" in shaped || "refused" in period) return refused(problems);
    await declare(ask, id, period, shaped.value);
    return redirect(ask.view.href(indicatorUrls.one(id)), "indicators.declared");
  }),
];

function asked(ask: Ask, computed: readonly Indicator[]) {
  const id = indicatorIds.find((one) => one === ask.params["id"]) ?? notFound();
  return { id, indicator: computed.find((one) => one.id === id) };
}

function questionOf({ now, t, lang }: Ask, period: Period): Question {
  const series = seriesOf(period, periodsCharted).map((one) => ({
    period: one,
    label: periodWords(t, lang, one),
  }));
  return { period, before: before(period), series, today: dayOf(now), t, lang };
}

async function declare(
  ask: Ask,
  id: IndicatorId,
  period: Period,
  said: { value: string; evidence: string },
): Promise<void> {
  const by = requirePerson(ask).id;
  const value = Number(said.value.replace(",", "."));
  const { evidence } = said;
  await declareFigure(ask.tx, { indicator: id, period, value, evidence, at: ask.now, by });
  await record(ask.tx, {
    actor: { kind: "person", id: by },
    at: ask.now,
    subject: { kind: "indicator", id },
    action: "indicator.declared",
    change: { ...period, value, evidence },
  });
}
