import { sql } from "kysely";
import { ensurePerson, grantRole, openSession } from "../src/modules/people/index.ts";
import type { Tx } from "../src/platform/db/database.ts";

/** A heavy day in a large commune: what residents sent, who asked for a listing, listings nobody answers about, refused addresses. */
export const heavyDay = { proposals: 80, claims: 40, silent: 800, bounced: 150 };

/** Fills the day's queue of a commune that has its associations; opens the session of an agent who follows some of them. */
export async function fillQueue(tx: Tx, at: Date, token: string): Promise<void> {
  const agents = [];
  for (const who of ["une", "deux", "trois"]) {
    const id = await ensurePerson(tx, `${who}@mesure.example`, `Agent ${who}`);
    await grantRole(tx, id, "referent");
    agents.push(id);
  }
  await openSession(tx, agents[0] ?? "", token, at, 1);
  await sql`
    update association a set referent_id = (${agents}::uuid[])[1 + r.rank % 3]
    from (select association_id, row_number() over (order by slug) as rank from association) r
    where r.association_id = a.association_id and r.rank % 5 < 4`.execute(tx);
  // Half of the listings were confirmed last year and the year before, half of those again since.
  for (const [days, share] of [
    [750, 2],
    [420, 2],
    [120, 4],
  ])
    await sql`
      insert into confirmation (association_id, section, confirmed_at, by_kind, how)
      select r.association_id, section, ${at}::timestamptz - make_interval(days => ${days} + (r.rank % 30)::integer), 'association', 'link'
      from (select association_id, row_number() over (order by slug desc) as rank from association) r
      cross join unnest(array['contact', 'places', 'prices', 'registration', 'accessibility']) section
      where r.rank % ${share} = 0`.execute(tx);
  await sql`
    insert into proposal (kind, association_id, name, body, topic, created_at)
    select 'error', s.association_id, s.name, 'Les horaires ont changé.', 'other', ${at}::timestamptz - make_interval(hours => s.rank::integer)
    from ${some(heavyDay.proposals, 0)} s`.execute(tx);
  await sql`
    insert into claim_request (association_id, name, title, email, asked_at)
    select s.association_id, 'Personne ' || s.rank, 'présidente', 'p' || s.rank || '@mesure.example', ${at}::timestamptz - make_interval(hours => s.rank::integer)
    from ${some(heavyDay.claims, 100)} s`.execute(tx);
  for (const [rank, step] of ["first", "second", "referent"].entries())
    await sql`
      insert into reminder (association_id, climb, step, sections, taken_at, taken_on)
      select s.association_id, 1, ${step}, array['places'], t.at, (t.at at time zone 'Europe/Paris')::date
      from ${some(heavyDay.silent, 200)} s, (select ${at}::timestamptz - make_interval(days => ${60 - rank * 20}) as at) t`.execute(
      tx,
    );
  await sql`
    insert into association_contact (association_id, name, email)
    select s.association_id, 'Contact ' || s.rank, 'c' || s.rank || '@mesure.example' from ${some(heavyDay.bounced, 1200)} s`.execute(
    tx,
  );
  await sql`
    insert into dead_address (address_hash, noted_at, how)
    select address_hash(email), ${at}, 'bounced' from association_contact where email like 'c%@mesure.example'`.execute(
    tx,
  );
}

/** Some listings, numbered, other ones for each use. */
const some = (count: number, from: number) => sql`
  (select association_id, name, row_number() over (order by slug) as rank from association
   where listed and state = 'active' order by slug offset ${from} limit ${count})`;
