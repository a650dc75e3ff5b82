import { z } from "zod";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { publish, seasonYear } from "../../communes/index.ts";
import {
  addSeries,
  endSeries,
  patternTyped,
  readPattern,
  type Series,
} from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { hoursOf, type Hours } from "../record/series.ts";
import type { SlotPlace } from "../record/slots.ts";
import { addSlot } from "../record/write.ts";
import { urls } from "../urls.ts";
import { changeHours } from "./hours.ts";
import { hoursPage } from "./hours-page.tsx";
import { whereFields } from "./parts.ts";
import { seasonDays } from "./proposed.ts";
import { placeNamed, placeNames, placeTyped } from "./where.ts";
import { byOf, doors, requireActivity, writing, type Programme } from "./programme.ts";

/** The hours the address names, when they are the activity's. */
async function requireHours(ask: Ask, activity: Activity): Promise<Hours> {
  const all = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  return all.find(({ series }) => series.id === ask.params["series"]) ?? notFound();
}

const whereSchema = z.object(whereFields);

const problemsOf = (...read: ({ problems: Problem[] } | object)[]): Problem[] =>
  read.flatMap((one) => ("problems" in one ? one.problems : []));

/** The place typed for hours, when it is not that of the activity. */
async function elsewhere(
  ask: Ask,
  { fields }: Activity,
  typed: z.output<typeof whereSchema>,
): Promise<SlotPlace> {
  const placeId = await placeTyped(ask.tx, { place: typed.place ?? "", street: typed.street });
  return { placeId: placeId === fields.placeId ? null : placeId, placeDetail: typed.placeDetail };
}

/** What the form says of places: that of the activity, and those one may choose. */
const whereOf = async (ask: Ask, { fields }: Activity) => ({
  usual: (await placeNamed(ask.tx, fields.placeId))?.name ?? fields.placeDetail ?? undefined,
  places: await placeNames(ask.tx),
});

const begun = (series: Series, today: string): boolean => series.firstDay < today;

async function answerNew(ask: Ask, programme: Programme, problems?: readonly Problem[]) {
  const activity = await requireActivity(ask, programme);
  const days = seasonDays(activity.season ?? seasonYear(programme.today), programme.today);
  const values =
    activity.kind === "event"
      ? { rhythm: "once" }
      : { rhythm: "weekly", ...days, skip: ["school", "public"] };
  const form = problems ? formState(ask.form, problems) : { values, errors: {} };
  const body = hoursPage(ask.view, {
    programme,
    activity,
    form,
    ...(await whereOf(ask, activity)),
  });
  return page(body, problems ? 422 : 200);
}

async function answerChange(
  ask: Ask,
  programme: Programme,
  problems?: readonly Problem[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const { slot, series } = await requireHours(ask, activity);
  const values = {
    ...patternTyped(series),
    changeFrom: programme.today,
    place: (await placeNamed(ask.tx, slot.placeId))?.name ?? "",
    placeDetail: slot.placeDetail ?? "",
  };
  const body = hoursPage(ask.view, {
    programme,
    activity,
    form: problems ? formState(ask.form, problems) : { values, errors: {} },
    ...(await whereOf(ask, activity)),
    series: { id: series.id, begun: begun(series, programme.today) },
  });
  return page(body, problems ? 422 : 200);
}

async function add(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const read = readPattern(ask.t, ask.form, programme);
  const where = shape(ask.t, whereSchema, ask.form, Object.keys(whereFields));
  if ("problems" in read || "problems" in where)
    return answerNew(ask, programme, problemsOf(read, where));
  const seriesId = await addSeries(ask.tx, byOf(programme), read.value);
  await addSlot(ask.tx, activity.id, {
    seriesId,
    ...(await elsewhere(ask, activity, where.value)),
  });
  return done(ask, programme, activity);
}

async function change(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const { slot, series } = await requireHours(ask, activity);
  const read = readPattern(ask.t, ask.form, programme);
  const where = shape(ask.t, whereSchema, ask.form, Object.keys(whereFields));
  const problems = problemsOf(read, where);
  const hasBegun = begun(series, programme.today);
  const from = hasBegun ? dayTyped(ask.form.get("changeFrom")) : undefined;
  if (hasBegun && (!from || from < programme.today))
    problems.push({ field: "changeFrom", sentence: ask.t("programme:problem.changeFrom") });
  if ("problems" in read || "problems" in where || problems.length)
    return answerChange(ask, programme, problems);
  const place = await elsewhere(ask, activity, where.value);
  await changeHours(
    ask.tx,
    programme,
    activity.id,
    slot,
    from ? { from } : "all",
    read.value,
    place,
  );
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
