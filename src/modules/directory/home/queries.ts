import type { Tx } from "../../../platform/db/database.ts";
import type { Line } from "../search/document-row.ts";

export type HomeFacts = {
  total: number;
  /** Listings by theme, the most numerous first. */
  themes: { code: string; count: number }[];
  newest: Line[];
};

/** What the home page shows of the directory. */
export async function homeFacts(tx: Tx): Promise<HomeFacts> {
  const row = await tx
    .selectFrom("search_summary")
    .select(["documents", "facets", "newest"])
    .executeTakeFirst();
  const facets = (row?.facets ?? {}) as Record<string, number>;
  return {
    total: row?.documents ?? 0,
    themes: Object.entries(facets)
      .filter(([code]) => code.startsWith("t_"))
      .map(([code, count]) => ({ code: code.slice(2), count }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
    newest: (row?.newest ?? []) as unknown as Line[],
  };
}
