import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { SearchBeside } from "../../language/index.ts";
import { publish } from "../../communes/index.ts";
import { documentOf, type CodeWords } from "./document-row.ts";
import { lockedForRefresh, published, staleIds } from "./published.ts";
import { keepDocuments, keepWords, recountWords, summarise } from "./keep.ts";

const batch = 500;

/** What a refresh needs besides the transaction. */
export type RefreshTools = {
  t: Translate;
  words: CodeWords;
  today: string;
  besides: readonly SearchBeside[];
};

/** Writes the whole directory again: after a restoration, for a first filling, every night for exact word counts. */
export async function refreshAll(tx: Tx, tools: RefreshTools): Promise<number> {
  const all = await tx
    .selectFrom("association")
    .select("association_id")
    .orderBy("association_id")
    .execute();
  for (let at = 0; at < all.length; at += batch)
    await refreshBatch(
      tx,
      all.slice(at, at + batch).map((row) => row.association_id),
      tools,
    );
  await recountWords(tx);
  await summariseAll(tx, tools);
  return all.length;
}

/**
 * Brings some stale documents up to date inside the running transaction; gives how many. Associations that another
 * transaction is changing are left for the job, so that a request never waits for an import.
 */
export async function refreshStale(tx: Tx, tools: RefreshTools, most = 200): Promise<number> {
  const ids = await staleIds(tx, most);
  if (!ids.length) return 0;
  const { locked } = await lockedForRefresh(tx, ids, "skip");
  if (!locked.length) return 0;
  await publish(tx);
  await refreshBatch(tx, locked, tools);
  await summariseAll(tx, tools);
  return locked.length;
}

async function summariseAll(tx: Tx, { besides, today }: RefreshTools): Promise<void> {
  await summarise(tx);
  for (const beside of besides) await beside.summarise(tx, today);
}

async function refreshBatch(tx: Tx, ids: readonly string[], tools: RefreshTools): Promise<void> {
  if (!ids.length) return;
  // Locked, then forgotten, then read: what another transaction commits after the reading leaves its own stale row.
  await lockedForRefresh(tx, ids, "wait");
  await sql`delete from search_stale where association_id = any(${[...ids]}::uuid[])`.execute(tx);
  const listed = await published(tx, ids, tools.today);
  const added = await Promise.all(tools.besides.map((beside) => beside.refresh(tx, ids, tools)));
  const made = listed.map((one) =>
    documentOf(
      one,
      tools.words,
      added.flatMap((texts) => texts.get(one.association_id) ?? []),
    ),
  );
  const kept = new Set(listed.map((one) => one.association_id));
  const gone = ids.filter((id) => !kept.has(id));
  if (gone.length)
    await sql`delete from search_document where association_id = any(${gone}::uuid[])`.execute(tx);
  await keepDocuments(
    tx,
    made.map(({ row }) => row),
  );
  await keepWords(tx, new Map(made.flatMap(({ spoken }) => [...spoken])));
}
