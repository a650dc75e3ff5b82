import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import {
  cancelOccurrence,
  changeSeries,
  clockTyped,
  endSeries,
  minuteTyped,
  moveOccurrence,
  occurrenceById,
  restoreOccurrence,
  seriesById,
  type Occurrence,
} from "../../scheduling/index.ts";
import { addDays } from "../../../platform/clock.ts";
import type { Activity } from "../record/fields.ts";
import { slotsOf } from "../record/queries.ts";
import { addSlot } from "../record/write.ts";
import { urls } from "../urls.ts";
import { occurrenceWords } from "../words.ts";
import { datePage } from "./hours-page.tsx";
import { dayTyped } from "./kinds.ts";
import { byOf, doors, requireActivity, writing, type Programme } from "./programme.ts";

async function requireDate(ask: Ask, activity: Activity): Promise<Occurrence> {
  const id = ask.params["occurrence"] ?? "";
  const date = isUuid(id) ? await occurrenceById(ask.tx, id) : undefined;
  const slots = (await slotsOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  return date && slots.some(({ seriesId }) => seriesId === date.seriesId) ? date : notFound();
}

async function answer(
  ask: Ask,
  programme: Programme,
  problems?: readonly Problem[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const date = await requireDate(ask, activity);
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
  const date = await requireDate(ask, activity);
  const typed = read(ask, programme);
  if ("problems" in typed) return answer(ask, programme, typed.problems);
  if (date.endsAt <= ask.now)
    return answer(ask, programme, [{ field: "", sentence: ask.t("programme:problem.past") }]);
  const moves = ask.form.get("what") === "move";
  const by = byOf(programme);
  if (ask.form.get("scope") === "following") {
    await changeFollowing(ask, programme, activity, date, moves ? typed : undefined);
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

/** This date and those after: they take the new hour, or take place no more. */
async function changeFollowing(
  ask: Ask,
  programme: Programme,
  activity: Activity,
  date: Occurrence,
  to: Typed | undefined,
): Promise<void> {
  const by = byOf(programme);
  if (!to) return void (await endSeries(ask.tx, by, date.seriesId, addDays(date.originalDay, -1)));
  const series = (await seriesById(ask.tx, date.seriesId)) ?? notFound();
  const { startMinute, durationMinutes } = to;
  const changed = await changeSeries(
    ask.tx,
    by,
    series.id,
    { from: date.originalDay },
    { ...series, startMinute, durationMinutes },
  );
  const now = changed?.id ?? series.id;
  if (now !== series.id)
    await addSlot(ask.tx, activity.id, { seriesId: now, placeId: null, placeDetail: null });
}

async function giveBack(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const date = await requireDate(ask, activity);
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
