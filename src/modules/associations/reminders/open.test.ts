import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { registryOf } from "../registry.testing.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

/** The definition, read slowly: the last step of each listing, unless it was confirmed since the climb began or nothing is left to. */
const slowly = (day: string) => sql<{ id: string; step: string; sections: string[] }>`
  select l.association_id as id, l.step, array_agg(f.section order by f.section) as sections
  from (select distinct on (association_id) association_id, step, climb from reminder
    order by association_id, climb desc, array_position(array['first', 'second', 'referent', 'phone'], step) desc) l
  join association a on a.association_id = l.association_id and a.listed and a.state <> 'ceased' and a.merged_into is null
  join section_freshness(${day}::date) f on f.association_id = l.association_id and f.level <> 'up_to_date'
  where not exists (select from confirmation c where c.association_id = l.association_id and c.confirmed_at >=
    (select min(taken_at) from reminder r where r.association_id = l.association_id and r.climb = l.climb))
  group by l.association_id, l.step order by 1`;

test("climbs under way are those of the ladder read slowly, on any day, around midnight too", async () => {
  const names = Array.from({ length: 60 }, (_, rank) => ({ name: `Club ${rank}` }));
  await registryOf(site).createMany(names);
  await site.database.write(site.communeId, async (tx) => {
    await sql`
      insert into reminder (association_id, climb, step, sections, taken_at, taken_on)
      select association_id, 1 + rank % 2, step, array['places'], at, (at at time zone 'Europe/Paris')::date
      from (select association_id, row_number() over (order by slug)::integer as rank from association) a
      cross join lateral (select step, '2026-03-01T10:00Z'::timestamptz + make_interval(days => rank + 20 * n::integer) as at
        from unnest(array['first', 'second', 'referent', 'phone']) with ordinality s (step, n) where n <= 1 + rank % 4) s`.execute(
      tx,
    );
    await sql`
      insert into confirmation (association_id, section, confirmed_at, by_kind, how)
      select association_id, section, '2026-09-14T21:30Z'::timestamptz - make_interval(months => (rank * n)::integer % 30, hours => rank % 3 - 1), 'association', 'link'
      from (select association_id, row_number() over (order by slug)::integer as rank from association) a
      cross join unnest(array['contact', 'places', 'prices', 'registration', 'accessibility']) with ordinality s (section, n)
      where (rank + n) % 3 > 0`.execute(tx);
    await sql`update association set state = 'ceased' where name like '%7'`.execute(tx);
    await sql`update association set listed = false where name like '%9'`.execute(tx);
    let open = 0;
    for (const day of ["2026-03-10", "2026-09-13", "2026-09-14", "2026-09-15", "2027-12-01"]) {
      const { rows } = await sql<{ id: string; step: string; sections: string[] }>`
        select association_id as id, step, sections from reminders_open(${day}::date) order by 1`.execute(
        tx,
      );
      assert.deepEqual(rows, (await slowly(day).execute(tx)).rows, day);
      open += rows.length;
    }
    assert.ok(open > 20, `${open} climbs compared`);
  });
});
