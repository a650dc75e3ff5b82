import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { UnitState } from "../codes.ts";

export type Unit = {
  id: string;
  /** What its label says. */
  tag: string;
  serial: string | null;
  state: UnitState;
  stateAt: Date;
  note: string | null;
  /** Of a router or a SIM card. */
  dataPlan: string | null;
  acquiredOn: string | null;
  modelId: string;
  modelName: string;
  /** The association whose it is; nothing: the commune. */
  ownerId: string | null;
  poolId: string;
  placeId: string;
  placeName: string;
  shelf: string | null;
  /** It is being checked since it came back, or somebody said so. */
  inRound: boolean;
  /** The loan that has it now. */
  heldBy: string | null;
};

/** Units by place then tag: those of a model, or the one of a tag. */
export async function unitsOf(
  tx: Tx,
  which: { modelId?: string; tag?: string; poolId?: string },
): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select u.unit_id as id, u.tag, u.serial, u.state, u.state_at as "stateAt", u.note, u.data_plan as "dataPlan",
      to_char(u.acquired_on, 'YYYY-MM-DD') as "acquiredOn", m.model_id as "modelId", m.name as "modelName",
      m.owner_association_id as "ownerId",
      p.pool_id as "poolId", p.place_id as "placeId", place.name as "placeName", p.shelf,
      u.round_event_id is not null and u.state in ('to_check', 'repair') as "inRound",
      (select o.loan_id from allocation o where o.unit_id = u.unit_id and o.state = 'out') as "heldBy"
    from equipment_unit u
    join equipment_pool p on p.pool_id = u.pool_id
    join equipment_model m on m.model_id = p.model_id
    join place on place.place_id = p.place_id
    where (${which.modelId ?? null}::uuid is null or p.model_id = ${which.modelId ?? null}::uuid)
      and (${which.poolId ?? null}::uuid is null or p.pool_id = ${which.poolId ?? null}::uuid)
      and (${which.tag ?? null}::text is null or u.tag = ${which.tag ?? null}::text)
    order by lower(place.name), u.tag`.execute(tx);
  return rows;
}

/** A loan to be handed over soon that a unit of its shelf may serve. */
export type NextLoan = { id: string; code: string; borrower: string; from: Date };

/** Loans of the shelf of a unit that leave within a week, the first first; none when it may not leave. */
export async function nextLoansOf(tx: Tx, unit: Unit, now: Date): Promise<NextLoan[]> {
  if (unit.state !== "ready" || unit.heldBy) return [];
  const { rows } = await sql<NextLoan>`
    select l.loan_id as id, l.code, coalesce(a.name, l.service) as borrower, l.from_at as from
    from loan_line n join loan l on l.loan_id = n.loan_id left join association a on a.association_id = l.association_id
    where n.pool_id = ${unit.poolId} and l.state in ('accepted', 'prepared') and l.from_at < ${now}::timestamptz + interval '7 days'
    order by exists (select from allocation o where o.loan_id = l.loan_id and o.unit_id = ${unit.id}) desc, l.from_at
    limit 5`.execute(tx);
  return rows;
}
