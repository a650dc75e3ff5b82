import { z } from "zod";
import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { shortDay } from "../../../ui/dates.ts";
import { clockTyped, instantOf } from "../../scheduling/index.ts";
import { handOf, sides, type Side } from "../who.ts";
import { moveEnd } from "./extend.ts";
import { dayOrNone, typedDay, typedHour } from "../reading.ts";
import { movingPage } from "./moving-page.tsx";
import type { Loan } from "./queries.ts";
import { requireLoan } from "./require.ts";
import { zoneOf } from "./zone.ts";

const movingSchema = z.object({
  untilDay: typedDay("handing:problem.untilDay"),
  untilHour: typedHour("handing:problem.untilHour"),
  reviewOn: dayOrNone,
});

async function answer(
  ask: Ask,
  side: Side,
  wrong?: { problems?: readonly Problem[]; refused?: string },
) {
  const loan = await requireLoan(ask, side);
  if (!["accepted", "prepared", "out"].includes(loan.state))
    return redirect(ask.view.href(side.urls.deskLoan(loan.id)));
  const form = wrong
    ? formState(ask.form, wrong.problems ?? [])
    : { values: await typedOf(ask, loan), errors: {} };
  return page(movingPage(ask.view, side, loan, form, wrong?.refused), wrong ? 422 : 200);
}

async function typedOf(ask: Ask, loan: Loan) {
  const zone = await zoneOf(ask.tx, loan.placeId);
  const [hour = "0", minute = "0"] = loan.until.toLocaleTimeString("fr", { timeZone: zone }).split(":"); // prettier-ignore
  return {
    untilDay: shortDay("fr", loan.until),
    untilHour: clockTyped(Number(hour) * 60 + Number(minute)),
    reviewOn: loan.reviewOn ? shortDay("fr", new Date(`${loan.reviewOn}T12:00:00Z`)) : "",
  };
}

/** The agent agrees with who borrows on any hour: only what somebody else has or waits for stands against it. */
async function move(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const read = shape(ask.t, movingSchema, ask.form, ["untilDay", "untilHour", "reviewOn"]);
  if ("problems" in read) return answer(ask, side, read);
  const { untilDay, untilHour, reviewOn } = read.value;
  const until = instantOf(await zoneOf(ask.tx, loan.placeId), untilDay, untilHour);
  const wrong = (field: string, key: "past" | "review") =>
    answer(ask, side, { problems: [{ field, sentence: ask.t(`handing:problem.${key}`) }] });
  if (until <= ask.now || until <= loan.from) return wrong("untilDay", "past");
  const provision = loan.regime === "provision";
  if (provision && (!reviewOn || reviewOn > untilDay)) return wrong("reviewOn", "review");
  const end = { until, slotMost: null, ...(provision ? { reviewOn } : {}) };
  const outcome = await whole(ask.tx, () => moveEnd(ask.tx, loan, end, handOf(ask)));
  if ("refused" in outcome)
    return answer(ask, side, { refused: ask.t(`handing:refused.${outcome.refused}`) });
  return redirect(ask.view.href(side.urls.deskLoan(loan.id)), "handing.moved");
}

export const movingRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.moving(":id"), side.who, (ask) => answer(ask, side)),
  post(side.urls.moving(":id"), side.who, (ask) => move(ask, side)),
]);
