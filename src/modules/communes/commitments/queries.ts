import type { Tx } from "../../../platform/db/database.ts";
import type { CommitmentId } from "./codes.ts";
import { since, type CommitmentState, type Standing } from "./rules.ts";

/** A commitment as it stands today. */
export type Current = Standing & { since: Date };

/** Every state a commitment had, newest first. */
export async function commitmentHistory(tx: Tx, id: CommitmentId): Promise<Standing[]> {
  return (await allStandings(tx)).filter(({ commitment }) => commitment === id);
}

/** The commitments somebody has said something of. */
export async function currentStandings(tx: Tx): Promise<Map<CommitmentId, Current>> {
  const current = new Map<CommitmentId, Current>();
  for (const [id, history] of Map.groupBy(await allStandings(tx), (one) => one.commitment)) {
    const [latest] = history;
    const from = since(history);
    if (latest && from) current.set(id, { ...latest, since: from });
  }
  return current;
}

/** A few dozen rows at most: read at once, newest first. */
async function allStandings(tx: Tx): Promise<Standing[]> {
  const rows = await tx
    .selectFrom("commitment_state")
    .select(["commitment", "state", "owner_label", "evidence", "noted_at"])
    .orderBy("noted_at", "desc")
    .orderBy("state_id")
    .execute();
  return rows.map((row) => ({
    commitment: row.commitment as CommitmentId,
    state: row.state as CommitmentState,
    owner: row.owner_label,
    evidence: row.evidence,
    notedAt: row.noted_at,
  }));
}

/** Notes a new state: a row each time, nothing is overwritten. */
export const noteStanding = (tx: Tx, standing: Standing & { by: string }) =>
  tx
    .insertInto("commitment_state")
    .values({
      commitment: standing.commitment,
      state: standing.state,
      owner_label: standing.owner,
      evidence: standing.evidence,
      noted_at: standing.notedAt,
      noted_by: standing.by,
    })
    .execute();
