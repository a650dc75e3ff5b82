import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** Models that go together, by a name. */
export type KitFields = {
  name: string;
  /** What it is for, in plain words. */
  purpose: string;
  /** One of those every support point is offered. */
  forSupportPoints: boolean;
  /** The essential tools it answers, by their codes. */
  tools: readonly string[];
  shown: boolean;
  lines: readonly { modelId: string; quantity: number }[];
};

export type Kit = Omit<KitFields, "lines"> & {
  id: string;
  revision: number;
  lines: readonly { modelId: string; name: string; quantity: number }[];
};

/** Kits, those of support points first, then by name; one of them, or those residents see. */
export async function kitsOf(tx: Tx, which: { id?: string; shown?: true } = {}): Promise<Kit[]> {
  const { rows } = await sql<Kit>`
    select k.kit_id as id, k.name, k.purpose, k.for_support_points as "forSupportPoints", k.tools, k.state = 'shown' as shown, k.revision,
      coalesce((select jsonb_agg(jsonb_build_object('modelId', m.model_id, 'name', m.name, 'quantity', l.quantity) order by lower(m.name))
        from kit_line l join equipment_model m on m.model_id = l.model_id where l.kit_id = k.kit_id), '[]') as lines
    from equipment_kit k
    where (${which.id ?? null}::uuid is null or k.kit_id = ${which.id ?? null}::uuid)
      and (not ${which.shown ?? false} or k.state = 'shown')
    order by k.for_support_points desc, lower(k.name)`.execute(tx);
  return rows;
}
