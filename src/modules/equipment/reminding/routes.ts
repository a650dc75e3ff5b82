import { dayOf } from "../../../platform/clock.ts";
import { redirect, type Answer } from "../../../platform/http/answer.ts";
import { post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { turnOf } from "../custody/turn.ts";
import { deskOf } from "../loans/letters.ts";
import { requireLoan } from "../loans/require.ts";
import { zoneOf } from "../loans/zone.ts";
import { sides, type Side } from "../who.ts";
import { remind } from "./write.ts";

/** Asks again for what is late, once a day. */
async function remindByHand(ask: Ask, side: Side): Promise<Answer> {
  const loan = await requireLoan(ask, side);
  const to = (notice?: string) => redirect(ask.view.href(side.urls.deskLoan(loan.id)), notice);
  if ((await turnOf(ask.tx, loan.id)) !== "out" || loan.until >= ask.now) return to();
  const forAt = instantOf(await zoneOf(ask.tx, loan.placeId), dayOf(ask.now), 0);
  const letters = await remind(deskOf(ask), loan, { kind: "by_hand", forAt }, ask.now);
  if (letters === undefined) return to("handing.letterToday");
  return to(letters ? "handing.letterSent" : "handing.letterNobody");
}

export const remindingRoutes: Route[] = sides.map((side) =>
  post(side.urls.reminder(":id"), side.who, (ask) => remindByHand(ask, side)),
);
