import { randomUUID } from "node:crypto";
import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { dayIn } from "../../scheduling/index.ts";
import { poolsAt, type Pool } from "../pools/queries.ts";
import { lendingRules } from "../rules/queries.ts";
import { rulesOfModel } from "../rules/rules.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { addLoanPage } from "./add-page.tsx";
import { readAdded } from "./add-reading.ts";
import { joinList } from "../waiting/join.ts";
import { mostWaits } from "../waiting/rules.ts";
import { askForLoan, type Asked } from "./ask.ts";
import { readBorrower } from "./borrower-fields.tsx";
import { zoneOf } from "./zone.ts";

async function placeOf(ask: Ask) {
  const places = await lendingPlacesOf(ask.tx);
  const [only, more] = places;
  const asked = places.find(({ placeId }) => placeId === ask.query.get("lieu"));
  return { places, placeId: (asked ?? (more ? undefined : only))?.placeId };
}

/** Who a link writes a loan for, and how many of which models: `association`, `m_<model>`. */
const carriedIn = (ask: Ask) =>
  [...ask.query].filter(([name]) => name === "association" || name.startsWith("m_"));

/** The same as this place may lend it. */
const asCarried = (carried: readonly [string, string][], pools: readonly Pool[]): FormState => {
  const asked = new Map(carried);
  const quantities = pools.map(({ poolId, modelId }) => [`q_${poolId}`, asked.get(`m_${modelId}`) ?? ""]); // prettier-ignore
  const values = { association: asked.get("association") ?? "", ...Object.fromEntries(quantities) }; // prettier-ignore
  return carried.length ? { ...blankForm, values } : blankForm;
};

async function answer(
  ask: Ask,
  wrong?: { problems?: readonly Problem[]; refused?: string; mayWait?: boolean },
): Promise<Answer> {
  const { places, placeId } = await placeOf(ask);
  const pools = placeId ? await poolsAt(ask.tx, placeId) : [];
  const carried = carriedIn(ask);
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : asCarried(carried, pools);
  const seen = {
    places,
    placeId,
    pools,
    carried,
    form,
    refused: wrong?.refused,
    mayWait: wrong?.mayWait === true,
  };
  return page(addLoanPage(ask.view, seen), wrong ? 422 : 200);
}

async function add(ask: Ask): Promise<Answer> {
  const { placeId } = await placeOf(ask);
  if (!placeId) return redirect(ask.view.href(urls.addLoan));
  const pools = await poolsAt(ask.tx, placeId);
  const who = await readBorrower(ask);
  const read = readAdded(ask, await zoneOf(ask.tx, placeId), pools);
  const problems = [...("problem" in who ? [who.problem] : []), ...(read.problems ?? [])];
  if ("problem" in who || !read.value) return answer(ask, { problems });
  const rules = await lendingRules(ask.tx);
  const { lines, until, ...loan } = read.value;
  const asked = {
    ...loan,
    ...who,
    until,
    placeId,
    requestId: randomUUID(),
    slotMost: null,
    askedBy: null,
    decided: true,
    decidedBy: requirePerson(ask).id,
    lines: lines.flatMap(({ poolId, quantity }) => {
      const pool = pools.find((one) => one.poolId === poolId);
      if (!pool) return [];
      const buffer = rulesOfModel(rules, pool).bufferMinutes * 60_000;
      const blockedUntil = new Date(until.getTime() + buffer);
      return [{ poolId, counterId: pool.counterId, quantity, blockedUntil }];
    }),
  };
  if (ask.form.get("wait") && loan.regime === "loan") return wait(ask, asked, pools);
  const outcome = await whole(ask.tx, () => askForLoan(ask.tx, asked, handOf(ask)));
  if ("done" in outcome) return redirect(ask.view.href(urls.deskLoan(outcome.done)), "custody.added"); // prettier-ignore
  const short = outcome.refused === "not_free" ? outcome.poolId : "";
  const name = pools.find(({ poolId }) => poolId === short)?.name ?? "";
  const notFree = [{ field: `q_${short}`, sentence: ask.t("custody:problem.notFree", { name }) }];
  return answer(ask, { problems: notFree, mayWait: loan.regime === "loan" });
}

/** Who calls or comes waits for what is not free: each thing in its own list, all of them or none. */
async function wait(ask: Ask, asked: Asked, pools: readonly Pool[]): Promise<Answer> {
  const rules = await lendingRules(ask.tx);
  const zone = await zoneOf(ask.tx, asked.placeId);
  const days = { from: dayIn(zone, asked.from), until: dayIn(zone, asked.until) };
  const outcome = await whole(ask.tx, async () => {
    for (const { poolId, counterId, quantity } of asked.lines) {
      const pool = pools.find((one) => one.poolId === poolId);
      if (!pool) continue;
      const { bufferMinutes } = rulesOfModel(rules, pool);
      const joined = await joinList(ask.tx, { ...asked, poolId, counterId, quantity, days, zone, bufferMinutes }, handOf(ask)); // prettier-ignore
      if ("refused" in joined) return { ...joined, poolId };
    }
    return { done: true as const };
  });
  if ("done" in outcome) return redirect(ask.view.href(urls.waits), "loanwaitdesk.joined");
  const sentence = ask.t(`loanwaitdesk:refused.${outcome.refused}`, { most: mostWaits });
  return answer(ask, { problems: [{ field: `q_${outcome.poolId}`, sentence }], mayWait: true });
}

export const addLoanRoutes: Route[] = [
  get(urls.addLoan, keepers, (ask) => answer(ask)),
  post(urls.addLoan, keepers, add),
];
