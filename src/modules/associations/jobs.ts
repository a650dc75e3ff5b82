import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { campaignsPeriodic } from "./campaigns/jobs.ts";
import { doublesPeriodic } from "./doubles/jobs.ts";
import { closeUnanswered } from "./claiming/expiring.ts";
import { forgetCodes, forgetRequests } from "./claiming/queries.ts";
import { settleHandovers } from "./handover/settling.ts";
import { forgetInvitations } from "./members/invitations.ts";
import { remindReviews } from "./members/reminding.ts";
import { forgetLinks } from "./confirming/queries.ts";
import { remindersPeriodic } from "./reminders/jobs.ts";
import { forgetLetters } from "./letters/batches.ts";
import { forgetSupport } from "./support/write.ts";
import { forgetNotes } from "./notes/queries.ts";
import { remindOfPapers } from "./documents/reminding.ts";
import { forgetPapers } from "./documents/retention.ts";
import { forgetSenders } from "./proposals/queries.ts";

/** Work of the registry done by the clock. */
export const periodic = (house: House): Periodic[] => [
  ...doublesPeriodic(house),
  ...remindersPeriodic(house),
  ...campaignsPeriodic(house),
  {
    task: "remind_of_documents",
    cron: "15 6 * * *",
    run: (communeId) => remindOfPapers(house, communeId),
  },
  {
    task: "forget_documents",
    cron: "40 2 * * *",
    run: (communeId) => forgetPapers(house, communeId),
  },
  {
    task: "forget_proposal_senders",
    cron: "20 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const now = house.clock.now();
        await forgetSenders(tx, daysBefore(now, retention.proposalDays));
        await forgetLetters(tx, daysBefore(now, retention.letterDays));
        await forgetNotes(tx, daysBefore(now, retention.noteDays));
        await forgetSupport(tx, daysBefore(now, retention.noteDays));
        await forgetLinks(tx, daysBefore(now, retention.linkDays));
        await forgetRequests(tx, daysBefore(now, retention.claimDays));
        await closeUnanswered(tx, house, communeId, daysBefore(now, retention.unansweredClaimDays));
        await forgetInvitations(tx, daysBefore(now, retention.invitationDays));
        await forgetCodes(tx, daysBefore(now, retention.invitationDays));
      }),
  },
  {
    task: "settle_handovers",
    cron: "40 3 * * *",
    run: (communeId) =>
      house.database.write(communeId, (tx) => settleHandovers(tx, house.clock.now())),
  },
  {
    task: "remind_access_reviews",
    cron: "10 7 * * 2",
    run: (communeId) => remindReviews(house, communeId),
  },
];

const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * 86_400_000);
