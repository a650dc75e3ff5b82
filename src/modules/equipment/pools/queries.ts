import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Decision } from "../codes.ts";

/** A model at a place: its counter, how many are ready, the limits it has of its own. */
export type Pool = {
  poolId: string;
  counterId: string;
  modelId: string;
  name: string;
  shelf: string | null;
  ready: number;
  onSiteOnly: boolean;
  longestDays: number | null;
  leadOpenDays: number | null;
  bufferMinutes: number | null;
  decision: Decision | null;
};

/** What a place holds, by name. */
export async function poolsAt(tx: Tx, placeId: string): Promise<Pool[]> {
  const { rows } = await sql<Pool>`
    select p.pool_id as "poolId", p.counter_id as "counterId", m.model_id as "modelId", m.name, p.shelf,
      (select count(*)::integer from equipment_unit u where u.pool_id = p.pool_id and u.state = 'ready') as ready,
      m.on_site_only as "onSiteOnly", m.longest_days as "longestDays", m.lead_open_days as "leadOpenDays",
      m.buffer_minutes as "bufferMinutes", m.decision
    from equipment_pool p join equipment_model m on m.model_id = p.model_id
    where p.place_id = ${placeId} order by lower(m.name)`.execute(tx);
  return rows;
}
