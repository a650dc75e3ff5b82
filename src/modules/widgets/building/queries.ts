import type { Tx } from "../../../platform/db/database.ts";

/** Districts of the commune, by name. */
export const districtsOf = (tx: Tx) =>
  tx.selectFrom("district").select(["slug", "name"]).orderBy("name").execute();
