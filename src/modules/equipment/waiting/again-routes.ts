import { dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { dayIn } from "../../scheduling/index.ts";
import { shelvesFor } from "../asking/queries.ts";
import { requireMine } from "../loans/mine-routes.ts";
import { zoneOf } from "../loans/zone.ts";
import { waitUrls } from "../urls.ts";
import { againPage } from "./again-page.tsx";
import { mayAgain, yearLater } from "./again.ts";

export const againRoutes: Route[] = [
  get(waitUrls.again(":id"), associationMember, async (ask) => {
    const loan = await requireMine(ask);
    if (!mayAgain(loan)) return notFound();
    const zone = await zoneOf(ask.tx, loan.placeId);
    const had = { from: dayIn(zone, loan.from), until: dayIn(zone, loan.until) };
    const today = dayOf(ask.now);
    const ids = loan.lines.map(({ poolId }) => poolId);
    const { models, frame } = await shelvesFor(ask.tx, had, { today, now: ask.now }, ids);
    const lent = new Set(models.filter(({ model }) => !model.onSiteOnly).flatMap(({ shelves }) => shelves.map(({ poolId }) => poolId))); // prettier-ignore
    const kept = loan.lines.filter(({ poolId }) => lent.has(poolId));
    const gone = loan.lines.filter(({ poolId }) => !lent.has(poolId));
    return page(
      againPage(ask.view, {
        loan,
        kept,
        gone,
        days: yearLater(had, today, frame.rules.furthestDays),
      }),
    );
  }),
];
