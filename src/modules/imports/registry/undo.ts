import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  contactErased,
  joinedDiffs,
  removeAssociations,
  revertAll,
  type ImageDiff,
  type Origin,
} from "../../associations/index.ts";
import { lockProposals, reopen, type Chosen, type Proposal } from "./proposals.ts";

/** What taking back gave: associations that left, records put back, those that somebody changed since. */
export type TakenBack = { removed: number; restored: number; kept: number; reopened: number };

const everything = 1_000_000;

/** Takes accepted or refused proposals back. What somebody changed since stays as it is. */
export async function takeBack(
  tx: Tx,
  batchId: string,
  chosen: Chosen,
  origin: Origin,
): Promise<TakenBack> {
  const found = { limit: everything };
  const accepted = await lockProposals(tx, batchId, "accepted", chosen, found);
  const refused = await lockProposals(tx, batchId, "refused", chosen, found);
  const sum = await takeAcceptedBack(tx, accepted, origin, chosen.ids === undefined);
  await reopen(
    tx,
    [...accepted, ...refused].map(({ id }) => id),
  );
  return { ...sum, reopened: accepted.length + refused.length };
}

/** Takes a whole batch back: its answers, then its questions. */
export async function undoBatch(tx: Tx, batchId: string, origin: Origin): Promise<TakenBack> {
  const accepted = await lockProposals(tx, batchId, "accepted", {}, { limit: everything });
  const sum = await takeAcceptedBack(tx, accepted, origin, true);
  await sql`
    update registry_proposal set state = 'undone', image = null where batch_id = ${batchId}`.execute(
    tx,
  );
  await sql`update registry_batch set state = 'undone' where batch_id = ${batchId}`.execute(tx);
  return { ...sum, reopened: 0 };
}

/** `whole`: everything the batch changed of these records goes, so that they are exactly what they were. */
async function takeAcceptedBack(
  tx: Tx,
  accepted: readonly Proposal[],
  origin: Origin,
  whole: boolean,
): Promise<Omit<TakenBack, "reopened">> {
  const created = accepted.flatMap(({ kind, associationId }) =>
    kind === "new" && associationId ? [associationId] : [],
  );
  const touched = await takenUp(tx, created);
  const going = created.filter((id) => !touched.has(id));
  for (let from = 0; from < going.length; from += 500) {
    const ids = going.slice(from, from + 500);
    // The proposal outlives the record it made.
    await sql`
      update registry_proposal set association_id = null
      where kind = 'new' and association_id = any(${ids}::uuid[])`.execute(tx);
    await removeAssociations(tx, ids, origin);
  }
  const diffs = [...accepted]
    .filter(({ kind }) => kind !== "new")
    .sort((a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0))
    .flatMap(({ image }) => (image ? [whole ? image : beside(image)] : []));
  const reverted = await revertAll(tx, joinedDiffs(diffs), origin);
  const restored = reverted.filter(({ how }) => how === "restored").length;
  return {
    removed: going.length,
    restored,
    kept: touched.size + reverted.length - restored,
  };
}

/** Other values accepted with it stay: the record has moved since it was as before. */
const beside = (image: ImageDiff): ImageDiff => ({ ...image, updatedAt: [image.updatedAt[0], ""] });

/** Records a batch created that somebody has taken up since: edited, confirmed, joined, merged, or that borrows or lends. */
async function takenUp(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const mine = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<{ id: string }>`
    select association_id::text as id from association where association_id = any(${mine}) and merged_into is not null
    union select merged_into::text from association where merged_into = any(${mine})
    union select association_id::text from association_member where association_id = any(${mine})
    union select association_id::text from confirmation where association_id = any(${mine})
    union select association_id::text from loan where association_id = any(${mine})
    union select owner_association_id::text from lending_place where owner_association_id = any(${mine})
    union select subject_id from journal
      where subject_kind = 'association' and subject_id = any(${[...ids]}::text[]) and undone_by is null
        and action not in ('association.created', ${contactErased})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
