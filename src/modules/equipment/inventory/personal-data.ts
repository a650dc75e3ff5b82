import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  forgetInTexts,
  gesturesIn,
  mentionsIn,
  patternOf,
  withoutPattern,
  type Sought,
  type Told,
} from "../../people/index.ts";

/** What inventories hold about somebody: the cells of a file, and what they wrote of a unit. */
export const toldInInventories = async (tx: Tx, who: Sought): Promise<Told[]> => [
  ...(await mentionsIn(tx, "inventory_import", ["file_name", "answers", "header"], who, { copies: true })), // prettier-ignore
  ...(await mentionsIn(tx, "inventory_line", ["cells"], who, { copies: true })),
  ...(await mentionsIn(tx, "inventory_unit", ["before", "after"], who, { copies: true })),
  ...(await gesturesIn(tx, who, { inventory_import: ["made_by", "applied_by", "undone_by"] })),
];

/** Forgets them there; gives how many rows spoke of them. */
export async function forgetInInventories(tx: Tx, who: Sought): Promise<number> {
  const pattern = patternOf(who);
  const cells = (column: string) =>
    sql`(select array_agg(${withoutPattern(sql`c`, pattern)} order by n) from unnest(${sql.ref(column)}) with ordinality t(c, n))`;
  const lines = await sql`update inventory_line set cells = ${cells("cells")}
    where array_to_string(cells, ' ') ~* ${pattern}`.execute(tx);
  const units = await sql`update inventory_unit set
      before = ${withoutPattern(sql`before::text`, pattern)}::jsonb, after = ${withoutPattern(sql`after::text`, pattern)}::jsonb
    where concat_ws(' ', before, after) ~* ${pattern}`.execute(tx);
  const heads = await sql`update inventory_import set
      header = ${cells("header")}, answers = ${withoutPattern(sql`answers::text`, pattern)}::jsonb
    where array_to_string(header, ' ') ~* ${pattern} or answers::text ~* ${pattern}`.execute(tx);
  const files = await forgetInTexts(tx, "inventory_import", ["file_name"], who);
  return [lines, units, heads].reduce((sum, one) => sum + Number(one.numAffectedRows ?? 0), files);
}
