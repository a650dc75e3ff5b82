import type { Waiting } from "../../communes/index.ts";
import { mayWrite } from "../rights.ts";
import { urls } from "../urls.ts";
import { unheld, waitingRequests } from "./queries.ts";

/** Requests to check, and associations nobody holds any more. */
export const waiting: Waiting = async ({ tx, t, person, now }) => {
  if (!mayWrite(person)) return [];
  const requests = await waitingRequests(tx);
  const left = await unheld(tx, now);
  return [
    ...requests.map((one) => ({
      key: `claim:${one.request_id}`,
      path: urls.claimOf(one.request_id),
      icon: "key" as const,
      words: t("space:waiting.claim"),
      association: { id: one.association_id, name: one.association },
      since: one.asked_at,
      rank: 1 as const,
    })),
    ...left.map(({ id, name, since, unreachable }) => ({
      key: `unheld:${id}`,
      path: urls.deskPeople(id),
      icon: "people" as const,
      words: t(unreachable ? "space:waiting.unreachable" : "space:waiting.unheld"),
      association: { id, name },
      since,
      rank: 2 as const,
    })),
  ];
};
