import { randomUUID } from "node:crypto";
import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { poolsAt } from "../pools/queries.ts";
import { lendingRules } from "../rules/queries.ts";
import { rulesOfModel } from "../rules/rules.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { addLoanPage } from "./add-page.tsx";
import { readAdded } from "./add-reading.ts";
import { askForLoan } from "./ask.ts";
import { readBorrower } from "./borrower-fields.tsx";
import { zoneOf } from "./zone.ts";

async function placeOf(ask: Ask) {
  const places = await lendingPlacesOf(ask.tx);
  const [only, more] = places;
  const asked = places.find(({ placeId }) => placeId === ask.query.get("lieu"));
  return { places, placeId: (asked ?? (more ? undefined : only))?.placeId };
}

async function answer(
  ask: Ask,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const { places, placeId } = await placeOf(ask);
  const pools = placeId ? await poolsAt(ask.tx, placeId) : [];
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : blankForm;
  const seen = { places, placeId, pools, form, refused: wrong?.refused };
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
  const outcome = await whole(ask.tx, () => askForLoan(ask.tx, asked, handOf(ask)));
  if ("done" in outcome) return redirect(ask.view.href(urls.deskLoan(outcome.done)), "custody.added"); // prettier-ignore
  const short = outcome.refused === "not_free" ? outcome.poolId : "";
  const name = pools.find(({ poolId }) => poolId === short)?.name ?? "";
  return answer(ask, { problems: [{ field: `q_${short}`, sentence: ask.t("custody:problem.notFree", { name }) }] }); // prettier-ignore
}

export const addLoanRoutes: Route[] = [
  get(urls.addLoan, keepers, (ask) => answer(ask)),
  post(urls.addLoan, keepers, add),
];
