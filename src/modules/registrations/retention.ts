import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { retention } from "../../platform/retention.ts";
import { purge } from "./record/write.ts";

/**
 * Forgets who registered: some days after the activity is over, sooner those who cancelled or never had a seat. A season is over
 * with its last date, and on 31 August at the latest; an activity that stopped, on that day.
 */
export async function forgetRegistrations(tx: Tx, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { rows } = await sql<{ id: string }>`
    select r.registration_id as id from registration r
    join registration_opening o on o.opening_id = r.opening_id
    join activity a on a.activity_id = o.activity_id
    left join occurrence d on d.occurrence_id = o.occurrence_id
    cross join lateral (
      select max(t.ends_at) as last from activity_slot s join occurrence t on t.series_id = s.series_id
      where s.activity_id = a.activity_id) dates
    where r.purged_at is null and (
      r.ended_at < ${before(retention.cancelledRegistrationDays)}
      or case
        when o.occurrence_id is not null then coalesce(d.ends_at, o.told_starts_at, o.created_at)
        when a.stopped_on is not null then a.stopped_on::timestamptz
        when a.season is not null
          then least(coalesce(dates.last, 'infinity'), make_date(a.season + 1, 9, 1)::timestamptz)
        else coalesce(dates.last, o.created_at)
      end < ${before(retention.registrationDays)})`.execute(tx);
  await purge(tx, rows.map(({ id }) => id), now); // prettier-ignore
  return rows.length;
}
