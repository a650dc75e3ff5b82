import type { House } from "../../../platform/http/ask.ts";
import type { Job, Periodic } from "../../../platform/jobs.ts";
import { sendCampaign, sendCampaigns } from "./sending.ts";

export const sendTask = "send_campaign";

/** A campaign that starts today does not wait for the morning. */
export const campaignJobs = (house: House): Job[] => [
  {
    task: sendTask,
    run: (communeId, payload) => sendCampaign(house, communeId, String(payload["campaign_id"])),
  },
];

/** Every morning, before the reminders: who is asked by a campaign is not reminded besides. */
export const campaignsPeriodic = (house: House): Periodic[] => [
  {
    task: "campaigns_morning",
    cron: "0 5 * * *",
    run: (communeId) => sendCampaigns(house, communeId),
  },
];
