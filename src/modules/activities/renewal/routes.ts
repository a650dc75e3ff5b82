import { act } from "../../../platform/db/database.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { publish, seasonOf, seasonPrepared, seasonYear } from "../../communes/index.ts";
import { linesOf, toTakeUp } from "../edit/lines.ts";
import { doors, writing, type Programme } from "../edit/programme.ts";
import { activitiesOf } from "../record/queries.ts";
import { stopActivity } from "../record/write.ts";
import { urls } from "../urls.ts";
import { answers, renewalPage } from "./page.tsx";
import { takeUp } from "./take-up.ts";

const waiting = async (ask: Ask, programme: Programme) =>
  toTakeUp(
    await activitiesOf(ask.tx, { associationId: programme.id }),
    seasonPrepared(programme.today),
  );

/** The first day of the season prepared, while it is to come. */
const firstDayToCome = (today: string): string | undefined =>
  seasonPrepared(today) > seasonYear(today) ? seasonOf(seasonPrepared(today)).from : undefined;

async function answer(ask: Ask, programme: Programme, refused?: string): Promise<Answer> {
  const body = renewalPage(ask.view, {
    programme,
    season: seasonPrepared(programme.today),
    shownFrom: firstDayToCome(programme.today),
    lines: await linesOf(ask, await waiting(ask, programme)),
    form: refused ? formState(ask.form) : blankForm,
    refused,
  });
  return page(body, refused ? 422 : 200);
}

async function renew(ask: Ask, programme: Programme): Promise<Answer> {
  const { hand, today } = programme;
  const asked = (await waiting(ask, programme)).flatMap((activity) => {
    const said = answers.find((one) => one === ask.form.get(`activity-${activity.id}`));
    const early = said === "stop" && firstDayToCome(today) !== undefined;
    return said && said !== "later" && !early ? [{ activity, said }] : [];
  });
  const outcome = await act(ask.tx, { activity_continued_once: "already_taken_up" }, async () => {
    for (const { activity, said } of asked)
      if (said === "stop") await stopActivity(ask.tx, activity, today, hand);
      else await takeUp(ask.tx, activity, said === "keep" ? "kept" : "changed", hand, today);
    return true;
  });
  if ("refused" in outcome)
    return answer(ask, programme, ask.t("programme:problem.already_taken_up"));
  if (asked.length) await publish(ask.tx);
  const list = urls.season(programme.base, seasonPrepared(today));
  return redirect(ask.view.href(list), "programme.renewed");
}

/** Taking up last season's activities, on one screen. */
export const renewalRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.renewal(base), who, async (ask) => answer(ask, writing(await find(ask)))),
  post(urls.renewal(base), who, async (ask) => renew(ask, writing(await find(ask)))),
]);
