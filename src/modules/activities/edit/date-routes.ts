import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import {
  cancelOccurrence,
  clockTyped,
  endSeries,
  minuteTyped,
  moveOccurrence,
  occurrenceById,
  onDay,
  restoreOccurrence,
  type Occurrence,
} from "../../scheduling/index.ts";
import { addDays } from "../../../platform/clock.ts";
import type { Activity } from "../record/fields.ts";
import { hoursOf, type Hours } from "../record/series.ts";
import { urls } from "../urls.ts";
import { occurrenceWords } from "../words.ts";
import { changeHours } from "./hours.ts";
import { datePage } from "./hours-page.tsx";
import { byOf, doors, requireActivity, writing, type Programme } from "./programme.ts";

/** The date the address names, with the hours it is one of, when they are the activity's. */
async function requireDate(ask: Ask, activity: Activity): Promise<Hours & { date: Occurrence }> {
  const id = ask.params["occurrence"] ?? "";
  const date = isUuid(id) ? await occurrenceById(ask.tx, id) : undefined;
  const all = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  const own = all.find(({ series }) => series.id === date?.seriesId);
  return date && own ? { ...own, date } : notFound();
}

async function answer(
  ask: Ask,
  programme: Programme,
  problems?: readonly Problem[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const { date } = await requireDate(ask, activity);
  const values = {
    what: "cancel",
    scope: "one",
    notice: date.notice ?? "",
    day: date.day,
    from: clockTyped(date.startMinute),
    to: clockTyped((date.startMinute + date.durationMinutes) % 1440),
  };
  const body = datePage(ask.view, {
    programme,
    activity,
    form: problems ? formState(ask.form, problems) : { values, errors: {} },
    date: { id: date.id, words: occurrenceWords(ask.t, ask.lang, date), state: date.state },
  });
  return page(body, problems ? 422 : 200);
}

type Typed = { notice: string | null; day: string; startMinute: number; durationMinutes: number };

function read(ask: Ask, programme: Programme): Typed | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, key: "what" | "day" | "hour" | "scope") =>
    void problems.push({ field, sentence: ask.t(`programme:problem.${key}`) });
  const what = ask.form.get("what");
  if (what !== "cancel" && what !== "move") wrong("what", "what");
  if (!["one", "following"].includes(ask.form.get("scope"))) wrong("scope", "scope");
  const moves = what === "move";
  const day = dayTyped(ask.form.get("day"));
  const start = minuteTyped(ask.form.get("from"));
  const end = minuteTyped(ask.form.get("to"));
  if (moves && (!day || day < programme.today)) wrong("day", "day");
  if (moves && start === undefined) wrong("from", "hour");
  if (moves && (end === undefined || end === start)) wrong("to", "hour");
  if (problems.length) return { problems };
  return {
    notice: ask.form.get("notice").slice(0, 300) || null,
    day: day ?? programme.today,
    startMinute: start ?? 0,
    durationMinutes: ((end ?? 0) - (start ?? 0) + 1440) % 1440,
  };
}

async function change(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const hours = await requireDate(ask, activity);
  const { date } = hours;
  const typed = read(ask, programme);
  if ("problems" in typed) return answer(ask, programme, typed.problems);
  if (date.endsAt <= ask.now)
    return answer(ask, programme, [{ field: "", sentence: ask.t("programme:problem.past") }]);
  const moves = ask.form.get("what") === "move";
  const by = byOf(programme);
  if (ask.form.get("scope") === "following") {
    await changeFollowing(ask, programme, activity, hours, moves ? typed : undefined);
    return done(ask, programme, activity);
  }
  const outcome = moves
    ? await moveOccurrence(ask.tx, by, date.id, typed, typed.notice)
    : await cancelOccurrence(ask.tx, by, date.id, typed.notice);
  if ("refused" in outcome)
    return answer(ask, programme, [
      { field: "", sentence: ask.t(`programme:problem.${outcome.refused}`) },
    ]);
  return done(ask, programme, activity);
}

/** This date and those after: they take the new day of the week and hour, or take place no more. */
async function changeFollowing(
  ask: Ask,
  programme: Programme,
  activity: Activity,
  { slot, series, date }: Hours & { date: Occurrence },
  to: Typed | undefined,
): Promise<void> {
  const from = date.originalDay;
  if (!to) return void (await endSeries(ask.tx, byOf(programme), series.id, addDays(from, -1)));
  const pattern = {
    ...onDay(series, date.day, to.day),
    startMinute: to.startMinute,
    durationMinutes: to.durationMinutes,
  };
  // Brought forward, the first of them takes place before its old day.
  const scope = { from: to.day < from ? to.day : from };
  await changeHours(ask.tx, programme, activity.id, slot, scope, pattern);
}

async function giveBack(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const { date } = await requireDate(ask, activity);
  const outcome = await restoreOccurrence(ask.tx, byOf(programme), date.id);
  if ("refused" in outcome)
    return answer(ask, programme, [
      { field: "", sentence: ask.t(`programme:problem.${outcome.refused}`) },
    ]);
  return done(ask, programme, activity);
}

async function done(ask: Ask, programme: Programme, activity: Activity): Promise<Answer> {
  if (activity.state === "published") await publish(ask.tx);
  return redirect(ask.view.href(urls.one(programme.base, activity.id)), "programme.hours");
}

/** One date of an activity: cancelled, moved, given back; it alone, or with those after. */
export const dateRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.date(base, ":activity", ":occurrence"), who, async (ask) =>
    answer(ask, writing(await find(ask))),
  ),
  post(urls.date(base, ":activity", ":occurrence"), who, async (ask) =>
    change(ask, writing(await find(ask))),
  ),
  post(urls.dateBack(base, ":activity", ":occurrence"), who, async (ask) =>
    giveBack(ask, writing(await find(ask))),
  ),
]);
