import type { Tx } from "../../../platform/db/database.ts";

/** Says how far an import is, for those who watch it from outside. */
export const noteProgress = (
  tx: Tx,
  importId: string,
  at: Date,
  done: number,
  total: number | null = null,
) =>
  tx
    .updateTable("import")
    .set({ progress_done: done, progress_total: total, progress_at: at })
    .where("import_id", "=", importId)
    .execute();

export type OnProgress = (done: number, total: number) => Promise<void>;
