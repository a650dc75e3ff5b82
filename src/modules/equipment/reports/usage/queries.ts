import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { awayDays, dayIn, lengthOf, passed, within } from "../days.ts";

/** What was done of one model at one place over a period. Days are French days, both ends counted; amounts are euro cents. */
export type PoolUse = {
  poolId: string;
  modelId: string;
  model: string;
  placeId: string;
  place: string;
  /** The association it belongs to; nothing: the commune. */
  owner: string | null;
  valueCents: number | null;
  /** Units that were there for at least a day. */
  units: number;
  /** Days each was there, added up, time in repair included. */
  presentDays: number;
  /** Days each was away, added up; a day it came back and left again is one. */
  outDays: number;
  /** Hand-overs of a unit. */
  uses: number;
  /** Units handed over at least once. */
  unitsLent: number;
  losses: number;
  breakages: number;
  /** The part of its value used up over the days it was there. */
  wornCents: number;
  /** The last day one of its units was away, in or out of the period. */
  lastOn: string | null;
};

/**
 * Use of each pool. The days a unit was away are united as ranges, so that no day is counted twice and none is walked through.
 * What is used up is straight-line, day by day, from the day it was bought and over the years the commune says, as communes
 * depreciate what they own (budget and accounting instruction M57, linear, *prorata temporis*): afterwards it costs nothing.
 */
export async function usesOf(tx: Tx, period: Period, now: Date, years: number): Promise<PoolUse[]> {
  const { present, outDays, worn } = inUnit(period, now, years);
  const { rows } = await sql<PoolUse>`
    with ${unitsIn(period, now)}
    select p.pool_id as "poolId", m.model_id as "modelId", m.name as model, place.place_id as "placeId", place.name as place,
      a.name as owner, m.value_cents as "valueCents",
      count(*) filter (where not isempty(u.present))::integer as units,
      sum(${present})::integer as "presentDays",
      sum(${outDays})::integer as "outDays",
      sum(u.uses)::integer as uses, count(*) filter (where u.uses > 0)::integer as "unitsLent",
      count(*) filter (where u.lost)::integer as losses, sum(u.broken)::integer as breakages,
      coalesce(round(sum(${worn})), 0)::integer as "wornCents",
      to_char(max(u.last), 'YYYY-MM-DD') as "lastOn"
    from unit u
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    left join association a on a.association_id = m.owner_association_id
    group by p.pool_id, m.model_id, m.name, place.place_id, place.name, a.name, m.value_cents
    order by lower(m.name), lower(place.name)`.execute(tx);
  return rows;
}

/** Each unit `unit`: the days it was there and away, its hand-overs, what happened to it. */
const unitsIn = (period: Period, now: Date) => sql`
  had as (
      select a.unit_id, min(${dayIn(sql`a.out_at`)}) as first, max(upper(${awayDays(now)})) - 1 as last,
        range_agg(${awayDays(now)}) as days,
        count(*) filter (where ${within(dayIn(sql`a.out_at`), period)}) as uses
      from allocation a where a.out_at <= ${now} group by a.unit_id
    ), event as (
      select e.unit_id, e.kind, e.condition, e.at, max(e.at) filter (where e.kind = 'found') over (partition by e.unit_id) as found
      from custody_event e
    ), harm as (
      select unit_id, bool_or(kind = 'lost' and (found is null or at > found)) as lost,
        count(distinct ${dayIn(sql`at`)}) filter (where kind = 'damaged' or (kind = 'returned' and condition = 'broken')) as broken
      from event where ${within(dayIn(sql`at`), period)} group by unit_id
    ), known as (
      select u.unit_id, u.tag, u.pool_id, u.state, ${dayIn(sql`u.created_at`)} as since, ${dayIn(sql`u.state_at`)} as state_on,
        coalesce(u.acquired_on, ${dayIn(sql`u.created_at`)}) as bought
      from equipment_unit u
    ), unit as (
      select u.*, had.days, coalesce(had.uses, 0) as uses, had.last, coalesce(harm.lost, false) as lost, coalesce(harm.broken, 0) as broken,
        daterange(least(u.since, had.first), greatest(u.since, had.last,
          case when u.state in ('lost', 'retired') then u.state_on else ${dayIn(sql`${now}::timestamptz`)} end), '[]') * ${passed(period, now)} as present
      from known u left join had on had.unit_id = u.unit_id left join harm on harm.unit_id = u.unit_id
    )`;

/** Of a unit `u` of a model `m`: how many days it was there and away, and what was used up of it. */
function inUnit(period: Period, now: Date, years: number) {
  const life = sql`daterange(u.bought, (u.bought + make_interval(years => ${years}::integer))::date)`;
  return {
    present: lengthOf(sql`u.present`),
    outDays: sql`coalesce((select sum(upper(r) - lower(r)) from unnest(u.days * datemultirange(${passed(period, now)})) r), 0)`,
    worn: sql`m.value_cents::numeric * ${lengthOf(sql`(u.present * ${life})`)} / ${lengthOf(life)}`,
  };
}

export type UnitUse = {
  tag: string;
  model: string;
  place: string;
  boughtOn: string;
  presentDays: number;
  outDays: number;
  /** Nothing when the model has no value. */
  wornCents: number | null;
  total: number;
};

/** The same, unit by unit, of a model, of a place: the rows behind the days and what is used up. */
export async function unitUses(
  tx: Tx,
  period: Period,
  now: Date,
  years: number,
  { modelId, placeId }: { modelId?: string | undefined; placeId?: string | undefined },
  limit?: number,
): Promise<UnitUse[]> {
  const { present, outDays, worn } = inUnit(period, now, years);
  const { rows } = await sql<UnitUse>`
    with ${unitsIn(period, now)}
    select u.tag, m.name as model, place.name as place, to_char(u.bought, 'YYYY-MM-DD') as "boughtOn", ${present}::integer as "presentDays",
      ${outDays}::integer as "outDays", round(${worn})::integer as "wornCents", count(*) over ()::integer as total
    from unit u
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    where not isempty(u.present) and (${modelId ?? null}::uuid is null or p.model_id = ${modelId ?? null}::uuid)
      and (${placeId ?? null}::uuid is null or p.place_id = ${placeId ?? null}::uuid)
    order by u.tag limit ${limit ?? null}`.execute(tx);
  return rows;
}

/** Loans handed over in a period, and those given back later than promised, of a model, of a place, of both or of all. */
export type LoanCount = {
  modelId: string | null;
  placeId: string | null;
  loans: number;
  late: number;
  borrowers: number;
};

/** A loan is late when it comes back another day than promised; it counts in the period it was to come back in. */
export async function loanCounts(tx: Tx, period: Period, now: Date): Promise<LoanCount[]> {
  const handed = within(dayIn(sql`a.out_at`), period);
  const { rows } = await sql<LoanCount>`
    select p.model_id as "modelId", p.place_id as "placeId",
      count(distinct a.loan_id) filter (where ${handed})::integer as loans,
      count(distinct coalesce(l.association_id::text, l.service)) filter (where ${handed})::integer as borrowers,
      count(distinct a.loan_id) filter (where ${lateIn(period, now)})::integer as late
    from allocation a
    join loan l on l.loan_id = a.loan_id
    join equipment_unit u on u.unit_id = a.unit_id
    join equipment_pool p on p.pool_id = u.pool_id
    where a.out_at <= ${now}
    group by grouping sets ((p.model_id, p.place_id), (p.model_id), (p.place_id), ())`.execute(tx);
  return rows;
}

/** True of an allocation `a` of a loan `l` that was to come back in the period, and did on a later day or has not yet. */
export const lateIn = (period: Period, now: Date) =>
  sql<boolean>`(${within(dayIn(sql`l.until_at`), period)} and ${dayIn(sql`coalesce(a.back_at, ${now})`)} > ${dayIn(sql`l.until_at`)})`;
