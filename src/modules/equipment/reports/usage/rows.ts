import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { awayDays, dayIn, lengthOf, passed, within } from "../days.ts";
import { lateIn } from "./queries.ts";

/** Which rows are asked for: of a model, of a place, those given back late. */
export type Which = { modelId?: string | undefined; placeId?: string | undefined };

export type HandedRow = {
  tag: string;
  model: string;
  place: string;
  loanId: string;
  code: string;
  borrower: string;
  outOn: string;
  dueOn: string;
  backOn: string | null;
  /** Days away inside the period. */
  days: number;
  total: number;
};

/** Units away at some time of a period, or handed over in it, or that were to come back in it and did later; latest first. */
export async function handedRows(
  tx: Tx,
  period: Period,
  now: Date,
  which: Which & { only?: "begun" | "late" | undefined },
  limit?: number,
): Promise<HandedRow[]> {
  const away = sql`(${awayDays(now)} * ${passed(period, now)})`;
  const kept = {
    away: sql`not isempty(${away})`,
    begun: within(dayIn(sql`a.out_at`), period),
    late: lateIn(period, now),
  };
  const { rows } = await sql<HandedRow>`
    select u.tag, m.name as model, place.name as place, l.loan_id as "loanId", l.code, coalesce(b.name, l.service) as borrower,
      ${dayText(sql`a.out_at`)} as "outOn", ${dayText(sql`l.until_at`)} as "dueOn", ${dayText(sql`a.back_at`)} as "backOn",
      ${lengthOf(away)} as days, count(*) over ()::integer as total
    from allocation a
    join loan l on l.loan_id = a.loan_id
    join equipment_unit u on u.unit_id = a.unit_id
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    left join association b on b.association_id = l.association_id
    where a.out_at <= ${now} and ${kept[which.only ?? "away"]} and ${ofPool(which)}
    order by a.out_at desc, u.tag limit ${limit ?? null}`.execute(tx);
  return rows;
}

export type HarmRow = {
  tag: string;
  model: string;
  place: string;
  on: string;
  loanId: string | null;
  code: string | null;
  borrower: string | null;
  total: number;
};

/** Units lost and not found since, or broken, in a period; latest first. */
export async function harmRows(
  tx: Tx,
  period: Period,
  kind: "losses" | "breakages",
  which: Which,
  limit?: number,
): Promise<HarmRow[]> {
  const counted =
    kind === "losses"
      ? sql`e.kind = 'lost' and not exists (select from custody_event f where f.unit_id = e.unit_id and f.kind = 'found' and f.at >= e.at)`
      : sql`(e.kind = 'damaged' or (e.kind = 'returned' and e.condition = 'broken'))`;
  const once = kind === "losses" ? sql`e.unit_id` : sql`e.unit_id, ${dayIn(sql`e.at`)}`;
  const { rows } = await sql<HarmRow>`
    with harm as (
      select distinct on (${once}) e.* from custody_event e
      where ${within(dayIn(sql`e.at`), period)} and ${counted} order by ${once}, (e.loan_id is null), e.at)
    select u.tag, m.name as model, place.name as place, ${dayText(sql`e.at`)} as on, l.loan_id as "loanId", l.code,
      coalesce(b.name, l.service) as borrower, count(*) over ()::integer as total
    from harm e
    join equipment_unit u on u.unit_id = e.unit_id
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    left join loan l on l.loan_id = e.loan_id
    left join association b on b.association_id = l.association_id
    where ${ofPool(which)}
    order by e.at desc, u.tag limit ${limit ?? null}`.execute(tx);
  return rows;
}

const ofPool = ({ modelId, placeId }: Which) =>
  sql`(${modelId ?? null}::uuid is null or p.model_id = ${modelId ?? null}::uuid)
    and (${placeId ?? null}::uuid is null or p.place_id = ${placeId ?? null}::uuid)`;

const dayText = (instant: ReturnType<typeof sql>) => sql`to_char(${dayIn(instant)}, 'YYYY-MM-DD')`;
