import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { OccurrenceState } from "../../scheduling/index.ts";
import type { ActivityLine } from "../finding/document.ts";
import type { AgendaAsk } from "./address.ts";
import type { Range } from "./range.ts";

/** One date of the agenda; `of` is how many that day has. */
export type AgendaDate = {
  day: string;
  startMinute: number;
  durationMinutes: number;
  state: OccurrenceState;
  notice: string | null;
  of: number;
  line: ActivityLine;
};

type Filters = Pick<AgendaAsk, "all" | "theme" | "district">;

const codesOf = ({ all, theme, district }: Filters): string[] => [
  ...(all ? [] : ["k_event"]),
  ...(theme ? [`t_${theme}`] : []),
  ...(district ? [`d_${district}`] : []),
];

/** What happens between two days, in order: of each day `most` dates, after the first `skipped`. */
export async function agendaDates(
  tx: Tx,
  range: Pick<Range, "first" | "last">,
  filters: Filters,
  { most, skipped = 0 }: { most: number; skipped?: number },
): Promise<AgendaDate[]> {
  const codes = codesOf(filters);
  const { rows } = await sql<AgendaDate>`
    select n.day, n.start_minute as "startMinute", n.duration_minutes as "durationMinutes", n.state, n.notice, n.of::integer, d.line
    from (
      -- Numbered by what is narrow; what is shown is read for those alone.
      select o.day, o.start_minute, o.duration_minutes, o.state, o.notice, s.activity_id,
        row_number() over (partition by o.day order by o.start_minute, s.activity_id, o.occurrence_id) as at,
        count(*) over (partition by o.day) as of
      from occurrence o
      join activity_slot s on s.series_id = o.series_id
      join activity_document d on d.activity_id = s.activity_id
      where o.day between ${range.first}::date and ${range.last}::date
        and (${codes.length === 0} or d.codes @> ${codes}::text[])) n
    join activity_document d on d.activity_id = n.activity_id
    where n.at > ${skipped} and n.at <= ${skipped + most}
    order by n.day, n.at`.execute(tx);
  return rows;
}

/** The first day from which something of that kind happens again; null when nothing does. */
export async function nextDay(tx: Tx, from: string, filters: Filters): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(o.day) as day from occurrence o
    join activity_slot s on s.series_id = o.series_id
    join activity_document d on d.activity_id = s.activity_id
    where o.day >= ${from}::date and o.state <> 'cancelled' and d.codes @> ${codesOf(filters)}::text[]`.execute(
    tx,
  );
  return rows[0]?.day ?? null;
}

/** Districts of the commune, to choose one. */
export const districtsOf = (tx: Tx) =>
  tx.selectFrom("district").select(["slug", "name"]).orderBy("position").orderBy("name").execute();
