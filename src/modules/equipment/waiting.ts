import { dayOf } from "../../platform/clock.ts";
import type { Waiting } from "../communes/index.ts";
import { conventionsOf } from "./conventions/queries.ts";
import { standingOf } from "./conventions/rules.ts";
import { urls } from "./urls.ts";
import { waitingCalls } from "./waiting/calls.ts";
import { keepers } from "./who.ts";

/**
 * Conventions an association has signed: it cannot borrow before the town hall signs too, when the rules ask for one. And who is
 * offered what they waited for, and must be called.
 */
export const equipmentWaiting: Waiting = async (asked) => {
  const { tx, t, person, now } = asked;
  if (!keepers.allows(person)) return [];
  const today = dayOf(now);
  const conventions = (await conventionsOf(tx, { from: today }))
    .filter((one) => standingOf(one, today) === "signed")
    .map((one) => ({
      key: `convention:${one.id}`,
      path: urls.deskConvention(one.id),
      icon: "document" as const,
      words: t("conventiondesk:waiting"),
      association: { id: one.associationId, name: one.associationName },
      since: one.proposedAt,
      rank: 1 as const,
    }));
  return [...conventions, ...(await waitingCalls(asked))];
};
