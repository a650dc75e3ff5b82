import { sql } from "kysely";
import { addDays, dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";

/** Reminders under way: some listings wait for an answer by mail, some are with their référent, some are to be called. */
export async function writeReminders(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now);
  await tx.insertInto("reminder_rule").values({ active: true }).execute();
  // The rank of a listing says how far nobody answered: 0 to 2 by phone, 3 and 4 their référent, then a mail.
  await sql`
    with stale as (
      select f.association_id, array_agg(f.section order by f.section) as sections
      from section_freshness(${today}::date) f where f.level <> 'up_to_date' group by f.association_id),
    silent as (
      select s.*, k.contact_id, k.address_hash, row_number() over (order by a.name_sort) - 1 as rank
      from stale s join association a on a.association_id = s.association_id
      join mail_contacts() k on k.association_id = s.association_id and k.rank = 1
      where a.state = 'active' and a.listed and not exists (select from confirmation c
        where c.association_id = s.association_id and c.confirmed_at > ${now}::timestamptz - interval '80 days')
      limit 8),
    step as (
      select * from (values ('first', 70, 7), ('referent', 48, 4), ('phone', 26, 2)) v (step, days, most))
    insert into reminder (association_id, climb, step, sections, taken_at, taken_on, contact_id, address_hash)
    select s.association_id, 1, t.step, s.sections, ${now}::timestamptz - make_interval(days => t.ago),
      ${today}::date - t.ago, case when t.step = 'first' then s.contact_id end,
      case when t.step = 'first' then s.address_hash end
    from silent s join lateral (
      select step.step, case when s.rank > 4 then 6 else step.days end as ago from step where s.rank <= step.most) t on true`.execute(
    tx,
  );
  await writeCampaign(tx, now, today);
}

/** The campaign of the season, begun some weeks ago. */
async function writeCampaign(tx: Tx, now: Date, today: string): Promise<void> {
  const started = new Date(now.getTime() - 30 * 86_400_000);
  const first = addDays(today, -30);
  const { id } = await tx
    .insertInto("campaign")
    .values({
      name: `Rentrée ${first.slice(0, 4)}`,
      audience: "all",
      sections: ["contact", "places"],
      waves: [first],
      ends_on: addDays(today, -1),
      subject: "Votre association dans l’annuaire : tout est-il juste ?",
      opening:
        "Une nouvelle saison commence. Pouvez-vous vérifier votre page ? Cela prend une minute.",
      state: "running",
      created_at: started,
      started_at: started,
    })
    .returning("campaign_id as id")
    .executeTakeFirstOrThrow();
  await sql`
    insert into campaign_association (campaign_id, association_id, asked_on, asked_wave)
    select ${id}::uuid, a.association_id, case when k.contact_id is not null then ${first}::date end,
      case when k.contact_id is not null then 1 end
    from association a left join mail_contacts() k on k.association_id = a.association_id and k.rank = 1
    where a.listed and a.merged_into is null and a.state <> 'ceased'`.execute(tx);
  await sql`
    insert into confirmation_mail (address_hash, sent_on, campaign_id, wave, stop_hash)
    select distinct on (k.address_hash) k.address_hash, ${first}::date, ${id}::uuid, 1, gen_random_uuid()::text
    from campaign_association ca join mail_contacts() k on k.association_id = ca.association_id and k.rank = 1
    where ca.campaign_id = ${id}`.execute(tx);
}
