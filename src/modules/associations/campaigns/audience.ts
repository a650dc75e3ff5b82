import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { publicsFarFromDigital } from "../codes.ts";
import type { AskedListing } from "../reminders/mailing.ts";
import type { Campaign, Plan } from "./rules.ts";

/** Associations a plan asks, on a day. */
export const chosen = (plan: Plan, day: string) => sql`
  select a.association_id, a.name from association a
  where a.merged_into is null and a.listed and a.state <> 'ceased' and ${
    (
      {
        all: sql`true`,
        theme: sql`${plan.theme}::text = any(a.themes)`,
        far_from_digital: sql`a.publics && ${[...publicsFarFromDigital]}::text[]`,
        district: sql`a.association_id in (
        select ap.association_id from association_place ap join place p on p.place_id = ap.place_id
        where p.district_id = ${plan.districtId}::uuid)`,
        stale: sql`a.association_id in (
        select f.association_id from section_freshness(${day}::date) f
        where f.level <> 'up_to_date' and f.section = any(${plan.sections}::text[]))`,
      } as const
    )[plan.audience]
  }`;

/** The contact each association is asked by at first: the first whose address is neither refused nor dead. */
const asked = sql`
  select distinct on (k.association_id) k.* from mail_contacts() k
  where not k.refused and not k.dead order by k.association_id, k.rank`;

export type Rehearsal = {
  associations: number;
  people: number;
  /** Letters if nobody answers: each wave goes to the next contact, then to the first again. */
  most: number;
  /** No address at all: to be asked otherwise. */
  without: number;
  /** Addresses, but none that may or can be written to. */
  unreachable: number;
  /** Whom the ordinary reminders wrote to lately: their letter will wait. */
  recent: number;
};

/** What starting a plan would do, before anything is written. */
export async function rehearse(
  tx: Tx,
  plan: Plan,
  day: string,
  answerDays: number,
): Promise<Rehearsal> {
  const { rows } = await sql<Rehearsal>`
    with chosen as materialized (${chosen(plan, day)}),
      asked as materialized (${asked}),
      known as materialized (select * from mail_contacts()),
      addresses as (
        select k.association_id, k.address_hash, min(k.rank) as rank from known k
        join chosen on chosen.association_id = k.association_id
        where not k.refused and not k.dead group by k.association_id, k.address_hash),
      turns as (
        select address_hash, row_number() over own - 1 as turn, count(*) over (partition by association_id) as contacts
        from addresses window own as (partition by association_id order by rank))
    select count(*)::integer as associations,
      count(distinct asked.address_hash)::integer as people,
      (select count(*)::integer from (select distinct wave, turns.address_hash
        from turns cross join generate_series(0, ${plan.waves.length - 1}::integer) wave
        where turns.turn = wave % turns.contacts) letters) as most,
      (count(*) filter (where addressed.association_id is null))::integer as without,
      (count(*) filter (where addressed.association_id is not null and asked.contact_id is null))::integer as unreachable,
      (count(distinct asked.address_hash) filter (where exists (select from confirmation_mail m
        where m.address_hash = asked.address_hash and m.sent_on > ${day}::date - ${answerDays}::integer)))::integer as recent
    from chosen
    left join asked on asked.association_id = chosen.association_id
    left join (select distinct association_id from known) addressed
      on addressed.association_id = chosen.association_id`.execute(tx);
  return rows[0] ?? { associations: 0, people: 0, most: 0, without: 0, unreachable: 0, recent: 0 };
}

const listing = sql`a.association_id as "associationId", a.name, asked.contact_id as "contactId",
  asked.name as "contactName", asked.email, asked.address_hash as hash`;

/** The listings of one person a plan would write to, for the example of its letter: the one with most of them. */
export async function exampleOf(tx: Tx, plan: Plan, day: string): Promise<AskedListing[]> {
  const { rows } = await sql<Omit<AskedListing, "sections">>`
    with chosen as materialized (${chosen(plan, day)}), asked as materialized (${asked}),
    person as (
      select asked.address_hash from chosen join asked on asked.association_id = chosen.association_id
      group by asked.address_hash order by count(*) desc, asked.address_hash limit 1)
    select ${listing} from chosen a
    join asked on asked.association_id = a.association_id
    join person on person.address_hash = asked.address_hash
    order by a.name`.execute(tx);
  return rows.map((row) => ({ ...row, sections: plan.sections }));
}

/**
 * Who is still to be written to in a wave of a running campaign: nobody answered for the listing since it began, its
 * contact was not written to in this wave, nor by anything within the delay. That contact is the one the campaign asked
 * least for this listing: a reminder goes to the second, and to the first again when there is no other.
 */
export async function leftInWave(
  tx: Tx,
  campaign: Campaign,
  wave: number,
  day: string,
  answerDays: number,
): Promise<AskedListing[]> {
  const { rows } = await sql<Omit<AskedListing, "sections">>`
    with known as materialized (select * from mail_contacts()),
      times as (
        select ca.association_id, k.address_hash, count(*) as times
        from campaign_association ca
        cross join unnest(ca.asked_contacts) one(contact_id)
        join known k on k.association_id = ca.association_id and k.contact_id = one.contact_id
        where ca.campaign_id = ${campaign.id} group by ca.association_id, k.address_hash),
      asked as materialized (
        select distinct on (k.association_id) k.* from known k
        left join times on times.association_id = k.association_id and times.address_hash = k.address_hash
        where not k.refused and not k.dead
        order by k.association_id, coalesce(times.times, 0), k.rank)
    select ${listing} from campaign_association ca
    join association a on a.association_id = ca.association_id
    join asked on asked.association_id = ca.association_id
    where ca.campaign_id = ${campaign.id} and ca.asked_wave is distinct from ${wave}
      and not exists (select from confirmation_mail m where m.address_hash = asked.address_hash
        and (m.sent_on > ${day}::date - ${answerDays}::integer or (m.campaign_id = ${campaign.id} and m.wave = ${wave})))
      and a.merged_into is null and a.listed and a.state <> 'ceased'
      and not exists (select from confirmation c
        where c.association_id = ca.association_id and c.confirmed_at >= ${campaign.startedAt})`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, sections: campaign.sections }));
}
