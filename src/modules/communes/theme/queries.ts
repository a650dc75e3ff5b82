import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Theme } from "../../../ui/theme.ts";

/** The colours and the logo of the commune. */
export async function look(
  tx: Tx,
): Promise<{ theme: Theme; logo: { id: string; alt: string } | undefined }> {
  const row = await tx
    .selectFrom("commune")
    .leftJoin("file", "file.file_id", "commune.logo_file_id")
    .select(["color_primary", "color_accent", "logo_file_id", "file.alt"])
    .executeTakeFirstOrThrow();
  return {
    theme: { primary: row.color_primary as `#${string}`, accent: row.color_accent as `#${string}` },
    logo: row.logo_file_id ? { id: row.logo_file_id, alt: row.alt ?? "" } : undefined,
  };
}

export const saveColours = (tx: Tx, theme: Theme) =>
  tx
    .updateTable("commune")
    .set({ color_primary: theme.primary, color_accent: theme.accent })
    .where("commune_id", "=", sql<number>`current_commune()`)
    .execute();

export const saveLogo = (tx: Tx, fileId: string | null) =>
  tx
    .updateTable("commune")
    .set({ logo_file_id: fileId })
    .where("commune_id", "=", sql<number>`current_commune()`)
    .execute();
