import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { NoteWriter } from "../../../platform/notes.ts";

/** Counts the searches that found nothing: words by day. */
export const writeNeeds: NoteWriter = async (tx, entries) => {
  await tx
    .insertInto("search_need")
    .values(
      entries.map(({ key, count }) => ({
        day: key[0] ?? "",
        words: key[1] ?? "",
        searches: count,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["commune_id", "day", "words"])
        .doUpdateSet({ searches: sql`search_need.searches + excluded.searches` }),
    )
    .execute();
};

export type Need = { words: string; searches: number; lastDay: string };

/** What was looked for in vain since a day, the most wanted first. */
export const needsSince = (tx: Tx, day: string): Promise<Need[]> =>
  tx
    .selectFrom("search_need")
    .select((e) => [
      "words",
      e.fn.sum<number>("searches").as("searches"),
      sql<string>`max(day)::text`.as("lastDay"),
    ])
    .where("day", ">=", day)
    .groupBy("words")
    .orderBy("searches", "desc")
    .orderBy("words")
    .limit(200)
    .execute();
