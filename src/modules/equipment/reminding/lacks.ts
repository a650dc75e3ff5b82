import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { peakOf, usesOf } from "../../scheduling/index.ts";
import type { Category } from "../codes.ts";
import type { LoanState } from "../loans/codes.ts";
import { unitsLeft } from "../pools/stock.ts";
import { lendingRules } from "../rules/queries.ts";
import { rulesOfModel, type ThingLimits } from "../rules/rules.ts";
import { lacking, type Promised } from "./shortage.ts";
import type { OtherShelf, Wanted } from "./swaps.ts";

type ShortPool = {
  poolId: string;
  modelId: string;
  name: string;
  category: Category;
  placeName: string;
  /** An association lends it itself: what lacks is its own to settle. */
  owned: boolean;
  left: number;
};

/** What lacks to one loan of a shelf. */
export type Lack = Wanted & {
  loanId: string;
  borrower: string;
  state: LoanState;
  name: string;
  owned: boolean;
  seatId: string;
  quantity: number;
};

/** A shelf that is short: how many are promised at once, how many are left, who lacks what. */
export type Shortage = ShortPool & { promised: number; lacks: Lack[] };

type Line = Promised & Omit<Lack, "from" | "until" | "category" | "modelId" | "name" | "owned" | "missing"> & { fromAt: Date; untilAt: Date }; // prettier-ignore

/** Shelves of which some loan lacks something: more is promised at once than the units fit to be lent and not kept too long. */
export async function shortagesOf(tx: Tx, now: Date): Promise<Shortage[]> {
  const { rows: pools } = await sql<ShortPool>`
    select * from (
      select p.pool_id as "poolId", m.model_id as "modelId", m.name, m.category, place.name as "placeName", m.owner_association_id is not null as owned, c.capacity, ${unitsLeft(now)} as left
      from equipment_pool p join equipment_model m on m.model_id = p.model_id join place on place.place_id = p.place_id
      join seat_counter c on c.counter_id = p.counter_id) pools
    where capacity > "left" order by lower(name), "placeName"`.execute(tx);
  const lines = Map.groupBy(await linesOf(tx, pools, now), ({ poolId }) => poolId);
  return pools.flatMap((pool) => {
    const promises = lines.get(pool.poolId) ?? [];
    const lacks = lacking(pool.left, promises).map(({ promise: { fromAt, untilAt, ...line }, missing }) => {
      const { category, modelId, name, owned } = pool;
      return { ...line, category, modelId, name, owned, missing, from: fromAt, until: untilAt };
    }); // prettier-ignore
    const promised = peakOf(promises, { from: now.getTime(), until: Infinity });
    return lacks.length ? [{ ...pool, promised, lacks }] : [];
  });
}

/** What is promised of some shelves from now on; what is kept too long is not left, and so not promised. */
async function linesOf(tx: Tx, pools: readonly ShortPool[], now: Date): Promise<Line[]> {
  if (!pools.length) return [];
  const { rows } = await sql<Line>`
    select l.loan_id as "loanId", coalesce(a.name, l.service) as borrower, l.state, l.place_id as "placeId", n.pool_id as "poolId",
      s.seat_id as "seatId", s.quantity, s.from_at as "fromAt", l.until_at as "untilAt",
      (extract(epoch from s.from_at) * 1000)::float8 as "from", (extract(epoch from s.until_at) * 1000)::float8 as "until",
      (extract(epoch from l.created_at) * 1000)::float8 as "createdAt",
      array(select o.pool_id::text from loan_line o where o.loan_id = l.loan_id) as pools
    from loan_line n join loan l on l.loan_id = n.loan_id join seat s on s.seat_id = n.seat_id
    left join association a on a.association_id = l.association_id
    where n.pool_id = any(${pools.map(({ poolId }) => poolId)}::uuid[]) and s.state = 'taken' and s.until_at > ${now}
      and l.state in ('asked', 'accepted', 'prepared', 'out') and not (l.state = 'out' and l.until_at < ${now})`.execute(
    tx,
  );
  return rows;
}

/** Shelves that may stand for what lacks: of the same categories and the same owner, shown, where it is open; with what is promised of them. */
export async function shelvesInstead(
  tx: Tx,
  lacks: readonly Lack[],
  now: Date,
): Promise<OtherShelf[]> {
  if (!lacks.length) return [];
  const { rows } = await sql<Omit<OtherShelf, "uses" | "bufferMinutes"> & ThingLimits>`
    select p.pool_id as "poolId", p.counter_id as "counterId", m.model_id as "modelId", m.name, m.category, p.place_id as "placeId",
      place.name as "placeName", least(coalesce(c.capacity, 0), ${unitsLeft(now)}) as left, m.longest_days as "longestDays",
      m.lead_open_days as "leadOpenDays", m.buffer_minutes as "bufferMinutes", m.decision, m.on_site_only as "onSiteOnly"
    from equipment_pool p join equipment_model m on m.model_id = p.model_id join place on place.place_id = p.place_id
    join lending_place l on l.place_id = p.place_id and l.closed_at is null join seat_counter c on c.counter_id = p.counter_id
    where m.state = 'shown' and m.withheld_at is null and not m.on_site_only and m.owner_association_id is null
      and m.category = any(${[...new Set(lacks.map(({ category }) => category))]}::text[])`.execute(
    tx,
  );
  const counters = rows.map(({ counterId }) => counterId);
  const uses = Map.groupBy(
    await usesOf(tx, counters, { from: now, until: null }, now),
    ({ counterId }) => counterId,
  );
  const rules = await lendingRules(tx);
  return rows.map((row) => ({
    ...row,
    bufferMinutes: rulesOfModel(rules, row).bufferMinutes,
    uses: uses.get(row.counterId) ?? [],
  }));
}
