import { z } from "zod";
import { dayOf } from "../../../../platform/clock.ts";
import { notFound, page, redirect } from "../../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../../platform/http/ask.ts";
import { formState, say, shape, type Problem } from "../../../../platform/http/form.ts";
import { blankForm } from "../../../../ui/index.ts";
import { isUuid } from "../../../people/index.ts";
import { readPeriod, yearAround } from "../../../communes/index.ts";
import { lendingPlacesOf } from "../../lending-places/queries.ts";
import { handOf, keepers } from "../../who.ts";
import { urls } from "../urls.ts";
import { usesOf } from "../usage/queries.ts";
import { reviewPage, type ReviewSeen } from "./page.tsx";
import { addReview, reviewDecisions, reviewsOf } from "./queries.ts";

const reviewSchema = z.object({
  decision: z.enum(reviewDecisions, say("reports:problem.decision")),
  place: z.string(),
  words: z.string().min(1, say("reports:problem.words")).max(600, say("lending:problem.long")),
});

/** What becomes of what nobody borrows; the days it was seen over come with the address, then with the form. */
export const reviewRoutes: Route[] = [
  get(urls.review(":pool"), keepers, async (ask) =>
    page(reviewPage(ask.view, await requireSeen(ask, ask.query), blankForm)),
  ),
  post(urls.review(":pool"), keepers, async (ask) => {
    const seen = await requireSeen(ask, ask.form);
    const again = (problems: readonly Problem[]) =>
      page(reviewPage(ask.view, seen, formState(ask.form, problems)), 422);
    const read = shape(ask.t, reviewSchema, ask.form, ["decision", "place", "words"]);
    if ("problems" in read) return again(read.problems);
    const { decision, place, words } = read.value;
    const to = seen.places.find(({ placeId }) => placeId === place);
    if (decision === "move" && !to)
      return again([{ field: "place", sentence: ask.t("reports:problem.place") }]);
    const { poolId } = seen.pool;
    const toPlaceId = decision === "move" ? (to?.placeId ?? null) : null;
    const by = requirePerson(ask).id;
    const review = { poolId, period: seen.period, decision, toPlaceId, words, by };
    await addReview(ask.tx, review, handOf(ask));
    return redirect(ask.view.href(urls.one("jamais-sorti", seen.period)), "reports.reviewed");
  }),
];

async function requireSeen(
  ask: Ask,
  asked: { get: (name: string) => string | null },
): Promise<ReviewSeen> {
  const poolId = ask.params["pool"] ?? "";
  const today = dayOf(ask.now);
  const read = readPeriod(asked.get("du"), asked.get("au"), today);
  const period = "refused" in read ? yearAround(today) : read;
  const pools = isUuid(poolId) ? await usesOf(ask.tx, period, ask.now, 1) : [];
  const pool = pools.find((one) => one.poolId === poolId && one.owner === null) ?? notFound();
  const places = await lendingPlacesOf(ask.tx);
  const reviews = await reviewsOf(ask.tx, poolId);
  return {
    pool,
    period,
    places: places.filter(({ placeId }) => placeId !== pool.placeId),
    reviews,
  };
}
