import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { diffWithout, type ImageDiff } from "../../associations/index.ts";
import { forgetInTexts, patternOf, type Sought } from "../../people/index.ts";
import { storable } from "../pipeline/json.ts";
import { valuesWithout } from "../values-without.ts";

/** Erases someone from what files of the national registry proposed, and from what would take an answer back. */
export async function forgetInRegistry(tx: Tx, who: Sought): Promise<number> {
  const pattern = patternOf(who);
  const rows = await tx
    .selectFrom("registry_proposal")
    .select(["proposal_id", "old_values", "new_values", "image"])
    .where(sql<boolean>`concat_ws(' ', old_values, new_values, image) ~* ${pattern}`)
    .forUpdate()
    .execute();
  for (const { proposal_id, old_values, new_values, image } of rows)
    await tx
      .updateTable("registry_proposal")
      .set({
        old_values: storable(valuesWithout(old_values, who)),
        new_values: storable(valuesWithout(new_values, who)),
        image: image === null ? null : storable(diffWithout(image as ImageDiff, who)),
      })
      .where("proposal_id", "=", proposal_id)
      .execute();
  await sql`delete from registry_line where facts::text ~* ${pattern}`.execute(tx);
  await forgetInTexts(tx, "registry_batch", ["file_name"], who);
  return rows.length;
}
