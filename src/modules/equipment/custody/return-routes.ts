import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { requireLoan } from "../loans/require.ts";
import { handOf, sides, type Side } from "../who.ts";
import { allocationsOf } from "./queries.ts";
import {
  conditionOf,
  photosLimit,
  readReports,
  receivePhotos,
  type SentPhotos,
} from "./reading.ts";
import { returnForm, returnPage } from "./return-page.tsx";
import { takeBack, type Return } from "./take-back.ts";

async function answer(
  ask: Ask,
  side: Side,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const out = (await allocationsOf(ask.tx, [loan.id])).filter(({ state }) => state === "out");
  if (!out.length) return redirect(ask.view.href(side.urls.deskLoan(loan.id)));
  const form = wrong ? formState(ask.form, wrong.problems ?? []) : returnForm(out);
  const refused = wrong?.refused ? { refused: wrong.refused } : {};
  return page(returnPage(ask.view, { side, loan, out, form, ...refused }), wrong ? 422 : 200);
}

async function receive(ask: Ask, side: Side, photos: SentPhotos): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const units = (await allocationsOf(ask.tx, [loan.id])).filter(({ id, state }) => {
    const lost = ask.form.get(`c_${id}`) === "lost";
    return state === "out" && (lost || conditionOf(ask.form, id));
  });
  const read = await readReports(ask, units.map(({ id, tag, pieces }) => ({ key: id, tag, pieces })), photos); // prettier-ignore
  if ("problems" in read) return answer(ask, side, read);
  const returns = units.map(({ id, unitId }): Return => {
    const report = read.reports.get(id) ?? { missing: [], words: null, fileIds: [] };
    return { ...report, unitId, became: conditionOf(ask.form, id) ?? "lost" };
  });
  if (!returns.length) return answer(ask, side, { refused: ask.t("handing:problem.nothing") });
  const { whole, short } = await takeBack(ask.tx, loan, returns, handOf(ask));
  return redirect(
    ask.view.href(side.urls.deskLoan(loan.id)),
    short ? "handing.back_short" : whole ? "handing.back" : "handing.back_in_part",
  );
}

export const returnRoutes: Route[] = sides.flatMap((side) => [
  get(side.urls.takingBack(":id"), side.who, (ask) => answer(ask, side)),
  postPrepared(
    side.urls.takingBack(":id"),
    side.who,
    photosLimit,
    receivePhotos,
    (ask, photos: SentPhotos) => receive(ask, side, photos),
  ),
]);
