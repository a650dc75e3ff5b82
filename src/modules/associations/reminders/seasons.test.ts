import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { addDays } from "../../../platform/clock.ts";
import type { TestSite } from "../../../testing/site.ts";
import { sections } from "../codes.ts";
import { confirmSections } from "../confirming/queries.ts";
import { climb } from "./climbing.ts";
import { openSteps } from "./open.ts";
import { openDemonstration } from "../../../testing/demonstration.ts";

let site: TestSite;
const answerDays = 21;
const start = "2026-09-15";
const last = "2029-09-15";

before(async () => {
  site = await openDemonstration();
  // The seasons begin with nothing asked yet.
  for (const table of ["campaign", "confirmation_mail", "reminder"])
    await ask(sql`delete from ${sql.table(table)}`);
  const rule = { active: "on", answerDays: String(answerDays), quietMonths: ["8"] };
  await site.post("/gestion/annuaire/rappels", rule, { as: "referent" });
});
after(() => site.close());

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  site.database.write(site.communeId, async (tx) => (await query.execute(tx)).rows);

/** Of the listings asked some days ago, a part drawn from a fixed seed answers. */
async function answersOf(day: string, draw: () => boolean): Promise<void> {
  await site.database.write(site.communeId, async (tx) => {
    for (const { id } of await openSteps(tx, day))
      if (draw())
        await confirmSections(tx, id, sections, {
          actor: { kind: "association" },
          at: site.clock.now(),
          by: "association",
          how: "link",
        });
  });
}

test("over three seasons nobody is written to in August nor twice within the delay, and every silent listing ends with somebody", async () => {
  let seed = 11;
  const draw = () => (seed = (seed * 48_271) % 2_147_483_647) % 20 === 0;
  for (let day = start; day <= last; day = addDays(day, 3)) {
    site.clock.set(`${day}T05:30:00Z`);
    await climb(site.house, site.communeId);
    site.clock.set(`${day}T17:00:00Z`);
    await answersOf(day, draw);
  }
  const august = await ask(sql`
    select 1 from confirmation_mail where extract(month from sent_on) = 8
    union all select 1 from reminder where extract(month from taken_on) = 8`);
  assert.deepEqual(august, []);
  const close = await ask(sql`
    select 1 from (select sent_on - lag(sent_on) over (partition by address_hash order by sent_on) as gap
      from confirmation_mail) g where gap < ${answerDays}::integer`);
  assert.deepEqual(close, []);
  const [counts] = await ask(sql<Record<"mails" | "sent" | "steps" | "links", number>>`select
    (select count(*)::integer from confirmation_mail) as mails,
    (select count(*)::integer from mail where kind = 'confirmation_reminder') as sent,
    (select count(*)::integer from reminder where step in ('first', 'second')) as steps,
    (select count(*)::integer from confirmation_link) as links`);
  assert.ok(counts && counts.mails > 100, JSON.stringify(counts));
  assert.equal(counts.sent, counts.mails, "a mail each");
  assert.equal(counts.links, counts.steps, "a link for each listing asked about");
  const climbs = await ask(sql<{ steps: string }>`
    select distinct string_agg(step, ' ' order by taken_at) as steps from reminder group by association_id, climb`);
  for (const { steps } of climbs)
    assert.ok(/^(first)?( ?second)?( ?referent)?( ?phone)?$/.test(steps), steps);
  const hasty = await ask(sql`
    select 1 from (select step, taken_on - lag(taken_on) over (partition by association_id, climb order by taken_at) as gap
      from reminder) g where gap < ${answerDays}::integer`);
  assert.deepEqual(hasty, [], "a step waits for the answer to the one before");
  const forgotten = await ask(sql`
    select a.name from association a
    join (select distinct association_id from section_freshness(${last}::date) where level <> 'up_to_date') s
      on s.association_id = a.association_id
    where a.merged_into is null and a.listed and a.state <> 'ceased'
      and not exists (select from reminders_open(${last}::date) o where o.association_id = a.association_id)
      and not exists (select from confirmation c where c.association_id = a.association_id
        and c.confirmed_at > ${last}::date - ${answerDays + 60}::integer)
      and not exists (select from reminders_due(${last}::date, ${answerDays}::integer) d where d.association_id = a.association_id)
      and not exists (select from mail_contacts() k join confirmation_mail m on m.address_hash = k.address_hash
        where k.association_id = a.association_id and m.sent_on > ${last}::date - ${answerDays}::integer)`);
  assert.deepEqual(forgotten, []);
});
