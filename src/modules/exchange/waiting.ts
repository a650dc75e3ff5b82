import type { Waiting } from "../communes/index.ts";
import { exchangeStaff } from "./desk/who.ts";
import { neighboursOf } from "./record/queries.ts";
import { urls } from "./urls.ts";

/** Neighbours that can no longer be read: what is shown of them is getting old. */
export const exchangeWaiting: Waiting = async ({ tx, t, person, tenant }) => {
  if (!exchangeStaff.allows(person) || !tenant.outside.neighbours) return [];
  return (await neighboursOf(tx, { failing: true })).map((one) => ({
    key: `neighbour:${one.id}`,
    path: urls.one(one.id),
    icon: "share" as const,
    words: t("exchangedesk:waiting", { name: one.name }),
    since: one.readAt,
    rank: 3 as const,
  }));
};
