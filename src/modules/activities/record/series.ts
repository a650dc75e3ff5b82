import type { Tx } from "../../../platform/db/database.ts";
import { seriesByIds, type Series } from "../../scheduling/index.ts";

/** Some series by their identifier. */
export const knownSeries = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Series>> =>
  new Map((await seriesByIds(tx, ids)).map((series) => [series.id, series]));
