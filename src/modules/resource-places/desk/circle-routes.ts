import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { blankForm } from "../../../ui/index.ts";
import {
  clockTyped,
  endFollowing,
  minuteTyped,
  patternTyped,
  readPattern,
  type Occurrence,
} from "../../scheduling/index.ts";
import {
  addCircle,
  changeCircle,
  changeDate,
  circlesOf,
  removeCircle,
  type Circle,
} from "../circles/circles.ts";
import { followable } from "../circles/followed.ts";
import { urls } from "../urls.ts";
import { movePage } from "./circle-date-page.tsx";
import { circlePage } from "./other-pages.tsx";
import { byOf, keepers, requirePlace } from "./who.ts";

async function requireCircle(ask: Ask): Promise<Circle> {
  const place = await requirePlace(ask);
  const circles = await circlesOf(ask.tx, place.id, ask.now);
  return circles.find(({ id }) => id === ask.params["circle"]) ?? notFound();
}

async function answerCircle(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const place = await requirePlace(ask);
  const circle = ask.params["circle"] ? await requireCircle(ask) : undefined;
  const form = problems
    ? formState(ask.form, problems)
    : {
        ...blankForm,
        values: circle
          ? {
              ...patternTyped(circle.series),
              topic: circle.topic,
              about: circle.about ?? "",
              notes: circle.notes ?? "",
            }
          : {},
      };
  return page(circlePage(ask.view, { place, circle, form }), problems ? 422 : 200);
}

const longest = { topic: 160, about: 1000, notes: 8000, notice: 300 } as const;

async function saveCircle(ask: Ask): Promise<Answer> {
  const place = await requirePlace(ask);
  const known = ask.params["circle"] ? await requireCircle(ask) : undefined;
  const read = readPattern(ask.t, ask.form, { today: dayOf(ask.now) });
  const topic = ask.form.get("topic");
  const problems: Problem[] = [];
  if (!topic) problems.push({ field: "topic", sentence: ask.t("resourcedesk:problem.topic") });
  for (const field of ["topic", "about", "notes"] as const)
    if (ask.form.get(field).length > longest[field])
      problems.push({ field, sentence: ask.t("resourcedesk:problem.long") });
  if ("problems" in read) return answerCircle(ask, [...problems, ...read.problems]);
  if (problems.length) return answerCircle(ask, problems);
  const texts = {
    topic,
    about: ask.form.get("about") || null,
    notes: ask.form.get("notes") || null,
  };
  if (known) await changeCircle(ask.tx, known, texts, read.value, byOf(ask));
  else await addCircle(ask.tx, place.id, texts, read.value, byOf(ask));
  return redirect(ask.view.href(`${urls.place(place.id)}#cercles`), "resourcedesk.saved");
}

async function requireDate(ask: Ask): Promise<{ circle: Circle; date: Occurrence }> {
  const circle = await requireCircle(ask);
  const date = circle.next.find(({ id }) => id === ask.params["date"]);
  return date ? { circle, date } : notFound();
}

async function answerMove(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const place = await requirePlace(ask);
  const { circle, date } = await requireDate(ask);
  const values = {
    day: date.day,
    from: clockTyped(date.startMinute),
    to: clockTyped((date.startMinute + date.durationMinutes) % 1440),
    notice: date.notice ?? "",
  };
  const form = problems ? formState(ask.form, problems) : { ...blankForm, values };
  return page(movePage(ask.view, { place, circle, date, form }), problems ? 422 : 200);
}

async function move(ask: Ask): Promise<Answer> {
  const { circle, date } = await requireDate(ask);
  const problems: Problem[] = [];
  const wrong = (field: string, key: "day" | "hour" | "long") =>
    void problems.push({ field, sentence: ask.t(`resourcedesk:problem.${key}`) });
  const day = dayTyped(ask.form.get("day"));
  const start = minuteTyped(ask.form.get("from"));
  const end = minuteTyped(ask.form.get("to"));
  const notice = ask.form.get("notice") || null;
  if (!day || day < dayOf(ask.now)) wrong("day", "day");
  if (start === undefined) wrong("from", "hour");
  if (end === undefined || end === start) wrong("to", "hour");
  if (notice && notice.length > longest.notice) wrong("notice", "long");
  if (problems.length || !day || start === undefined || end === undefined)
    return answerMove(ask, problems);
  const to = { day, startMinute: start, durationMinutes: (end - start + 1440) % 1440, notice };
  const done = await changeDate(ask.tx, circle, date.id, to, byOf(ask));
  return redirect(
    ask.view.href(`${urls.circle(circle.placeId, circle.id)}#dates`),
    `resourcedesk.${done ? "date_moved" : "date_not"}`,
  );
}

export const circleRoutes: Route[] = [
  get(urls.circleMove(":id", ":circle", ":date"), keepers, (ask) => answerMove(ask)),
  post(urls.circleMove(":id", ":circle", ":date"), keepers, move),
  get(urls.addCircle(":id"), keepers, (ask) => answerCircle(ask)),
  post(urls.addCircle(":id"), keepers, saveCircle),
  get(urls.circle(":id", ":circle"), keepers, (ask) => answerCircle(ask)),
  post(urls.circle(":id", ":circle"), keepers, saveCircle),
  post(urls.circleDate(":id", ":circle", ":date"), keepers, async (ask) => {
    const circle = await requireCircle(ask);
    const act = ask.form.get("act") === "restore" ? "restore" : "cancel";
    const done = await changeDate(ask.tx, circle, ask.params["date"] ?? "", act, byOf(ask));
    const notice = done ? (act === "cancel" ? "date_cancelled" : "date_restored") : "date_not";
    return redirect(
      ask.view.href(`${urls.circle(circle.placeId, circle.id)}#dates`),
      `resourcedesk.${notice}`,
    );
  }),
  post(urls.circleRemoval(":id", ":circle"), keepers, async (ask) => {
    const [place, circle] = [await requirePlace(ask), await requireCircle(ask)];
    const { house, tx, tenant, now } = ask;
    await endFollowing({ house, tx, communeId: tenant.id, now }, followable(place, circle));
    await removeCircle(tx, circle, byOf(ask));
    return redirect(
      ask.view.href(`${urls.place(place.id)}#cercles`),
      "resourcedesk.circle_removed",
    );
  }),
];
