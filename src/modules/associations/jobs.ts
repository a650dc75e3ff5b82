import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { campaignsPeriodic } from "./campaigns/jobs.ts";
import { doublesPeriodic } from "./doubles/jobs.ts";
import { forgetLinks } from "./confirming/queries.ts";
import { remindersPeriodic } from "./reminders/jobs.ts";
import { forgetLetters } from "./letters/batches.ts";
import { forgetNotes } from "./notes/queries.ts";
import { forgetSenders } from "./proposals/queries.ts";

/** Work of the registry done by the clock. */
export const periodic = (house: House): Periodic[] => [
  ...doublesPeriodic(house),
  ...remindersPeriodic(house),
  ...campaignsPeriodic(house),
  {
    task: "forget_proposal_senders",
    cron: "20 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const now = house.clock.now();
        await forgetSenders(tx, daysBefore(now, retention.proposalDays));
        await forgetLetters(tx, daysBefore(now, retention.letterDays));
        await forgetNotes(tx, daysBefore(now, retention.noteDays));
        await forgetLinks(tx, daysBefore(now, retention.linkDays));
      }),
  },
];

const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * 86_400_000);
