import type { Waiting } from "../../communes/index.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { waitingProposals } from "./queries.ts";
import type { Topic } from "./rules.ts";

/** Residents who wait for an answer: errors they report, associations they propose. */
export const proposalsWaiting: Waiting = async ({ tx, t, person }) => {
  if (!recordWriters.allows(person)) return [];
  return (await waitingProposals(tx)).map((one) => ({
    key: `${one.kind === "error" ? "report" : "proposal"}:${one.proposal_id}`,
    path: urls.proposal(one.proposal_id),
    icon: one.kind === "error" ? ("report" as const) : ("add" as const),
    words:
      one.kind === "error"
        ? t(`day:waiting.report.${(one.topic ?? "other") as Topic}`)
        : t("day:waiting.proposal", { name: one.name ?? "" }),
    association:
      one.association_id === null
        ? undefined
        : { id: one.association_id, name: one.association_name ?? one.name ?? "" },
    since: one.created_at,
    rank: 1 as const,
  }));
};
