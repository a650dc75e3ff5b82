import { dayOf } from "../../../platform/clock.ts";
import { page, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { waitingInvitations } from "./invitations.ts";
import type { Keeper } from "./keeper.ts";
import { peoplePage } from "./pages.tsx";
import { membersOf, reviewOf } from "./queries.ts";
import { reviewDue } from "./rules.ts";

/** The page of the people; with a sentence, why nothing was done. */
export async function showPeople(ask: Ask, keeper: Keeper, refused?: string): Promise<Answer> {
  const { id } = keeper.association;
  const review = await reviewOf(ask.tx, id);
  const body = peoplePage(ask.view, {
    keeper,
    members: await membersOf(ask.tx, id),
    invitations: await waitingInvitations(ask.tx, id),
    review,
    due: review !== undefined && reviewDue(dayOf(ask.now), review),
    now: ask.now,
    refused,
  });
  return page(body, refused ? 422 : 200);
}
