import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** What was done with a part: used for a unit, received, counted again. */
export const moveKinds = ["used", "received", "counted"] as const;
export type MoveKind = (typeof moveKinds)[number];

export type PartFields = {
  name: string;
  placeId: string;
  shelf: string | null;
  /** At this many or fewer, one buys some. */
  threshold: number;
  modelIds: readonly string[];
};

export type Part = Omit<PartFields, "modelIds"> & {
  id: string;
  placeName: string;
  inStock: number;
  low: boolean;
  models: readonly { id: string; name: string }[];
};

/** Parts kept, those to buy first, then by name; one of them, or those to buy alone. */
export async function partsOf(tx: Tx, which: { id?: string; low?: true } = {}): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select s.part_id as id, s.name, s.place_id as "placeId", place.name as "placeName", s.shelf, s.threshold,
      s.in_stock as "inStock", s.in_stock <= s.threshold as low,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.model_id, 'name', m.name) order by lower(m.name))
        from spare_part_model l join equipment_model m on m.model_id = l.model_id where l.part_id = s.part_id), '[]') as models
    from spare_part s join place on place.place_id = s.place_id
    where s.ended_at is null
      and (${which.id ?? null}::uuid is null or s.part_id = ${which.id ?? null}::uuid)
      and (not ${which.low ?? false} or s.in_stock <= s.threshold)
    order by s.in_stock <= s.threshold desc, lower(s.name)`.execute(tx);
  return rows;
}

export type Move = {
  kind: MoveKind;
  change: number;
  inStock: number;
  /** The unit it was used for. */
  tag: string | null;
  at: Date;
};

/** What was done with a part, the last first. */
export async function movesOf(tx: Tx, partId: string): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select v.kind, v.change, v.in_stock as "inStock", u.tag, v.at
    from spare_part_move v left join equipment_unit u on u.unit_id = v.unit_id
    where v.part_id = ${partId} order by v.at desc, v.move_id limit 100`.execute(tx);
  return rows;
}
