import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { patternTyped, readPattern } from "../../scheduling/index.ts";
import {
  addCircle,
  changeCircle,
  changeDate,
  circlesOf,
  removeCircle,
  type Circle,
} from "../circles/circles.ts";
import { urls } from "../urls.ts";
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

const longest = { topic: 160, about: 1000, notes: 8000 } as const;

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

export const circleRoutes: Route[] = [
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
    await removeCircle(ask.tx, await requireCircle(ask), byOf(ask));
    const place = await requirePlace(ask);
    return redirect(
      ask.view.href(`${urls.place(place.id)}#cercles`),
      "resourcedesk.circle_removed",
    );
  }),
];
