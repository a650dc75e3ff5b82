import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { sendingOf } from "../reminders/climbing.ts";
import { byPerson, writeToPeople, type AskedListing } from "../reminders/mailing.ts";
import { reminderRule } from "../reminders/queries.ts";
import { batchSize, isQuiet } from "../reminders/rules.ts";
import { leftInWave } from "./audience.ts";
import { campaignById, campaignsOf } from "./queries.ts";
import { waveOn } from "./rules.ts";

/**
 * Writes the letters of the wave of today, a batch a transaction: the recipients marked and their mails queued, together.
 * Killed at any moment, it goes on with those who are left; run twice at once, each person has one letter.
 */
export async function sendCampaign(house: House, communeId: number, id: string): Promise<void> {
  const at = house.clock.now();
  const batch = () => house.database.write(communeId, (tx) => sendOnce(tx, house, communeId, id, at)); // prettier-ignore
  while (await batch());
}

/** Every campaign that has letters to write today. */
export async function sendCampaigns(house: House, communeId: number): Promise<void> {
  const running = await house.database.read(communeId, campaignsOf);
  for (const { id, state } of running)
    if (state === "running") await sendCampaign(house, communeId, id);
}

/** One batch; true when there may be more. */
async function sendOnce(
  tx: Tx,
  house: House,
  communeId: number,
  id: string,
  at: Date,
): Promise<boolean> {
  const day = dayOf(at);
  const rule = await reminderRule(tx);
  const campaign = await campaignById(tx, id);
  const wave = campaign?.state === "running" ? waveOn(campaign, day) : undefined;
  if (!campaign || !wave || isQuiet(rule, day)) return false;
  const left = [...byPerson(await leftInWave(tx, campaign, wave, day, rule.answerDays))];
  const sending = {
    ...(await sendingOf(tx, house, communeId, at)),
    campaign: { id, wave, subject: campaign.subject, opening: campaign.opening },
  };
  const written = await writeToPeople(tx, new Map(left.slice(0, batchSize)), sending);
  await noteAsked(tx, id, written, { day, wave });
  return left.length > batchSize && written.length > 0;
}

/** Notes which listings were asked about, and through whom. */
async function noteAsked(
  tx: Tx,
  id: string,
  written: readonly AskedListing[],
  { day, wave }: { day: string; wave: number },
): Promise<void> {
  await sql`
    update campaign_association ca set asked_on = ${day}::date, asked_wave = ${wave},
      asked_contacts = ca.asked_contacts || w.contact_id
    from unnest(${written.map((one) => one.associationId)}::uuid[], ${written.map((one) => one.contactId)}::uuid[])
      w(association_id, contact_id)
    where ca.campaign_id = ${id} and ca.association_id = w.association_id`.execute(tx);
}
