import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { tellAsked } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { noteRefusals } from "../loans/refusals.ts";
import { againstRequest } from "../rules/rules.ts";
import { tellOwners } from "../own/letters.ts";
import { urls, waitUrls } from "../urls.ts";
import { withWish } from "./address.ts";
import { againstWords, borrowerOf } from "./borrower.ts";
import { promise, type NotPromised } from "./promise.ts";
import { requestPage } from "./request-page.tsx";
import { dated, lookedAt, type Dated, type Looked, type Picked } from "./wishes.ts";

/** The associations somebody may ask for. */
export const associationsOf = (ask: Ask) =>
  (ask.person?.associations ?? []).filter(({ role }) => role !== "reader");

/** `short`: shelves that have not enough left, told nowhere else. */
type Wrong = {
  problems?: readonly Problem[];
  against?: readonly string[];
  short?: readonly string[];
};

export async function answerRequest(
  ask: Ask,
  wish: Dated,
  wrong: Wrong = {},
  looked?: Looked,
): Promise<Answer> {
  const { picked, pickUps } = looked ?? (await lookedAt(ask, wish));
  const short = picked
    .filter(({ free, quantity }) => free < quantity)
    .map(({ model }) => ask.t("equipment:problem.gone", { name: model.name }));
  const against = [...(wrong.against ?? []), ...short];
  const filled = formState(ask.form, wrong.problems ?? []);
  const seen = {
    wish,
    pickUps,
    waits: picked.flatMap(({ model, shelf, quantity, free, whyNot }) =>
      (whyNot ?? "not_free") === "not_free" &&
      (free < quantity || wrong.short?.includes(shelf.poolId))
        ? [
            {
              name: model.name,
              path: withWish(waitUrls.join, {
                days: wish.days,
                quantities: new Map([[shelf.poolId, quantity]]),
              }),
            },
          ]
        : [],
    ),
    associations: associationsOf(ask),
    against,
    form: { errors: filled.errors, values: { association: ask.query.get("association") ?? "", ...filled.values } }, // prettier-ignore
  };
  const refused = against.length > 0 || (wrong.problems?.length ?? 0) > 0;
  return page(requestPage(ask.view, seen), refused ? 422 : 200);
}

/** The page was true a moment ago: it says what is left now. */
function againstPromise(ask: Ask, refused: NotPromised, picked: readonly Picked[]): Wrong {
  if (refused.refused === "slot_full") {
    const sentence = ask.t("equipment:problem.slotFull");
    return { problems: [{ field: `out_${refused.placeId}`, sentence }] };
  }
  const name = picked.find(({ shelf }) => shelf.poolId === refused.poolId)?.model.name ?? "";
  return { against: [ask.t("equipment:problem.gone", { name })], short: [refused.poolId] };
}

export async function send(ask: Ask): Promise<Answer> {
  const wish = dated(ask.form.get, Object.keys(ask.form.values()));
  if (!wish) return redirect(ask.view.href(urls.catalogue));
  const { days } = wish;
  const mine = associationsOf(ask);
  const association = mine.length === 1 ? mine[0] : mine.find(({ id }) => id === ask.form.get("association")); // prettier-ignore
  const [looked, borrower] = await Promise.all([
    lookedAt(ask, wish),
    association && borrowerOf(ask, association.id, days),
  ]);
  const { picked, pickUps, frame } = looked;
  const problems: Problem[] = [];
  const wrong = (field: string, key: "association" | "purpose" | "slotOut" | "slotBack") =>
    void problems.push({ field, sentence: ask.t(`equipment:problem.${key}`) });
  const purpose = ask.form.get("purpose").slice(0, 600);
  if (!association) wrong("association", "association");
  if (!purpose) wrong("purpose", "purpose");
  for (const { placeId, out, back } of pickUps) {
    if (!out.includes(Number(ask.form.get(`out_${placeId}`) || -1)))
      wrong(`out_${placeId}`, "slotOut");
    const [leaves, returns] = ["out", "back"].map((way) => Number(ask.form.get(`${way}_${placeId}`) || -1)); // prettier-ignore
    const late = days.from < days.until || (returns ?? -1) > (leaves ?? -1);
    if (!back.includes(returns ?? -1) || !late) wrong(`back_${placeId}`, "slotBack");
  }
  if (problems.length || !association || !borrower)
    return answerRequest(ask, wish, { problems }, looked);
  const met = againstRequest(frame.rules, borrower, days, frame.today);
  const hindered = picked.filter(({ free, quantity }) => free < quantity);
  if (met.length || hindered.length || picked.length < wish.quantities.size) {
    await noteRefusals(ask.tx, { associationId: association.id, days, at: ask.now, rules: met, hindered }); // prettier-ignore
    const against = againstWords(ask.t, frame.rules, met);
    // What is no longer lent at all has no name here.
    if (picked.length < wish.quantities.size) against.push(ask.t("equipment:why.not_free"));
    return answerRequest(ask, wish, { against }, looked);
  }
  const outcome = await promise(ask, {
    wish,
    association,
    purpose,
    picked,
    frame,
    designated: borrower.designated,
  });
  if ("refused" in outcome) return answerRequest(ask, wish, againstPromise(ask, outcome, picked));
  const loans = await loansOf(ask.tx, { requestId: outcome.done });
  await tellAsked(ask, loans);
  await tellOwners(ask, loans);
  return redirect(
    ask.view.href(urls.mine),
    outcome.decided ? "equipment.accepted" : "equipment.asked",
  );
}
