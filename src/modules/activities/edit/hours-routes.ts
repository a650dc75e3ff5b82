import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { publish, seasonOf, seasonYear } from "../../communes/index.ts";
import {
  addSeries,
  endSeries,
  patternTyped,
  readPattern,
  type Series,
} from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { hoursOf, type Hours } from "../record/series.ts";
import { addSlot } from "../record/write.ts";
import { urls } from "../urls.ts";
import { changeHours } from "./hours.ts";
import { hoursPage } from "./hours-page.tsx";
import { byOf, doors, requireActivity, writing, type Programme } from "./programme.ts";

/** The hours the address names, when they are the activity's. */
async function requireHours(ask: Ask, activity: Activity): Promise<Hours> {
  const all = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  return all.find(({ series }) => series.id === ask.params["series"]) ?? notFound();
}

const begun = (series: Series, today: string): boolean => series.firstDay < today;

async function answerNew(ask: Ask, programme: Programme, problems?: readonly Problem[]) {
  const activity = await requireActivity(ask, programme);
  const season = seasonOf(activity.season ?? seasonYear(programme.today));
  const firstDay = season.from > programme.today ? season.from : programme.today;
  const values =
    activity.kind === "event"
      ? { rhythm: "once" }
      : { rhythm: "weekly", first_day: firstDay, last_day: `${season.to.slice(0, 4)}-06-30`, skip: ["school", "public"] }; // prettier-ignore
  const form = problems ? formState(ask.form, problems) : { values, errors: {} };
  return page(hoursPage(ask.view, { programme, activity, form }), problems ? 422 : 200);
}

async function answerChange(
  ask: Ask,
  programme: Programme,
  problems?: readonly Problem[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const { series } = await requireHours(ask, activity);
  const form = problems
    ? formState(ask.form, problems)
    : { values: { ...patternTyped(series), changeFrom: programme.today }, errors: {} };
  const body = hoursPage(ask.view, {
    programme,
    activity,
    form,
    series: { id: series.id, begun: begun(series, programme.today) },
  });
  return page(body, problems ? 422 : 200);
}

async function add(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const read = readPattern(ask.t, ask.form, programme);
  if ("problems" in read) return answerNew(ask, programme, read.problems);
  const seriesId = await addSeries(ask.tx, byOf(programme), read.value);
  await addSlot(ask.tx, activity.id, { seriesId, placeId: null, placeDetail: null });
  return done(ask, programme, activity);
}

async function change(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const { slot, series } = await requireHours(ask, activity);
  const read = readPattern(ask.t, ask.form, programme);
  const problems = "problems" in read ? [...read.problems] : [];
  const hasBegun = begun(series, programme.today);
  const from = hasBegun ? dayTyped(ask.form.get("changeFrom")) : undefined;
  if (hasBegun && (!from || from < programme.today))
    problems.push({ field: "changeFrom", sentence: ask.t("programme:problem.changeFrom") });
  if ("problems" in read || problems.length) return answerChange(ask, programme, problems);
  await changeHours(ask.tx, programme, activity.id, slot, from ? { from } : "all", read.value);
  return done(ask, programme, activity);
}

async function end(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const { series } = await requireHours(ask, activity);
  await endSeries(ask.tx, byOf(programme), series.id, programme.today);
  return done(ask, programme, activity);
}

async function done(ask: Ask, programme: Programme, activity: Activity): Promise<Answer> {
  if (activity.state === "published") await publish(ask.tx);
  return redirect(ask.view.href(urls.one(programme.base, activity.id)), "programme.hours");
}

/** Hours of an activity: adding, changing all of them or from a day on, ending. */
export const hoursRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.newHours(base, ":activity"), who, async (ask) =>
    answerNew(ask, writing(await find(ask))),
  ),
  post(urls.newHours(base, ":activity"), who, async (ask) => add(ask, writing(await find(ask)))),
  get(urls.hours(base, ":activity", ":series"), who, async (ask) =>
    answerChange(ask, writing(await find(ask))),
  ),
  post(urls.hours(base, ":activity", ":series"), who, async (ask) =>
    change(ask, writing(await find(ask))),
  ),
  post(urls.hoursEnd(base, ":activity", ":series"), who, async (ask) =>
    end(ask, writing(await find(ask))),
  ),
]);
