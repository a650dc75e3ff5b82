import { z } from "zod";
import { say, shape, type Problem } from "../../../platform/http/form.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { regimes } from "./codes.ts";
import { dayOrNone, typedDay, typedHour } from "../reading.ts";

const addSchema = z.object({
  regime: z.enum(regimes, say("custody:problem.regime")),
  fromDay: typedDay("handing:problem.fromDay"),
  fromHour: typedHour("handing:problem.fromHour"),
  untilDay: typedDay("handing:problem.untilDay"),
  untilHour: typedHour("handing:problem.untilHour"),
  reviewOn: dayOrNone,
  purpose: z.string().min(1, say("custody:problem.purpose")).max(600, say("lending:problem.long")),
});
const fields = ["regime", "fromDay", "fromHour", "untilDay", "untilHour", "reviewOn", "purpose"] as const; // prettier-ignore

/** What an agent writes of a loan, in the hours of its place; or what is wrong. */
export function readAdded(ask: Ask, zone: string, pools: readonly { poolId: string }[]) {
  const read = shape(ask.t, addSchema, ask.form, [...fields]);
  const problems: Problem[] = "problems" in read ? [...read.problems] : [];
  const lines: { poolId: string; quantity: number }[] = [];
  for (const { poolId } of pools) {
    const typed = ask.form.get(`q_${poolId}`);
    const quantity = Number(typed || 0);
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > 500)
      problems.push({ field: `q_${poolId}`, sentence: ask.t("lending:problem.number") });
    else if (quantity > 0) lines.push({ poolId, quantity });
  }
  const [first] = pools;
  if (!lines.length && first)
    problems.push({ field: `q_${first.poolId}`, sentence: ask.t("custody:problem.things") });
  if ("problems" in read) return { problems };
  const { regime, purpose, reviewOn, ...typed } = read.value;
  const from = instantOf(zone, typed.fromDay, typed.fromHour);
  const until = instantOf(zone, typed.untilDay, typed.untilHour);
  if (until <= from) problems.push({ field: "untilDay", sentence: ask.t("custody:problem.from") });
  if (regime === "provision" && (!reviewOn || reviewOn > typed.untilDay))
    problems.push({ field: "reviewOn", sentence: ask.t("handing:problem.review") });
  if (problems.length) return { problems };
  return { value: { regime, purpose, from, until, lines, reviewOn: regime === "provision" ? reviewOn : null } }; // prettier-ignore
}
