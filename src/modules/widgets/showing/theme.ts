import type { Tx } from "../../../platform/db/database.ts";
import type { Theme } from "../../../ui/index.ts";

/** The commune's own colours. */
export async function themeOf(tx: Tx): Promise<Theme> {
  const row = await tx
    .selectFrom("commune")
    .select(["color_primary as primary", "color_accent as accent"])
    .executeTakeFirstOrThrow();
  return row as Theme;
}
