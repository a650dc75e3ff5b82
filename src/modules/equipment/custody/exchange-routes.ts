import { z } from "zod";
import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, type Problem } from "../../../platform/http/form.ts";
import { requireLoan } from "../loans/require.ts";
import { text } from "../reading.ts";
import { handOf, sides, type Side } from "../who.ts";
import { conditions, longestWords } from "./codes.ts";
import { exchangePage } from "./exchange-page.tsx";
import { exchangeUnit } from "./exchange.ts";
import { allocationsOf, candidatesFor } from "./queries.ts";

const exchangeSchema = z.object({
  old: z.string().min(1, say("handing:problem.old")),
  condition: z.enum(conditions, say("handing:problem.condition")),
  words: text(longestWords),
  fresh: z.string().min(1, say("handing:problem.fresh")),
});

async function seenFor(ask: Ask, side: Side) {
  const loan = await requireLoan(ask, side);
  const units = await allocationsOf(ask.tx, [loan.id]);
  const out = units.filter(({ state }) => state === "out");
  const others = (await candidatesFor(ask.tx, loan.id))
    .filter(({ unitId }) => !units.some((one) => one.unitId === unitId && one.state === "set_aside"))
    .map((one) => ({ ...one, modelName: loan.lines.find(({ poolId }) => poolId === one.poolId)?.name ?? "" })); // prettier-ignore
  return { loan, out, others };
}

async function answer(
  ask: Ask,
  side: Side,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const seen = await seenFor(ask, side);
  const [only, more] = seen.out;
  if (!only) return redirect(ask.view.href(side.urls.deskLoan(seen.loan.id)));
  const values = { condition: "broken", ...(more ? {} : { old: only.unitId }) };
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : { values, errors: {} };
  return page(exchangePage(ask.view, { side, ...seen, form, refused: wrong?.refused }), wrong ? 422 : 200); // prettier-ignore
}

async function exchange(ask: Ask, side: Side): Promise<Answer> {
  const { loan, out, others } = await seenFor(ask, side);
  const read = shape(ask.t, exchangeSchema, ask.form, ["old", "condition", "words", "fresh"]);
  if ("problems" in read) return answer(ask, side, read);
  const { old, condition, words, fresh } = read.value;
  const poolId = out.find(({ unitId }) => unitId === old)?.poolId;
  if (!others.some((one) => one.unitId === fresh && one.poolId === poolId))
    return answer(ask, side, { refused: ask.t("handing:refused.another_model") });
  const given = { unitId: old, became: condition, words, missing: [], fileIds: [] };
  const outcome = await whole(ask.tx, () => exchangeUnit(ask.tx, loan, given, fresh, handOf(ask)));
  if ("refused" in outcome)
    return answer(ask, side, { refused: ask.t(`handing:refused.${outcome.refused}`) });
  return redirect(ask.view.href(side.urls.deskLoan(loan.id)), "handing.exchanged");
}

export const exchangeRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.exchange(":id"), side.who, (ask) => answer(ask, side)),
  post(side.urls.exchange(":id"), side.who, (ask) => exchange(ask, side)),
]);
