import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../../communes/index.ts";
import type { Regime } from "../loans/codes.ts";
import { awayDays, dayIn, lengthOf, passed } from "../reports/days.ts";

/** What one loan gave of one model inside a period. */
export type LentLine = {
  associationId: string;
  loanId: string;
  code: string;
  regime: Regime;
  model: string;
  outOn: string;
  backOn: string | null;
  units: number;
  /** Days of each unit, added up. */
  days: number;
  /** Euro cents; nothing when the commune set no tariff. */
  dayCents: number | null;
  cents: number | null;
};

/** Days a year has, for what a day of a provision is worth. */
const yearDays = 365;

/**
 * What associations had of the equipment of the commune: the days each unit was really away inside the period, the day it left and
 * the day it came back counted, at the tariff of a day. A provision lasts, and is worth what is used up of the thing meanwhile: its
 * value over the years the commune says, by the day; the tariff of a day when it has no value. An association merged into
 * another counts as the other.
 */
export async function lentLines(
  tx: Tx,
  { period, now, years, associationId }: { period: Period; now: Date; years: number; associationId?: string | undefined }, // prettier-ignore
): Promise<LentLine[]> {
  const away = sql`(${awayDays(now)} * ${passed(period, now)})`;
  const tariff = sql`case when l.regime = 'provision' and m.value_cents is not null
    then m.value_cents::numeric / (${years * yearDays}::integer) else m.day_value_cents end`;
  const { rows } = await sql<LentLine>`
    select b.association_id as "associationId", l.loan_id as "loanId", l.code, l.regime, m.name as model,
      to_char(min(${dayIn(sql`a.out_at`)}), 'YYYY-MM-DD') as "outOn",
      case when bool_and(a.back_at is not null) then to_char(max(${dayIn(sql`a.back_at`)}), 'YYYY-MM-DD') end as "backOn",
      count(*)::integer as units, sum(${lengthOf(away)})::integer as days,
      round(${tariff})::integer as "dayCents", round(sum(${lengthOf(away)}) * ${tariff})::integer as cents
    from allocation a
    join loan l on l.loan_id = a.loan_id
    join equipment_unit u on u.unit_id = a.unit_id
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join association named on named.association_id = l.association_id
    join association b on b.association_id = coalesce(named.merged_into, named.association_id)
    where a.out_at <= ${now} and m.owner_association_id is null and not isempty(${away})
      and (${associationId ?? null}::uuid is null or b.association_id = ${associationId ?? null}::uuid)
    group by b.association_id, l.loan_id, l.code, l.regime, m.model_id, m.name, m.value_cents, m.day_value_cents
    order by min(a.out_at), lower(m.name)`.execute(tx);
  return rows;
}

/** The names of associations, by identifier, in the order of names. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("association")
    .select(["association_id", "name"])
    .where("association_id", "in", ids)
    .orderBy("name_sort")
    .execute();
  return new Map(rows.map((row) => [row.association_id, row.name]));
}

export type Tariff = { model: string; dayCents: number | null; valueCents: number | null };

/** What the commune says its equipment is worth. */
export async function tariffs(tx: Tx): Promise<Tariff[]> {
  const { rows } = await sql<Tariff>`
    select name as model, day_value_cents as "dayCents", value_cents as "valueCents" from equipment_model
    where owner_association_id is null order by lower(name)`.execute(tx);
  return rows;
}
