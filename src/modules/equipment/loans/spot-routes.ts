import { randomUUID } from "node:crypto";
import { dayOf } from "../../../platform/clock.ts";
import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { handOver } from "../custody/hand-over.ts";
import { instantOf, minuteTyped } from "../../scheduling/index.ts";
import { poolsAt } from "../pools/queries.ts";
import { requireUnit } from "../units/require.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { askForLoan } from "./ask.ts";
import { readBorrower } from "./borrower-fields.tsx";
import { loansOf } from "./queries.ts";
import { spotPage } from "./spot-page.tsx";
import { zoneOf } from "./zone.ts";

async function answer(ask: Ask, wrong?: { problems?: readonly Problem[]; refused?: string }) {
  const unit = await requireUnit(ask);
  if (unit.state !== "ready" || unit.heldBy) return redirect(ask.view.href(urls.unit(unit.tag)));
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : blankForm;
  return page(spotPage(ask.view, unit, form, wrong?.refused), wrong ? 422 : 200);
}

/** It is used here, now, until an hour of this day: written, accepted and handed over at once. */
async function lendHere(ask: Ask): Promise<Answer> {
  const unit = await requireUnit(ask);
  const who = await readBorrower(ask);
  const minute = minuteTyped(ask.form.get("untilHour"));
  const problems: Problem[] = "problem" in who ? [who.problem] : [];
  const zone = await zoneOf(ask.tx, unit.placeId);
  const until = instantOf(zone, dayOf(ask.now), minute ?? 0);
  if (minute === undefined)
    problems.push({ field: "untilHour", sentence: ask.t("handing:problem.hour") });
  else if (until <= ask.now)
    problems.push({ field: "untilHour", sentence: ask.t("handing:problem.past") });
  const purpose = ask.form.get("purpose").slice(0, 600);
  if (!purpose) problems.push({ field: "purpose", sentence: ask.t("custody:problem.purpose") });
  const pool = (await poolsAt(ask.tx, unit.placeId)).find(({ poolId }) => poolId === unit.poolId);
  if (problems.length || "problem" in who || !pool) return answer(ask, { problems });
  const { poolId, counterId } = pool;
  const outcome = await whole(ask.tx, async () => {
    const asked = {
      borrower: who.borrower,
      regime: "on_site" as const,
      purpose,
      from: ask.now,
      until,
      placeId: unit.placeId,
      requestId: randomUUID(),
      slotMost: null,
      reviewOn: null,
      askedBy: null,
      decided: true,
      decidedBy: requirePerson(ask).id,
      lines: [{ poolId, counterId, quantity: 1, blockedUntil: until }],
    };
    const lent = await askForLoan(ask.tx, asked, handOf(ask));
    if ("refused" in lent) return lent;
    const [loan] = await loansOf(ask.tx, { id: lent.done });
    if (!loan) throw new Error("a loan just written is there");
    const leaving = { unitId: unit.id, poolId, condition: "good" as const, missing: [], words: null, fileIds: [] }; // prettier-ignore
    const given = await handOver(ask.tx, loan, [leaving], handOf(ask));
    return "refused" in given ? given : { done: loan.id };
  });
  if ("refused" in outcome)
    return answer(ask, { refused: ask.t(`handing:refused.${outcome.refused}`) });
  return redirect(ask.view.href(urls.unit(unit.tag)), "handing.handed");
}

export const spotRoutes: Route[] = [
  get(urls.onTheSpot(":tag"), keepers, (ask) => answer(ask)),
  post(urls.onTheSpot(":tag"), keepers, lendHere),
];
