import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { patternOf, withoutThem, type Sought } from "../../people/index.ts";
import { storable } from "../pipeline/json.ts";
import { valuesWithout } from "../values-without.ts";

/** Where what lines tell of activities may name someone. */
export const heldInActivities = [
  "title",
  "facts",
  "unread_hours",
  "change",
  "kept",
  "image",
] as const;

/** Takes someone out of what files told of activities; gives in how many lines. */
export async function forgetInActivities(tx: Tx, who: Sought): Promise<number> {
  const rows = await tx
    .selectFrom("import_activity")
    .select(["import_id", "line", "rank", ...heldInActivities])
    .where(
      sql<boolean>`concat_ws(' ', title, facts, unread_hours, change, kept, image) ~* ${patternOf(who)}`,
    )
    .forUpdate()
    .execute();
  for (const { import_id, line, rank, title, facts, unread_hours, change, kept, image } of rows)
    await tx
      .updateTable("import_activity")
      .set({
        title: withoutThem(title, who),
        facts: facts === null ? null : storable(valuesWithout(facts, who)),
        unread_hours: unread_hours && withoutThem(unread_hours, who),
        change: storable(valuesWithout(change, who)),
        kept: storable(valuesWithout(kept, who)),
        image: image === null ? null : storable(valuesWithout(image, who)),
      })
      .where("import_id", "=", import_id)
      .where("line", "=", line)
      .where("rank", "=", rank)
      .execute();
  return rows.length;
}
