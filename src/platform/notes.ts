import { sql } from "kysely";
import type { Database, Tx } from "./db/database.ts";

/**
 * What a GET must note (views, searches without result): counted in memory and written every few seconds in a
 * transaction of its own. A kill loses at most the last `everyMs` milliseconds of counts, nothing else.
 */
export type Notes = {
  add: (communeId: number, kind: string, key: readonly string[]) => void;
  flush: () => Promise<void>;
  close: () => Promise<void>;
};

/** Writes the counts of one kind: each entry is its key and how many times it was noted. */
export type NoteWriter = (
  tx: Tx,
  entries: readonly { key: readonly string[]; count: number }[],
) => Promise<void>;

export function openNotes(
  database: Database,
  writers: Record<string, NoteWriter>,
  everyMs = 5000,
): Notes {
  let pending = new Map<string, number>();
  const flush = async () => {
    if (!pending.size) return;
    const taken = pending;
    pending = new Map();
    const byCommune = Map.groupBy(taken, ([joined]) =>
      Number(joined.slice(0, joined.indexOf("\n"))),
    );
    for (const [communeId, entries] of byCommune)
      await database.write(communeId, async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx);
        const parsed = entries.map(([joined, count]) => ({ parts: joined.split("\n"), count }));
        for (const [kind, list] of Map.groupBy(parsed, (entry) => entry.parts[1] ?? ""))
          await writers[kind]?.(
            tx,
            list.map((entry) => ({ key: entry.parts.slice(2), count: entry.count })),
          );
      });
  };
  const timer = setInterval(() => void flush().catch(() => undefined), everyMs);
  timer.unref();
  return {
    add: (communeId, kind, key) => {
      if (pending.size > 50_000) return;
      const joined = [
        String(communeId),
        kind,
        ...key.map((part) => part.replaceAll("\n", " ")),
      ].join("\n");
      pending.set(joined, (pending.get(joined) ?? 0) + 1);
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** Views by day, page kind, channel and subject. */
export const writeVisits: NoteWriter = async (tx, entries) => {
  await tx
    .insertInto("visit_count")
    .values(
      entries.map(({ key, count }) => ({
        day: key[0] ?? "",
        page_kind: key[1] ?? "",
        channel: key[2] ?? "",
        subject_id: key[3] ?? "",
        views: count,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["commune_id", "day", "page_kind", "channel", "subject_id"])
        .doUpdateSet({ views: sql`visit_count.views + excluded.views` }),
    )
    .execute();
};
