import { sql } from "kysely";
import { diffWithout, type ImageDiff } from "../associations/index.ts";
import {
  forgetInTexts,
  gesturesIn,
  mentionsIn,
  patternOf,
  withoutThem,
  type PersonalData,
} from "../people/index.ts";
import { storable } from "./pipeline/json.ts";
import { forgetInRegistry } from "./registry/forgetting.ts";
import { forgetInActivities, heldInActivities } from "./activities/forgetting.ts";
import { valuesWithout } from "./values-without.ts";

const heldInLines = ["facts", "cells", "detail", "change", "kept", "personal", "image"] as const;

/** What imports hold about people: lines as they were read, what they changed, and the image that takes them back. */
export const importPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "import", ["file_name", "understood"], who, { copies: true })),
    ...(await mentionsIn(tx, "import_line", heldInLines, who, { copies: true })),
    ...(await mentionsIn(tx, "import_activity", heldInActivities, who, { copies: true })),
    ...(await mentionsIn(tx, "registry_batch", ["file_name"], who, { copies: true })),
    ...(await mentionsIn(tx, "registry_line", ["facts"], who, { copies: true })),
    ...(await mentionsIn(tx, "registry_proposal", ["old_values", "new_values", "image"], who, {
      copies: true,
    })),
    ...(await gesturesIn(tx, who, {
      import: ["made_by", "applied_by", "undone_by"],
      import_line: ["image", "change", "kept"],
      column_mapping: ["remembered_by"],
      registry_batch: ["made_by"],
      registry_proposal: ["decided_by"],
    })),
  ],
  erase: async (tx, who) => {
    const pattern = patternOf(who);
    const rows = await tx
      .selectFrom("import_line")
      .select(["import_id", "line", "facts", "cells", "detail", "change", "kept", "personal"])
      .select("image")
      .where(
        sql<boolean>`concat_ws(' ', facts, cells, detail, change, kept, personal, image) ~* ${pattern}`,
      )
      .forUpdate()
      .execute();
    for (const { import_id, line, facts, cells, detail, change, kept, personal, image } of rows)
      await tx
        .updateTable("import_line")
        .set({
          facts: facts === null ? null : storable(valuesWithout(facts, who)),
          cells: cells && cells.map((cell) => withoutThem(cell, who)),
          detail: detail && withoutThem(detail, who),
          change: storable(valuesWithout(change, who)),
          kept: storable(valuesWithout(kept, who)),
          personal: personal === null ? null : storable(valuesWithout(personal, who)),
          image: image === null ? null : storable(diffWithout(image as ImageDiff, who)),
        })
        .where("import_id", "=", import_id)
        .where("line", "=", line)
        .execute();
    const activities = await forgetInActivities(tx, who);
    await sql`update import set understood = understood - 'samples'
      where (understood -> 'samples')::text ~* ${pattern}`.execute(tx);
    await forgetInTexts(tx, "import", ["file_name"], who);
    const proposed = await forgetInRegistry(tx, who);
    return [{ kind: "imports", count: rows.length + activities + proposed }];
  },
};
