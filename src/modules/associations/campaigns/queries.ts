import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Section, Theme } from "../codes.ts";
import { isUuid } from "../../people/index.ts";
import { chosen } from "./audience.ts";
import type { Campaign, Plan } from "./rules.ts";

const columns = [
  "campaign_id as id",
  "name",
  "audience",
  "theme",
  "district_id as districtId",
  "sections",
  "waves",
  "ends_on as endsOn",
  "subject",
  "opening",
  "state",
  "started_at as startedAt",
  "stopped_at as stoppedAt",
] as const;

/** Every campaign, the latest first. */
export async function campaignsOf(tx: Tx): Promise<Campaign[]> {
  const rows = await tx
    .selectFrom("campaign")
    .select(columns)
    .orderBy("created_at", "desc")
    .orderBy("campaign_id")
    .execute();
  return rows.map(campaignOf);
}

/** One campaign; locked until the transaction ends when `lock` says so. */
export async function campaignById(
  tx: Tx,
  id: string,
  lock = false,
): Promise<Campaign | undefined> {
  if (!isUuid(id)) return undefined;
  const query = tx.selectFrom("campaign").select(columns).where("campaign_id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && campaignOf(row);
}

type Row = { audience: string; theme: string | null; sections: string[]; state: string };
const campaignOf = <R extends Row>(row: R) => ({
  ...row,
  audience: row.audience as Campaign["audience"],
  theme: row.theme as Theme | null,
  sections: row.sections as Section[],
  state: row.state as Campaign["state"],
});

const rowOf = (plan: Plan) => ({
  name: plan.name,
  audience: plan.audience,
  theme: plan.theme,
  district_id: plan.districtId,
  sections: plan.sections,
  waves: plan.waves,
  ends_on: plan.endsOn,
  subject: plan.subject,
  opening: plan.opening,
});

export async function addCampaign(tx: Tx, plan: Plan, at: Date): Promise<string> {
  const { id } = await tx
    .insertInto("campaign")
    .values({ ...rowOf(plan), created_at: at })
    .returning("campaign_id as id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveCampaign(tx: Tx, id: string, plan: Plan): Promise<void> {
  await tx.updateTable("campaign").set(rowOf(plan)).where("campaign_id", "=", id).execute();
}

export async function removeCampaign(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("campaign").where("campaign_id", "=", id).execute();
}

/** Starts a campaign: whom it asks is fixed now. Gives how many associations. */
export async function startCampaign(
  tx: Tx,
  campaign: Campaign,
  day: string,
  at: Date,
): Promise<number> {
  await tx
    .updateTable("campaign")
    .set({ state: "running", started_at: at })
    .where("campaign_id", "=", campaign.id)
    .execute();
  const { numAffectedRows } = await sql`
    insert into campaign_association (campaign_id, association_id)
    select ${campaign.id}::uuid, c.association_id from (${chosen(campaign, day)}) c`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function stopCampaign(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable("campaign")
    .set({ state: "stopped", stopped_at: at })
    .where("campaign_id", "=", id)
    .execute();
}

/** Letters written by wave so far, from the first. */
export async function lettersByWave(tx: Tx, id: string): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .selectFrom("confirmation_mail")
    .select(["wave", sql<number>`count(*)::integer`.as("count")])
    .where("campaign_id", "=", id)
    .groupBy("wave")
    .execute();
  return new Map(rows.map(({ wave, count }) => [wave ?? 0, count]));
}
