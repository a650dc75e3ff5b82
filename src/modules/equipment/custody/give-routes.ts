import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import type { Loan } from "../loans/queries.ts";
import { requireLoan } from "../loans/require.ts";
import { modelsById } from "../models/queries.ts";
import { handOf, sides, type Side } from "../who.ts";
import { givenForm, handOverPage, preparePage } from "./give-page.tsx";
import { handOver, type Leaving } from "./hand-over.ts";
import { setAside } from "./prepare.ts";
import { allocationsOf, candidatesFor } from "./queries.ts";
import {
  conditionOf,
  photosLimit,
  readReports,
  receivePhotos,
  type SentPhotos,
} from "./reading.ts";
import { slotsOf, type Slot } from "./slots.ts";

type Wrong = { problems?: readonly Problem[]; refused?: string };

async function slotsFor(ask: Ask, loan: Loan): Promise<Slot[]> {
  const models = await modelsById(
    ask.tx,
    loan.lines.map(({ modelId }) => modelId),
  );
  const pieces = (modelId: string) =>
    (models.get(modelId)?.pieces ?? []).map(({ name, quantity }) => quantity === 1 ? name : `${quantity} ${name}`); // prettier-ignore
  return slotsOf(loan, await allocationsOf(ask.tx, [loan.id]), await candidatesFor(ask.tx, loan.id), pieces); // prettier-ignore
}

const mayGive = ({ state }: Loan): boolean => ["accepted", "prepared", "out"].includes(state);

async function answer(ask: Ask, side: Side, act: "preparation" | "handingOver", wrong?: Wrong) {
  const loan = await requireLoan(ask, side);
  const slots = await slotsFor(ask, loan);
  if (!mayGive(loan) || !slots.length) return redirect(ask.view.href(side.urls.deskLoan(loan.id)));
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : givenForm(slots);
  const seen = { side, loan, slots, form, ...(wrong?.refused ? { refused: wrong.refused } : {}) };
  const body = act === "preparation" ? preparePage(ask.view, seen) : handOverPage(ask.view, seen);
  return page(body, wrong ? 422 : 200);
}

/** Units chosen in the slots, each once; a fault by the field of the second. */
function chosenOf(ask: Ask, slots: readonly Slot[]) {
  const chosen: { slot: Slot; unitId: string }[] = [];
  const problems: Problem[] = [];
  for (const slot of slots) {
    const unitId = ask.form.get(`u_${slot.key}`);
    if (!slot.options.some((option) => option.unitId === unitId)) continue;
    if (chosen.some((one) => one.unitId === unitId))
      problems.push({ field: `u_${slot.key}`, sentence: ask.t("handing:problem.twice") });
    chosen.push({ slot, unitId });
  }
  return { chosen, problems };
}

async function prepare(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const slots = await slotsFor(ask, loan);
  const { chosen, problems } = chosenOf(ask, slots);
  if (problems.length) return answer(ask, side, "preparation", { problems });
  const byPool = Map.groupBy(chosen, ({ slot }) => slot.poolId);
  const units = new Map(
    loan.lines.map(({ poolId }) => [poolId, (byPool.get(poolId) ?? []).map(({ unitId }) => unitId)]), // prettier-ignore
  );
  const outcome = await whole(ask.tx, () => setAside(ask.tx, loan, units, handOf(ask)));
  if ("refused" in outcome)
    return answer(ask, side, "preparation", {
      refused: ask.t(`handing:refused.${outcome.refused}`),
    });
  return redirect(
    ask.view.href(side.urls.deskLoan(loan.id)),
    outcome.done === "prepared" ? "handing.prepared" : "handing.in_part",
  );
}

async function give(ask: Ask, side: Side, photos: SentPhotos): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const slots = await slotsFor(ask, loan);
  const { chosen, problems } = chosenOf(ask, slots);
  if (problems.length) return answer(ask, side, "handingOver", { problems });
  if (!chosen.length)
    return answer(ask, side, "handingOver", { refused: ask.t("handing:problem.nothing") });
  const read = await readReports(ask, chosen.map(({ slot, unitId }) => ({ key: slot.key, pieces: slot.pieces, tag: slot.options.find((one) => one.unitId === unitId)?.tag ?? "" })), photos); // prettier-ignore
  if ("problems" in read) return answer(ask, side, "handingOver", read);
  const leaving = chosen.map(({ slot, unitId }): Leaving => {
    const report = read.reports.get(slot.key) ?? { missing: [], words: null, fileIds: [] };
    return { ...report, unitId, poolId: slot.poolId, condition: conditionOf(ask.form, slot.key) ?? "good" }; // prettier-ignore
  });
  const outcome = await whole(ask.tx, () => handOver(ask.tx, loan, leaving, handOf(ask)));
  if ("refused" in outcome)
    return answer(ask, side, "handingOver", {
      refused: ask.t(`handing:refused.${outcome.refused}`),
    });
  return redirect(ask.view.href(side.urls.deskLoan(loan.id)), "handing.handed");
}

export const giveRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.preparation(":id"), side.who, (ask) => answer(ask, side, "preparation")),
  post(side.urls.preparation(":id"), side.who, (ask) => prepare(ask, side)),
  get(side.urls.handingOver(":id"), side.who, (ask) => answer(ask, side, "handingOver")),
  postPrepared(
    side.urls.handingOver(":id"),
    side.who,
    photosLimit,
    receivePhotos,
    (ask, photos: SentPhotos) => give(ask, side, photos),
  ),
]);
