import type { Tx } from "../../../platform/db/database.ts";
import {
  duplicateIndex,
  addToIndex,
  identityPages,
  type DuplicateIndex,
} from "../../associations/index.ts";
import { decideActivities } from "../activities/decide.ts";
import type { ActivityIntake } from "../activities/intake.ts";
import { addKnown, openBook, type Book } from "../matching/book.ts";
import { matchLines, type Verdict } from "../matching/match.ts";
import type { ImportSource } from "../matching/reconcile.ts";
import { decideKnown, originOf } from "./known.ts";
import { countLines, type Counts } from "./counts.ts";
import { decideNew } from "./new.ts";
import { leadersOf, linkMerged, resetLines, writeJoined } from "./lines.ts";
import type { OnProgress } from "./progress.ts";

/** An import being decided. Without `write` it is rehearsed: nothing but the import's own tables changes. */
export type Deciding = {
  importId: string;
  communeName: string;
  source: ImportSource;
  write: boolean;
  activities: ActivityIntake | undefined;
  at: Date;
  personId?: string | undefined;
};

/** What joins a leader, beyond the lines of its own key. */
export type Joined = ReadonlyMap<number, readonly Verdict[]>;

const chunkSize = 500;

/** Decides what becomes of each staged line, against the registry as it is now. */
export async function decide(tx: Tx, deciding: Deciding, progress: OnProgress): Promise<Counts> {
  const { importId } = deciding;
  await resetLines(tx, importId);
  const verdicts = matchLines(
    await bookOf(tx, deciding.communeName),
    await leadersOf(tx, importId),
  );
  const joins = verdicts.filter((one) => one.to === "leader");
  const joined = joinedLines(joins);
  let done = 0;
  const step = async (more: number): Promise<void> => {
    done += more;
    await progress(done, verdicts.length);
  };
  for (const chunk of chunks(verdicts.filter((one) => one.to === "known"))) {
    await decideKnown(tx, deciding, chunk, joined);
    await step(chunk.length);
  }
  for (const chunk of chunks(joins)) await writeJoined(tx, importId, chunk);
  await step(joins.length);
  const added = verdicts.filter((one) => one.to === "new");
  const index = added.length > 0 ? await indexOf(tx, deciding.communeName) : duplicateIndex([]);
  for (const chunk of chunks(added)) {
    await decideNew(tx, deciding, chunk, joined, index);
    await step(chunk.length);
  }
  if (deciding.write) await linkMerged(tx, importId);
  await decideActivities(tx, deciding, originOf(deciding));
  return countLines(tx, importId);
}

export async function bookOf(tx: Tx, communeName: string): Promise<Book> {
  const book = openBook(communeName);
  for await (const page of identityPages(tx))
    for (const { record, mergedInto } of page) {
      const { id, name, rna, siret, siren, successorRna } = record;
      const town = record.seat?.town;
      addKnown(book, { id, name, rna, siret, siren, successorRna, town, mergedInto });
    }
  return book;
}

/** What is known, ready to be compared with what is new; made only when something is. */
async function indexOf(tx: Tx, communeName: string): Promise<DuplicateIndex> {
  const index = duplicateIndex([]);
  for await (const page of identityPages(tx))
    for (const { record, mergedInto } of page)
      if (!mergedInto)
        addToIndex(index, { ...record, seat: { town: communeName, ...record.seat } });
  return index;
}

/** A former number tells who it is, but what it says is past. */
function joinedLines(joins: readonly Extract<Verdict, { to: "leader" }>[]): Joined {
  const lines = new Map<number, Verdict[]>();
  for (const join of joins)
    if (join.by !== "former") lines.set(join.leader, [...(lines.get(join.leader) ?? []), join]);
  return lines;
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += chunkSize) yield list.slice(at, at + chunkSize);
}
