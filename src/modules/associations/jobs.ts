import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { doublesPeriodic } from "./doubles/jobs.ts";
import { forgetLinks } from "./confirming/queries.ts";
import { forgetSenders } from "./proposals/queries.ts";

/** Work of the registry done by the clock. */
export const periodic = (house: House): Periodic[] => [
  ...doublesPeriodic(house),
  {
    task: "forget_proposal_senders",
    cron: "20 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const before = new Date(house.clock.now().getTime() - retention.proposalDays * 86_400_000);
        await forgetSenders(tx, before);
        await forgetLinks(tx, before);
      }),
  },
];
