import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { SearchBeside } from "../../language/index.ts";
import { codeWords } from "./code-words.ts";
import type { RefreshTools } from "./refresh.ts";

/** What a refresh needs, from the house; `besides` is what other rooms add. */
export const toolsOf = (house: House, besides: readonly SearchBeside[]): RefreshTools => ({
  t: house.words("fr"),
  words: codeWords(house.words("fr")),
  today: dayOf(house.clock.now()),
  besides,
});

/** True when some documents wait: asked before anything else, since most transactions change none. */
export async function someStale(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from search_stale) as some`.execute(tx);
  return rows[0]?.some ?? false;
}
