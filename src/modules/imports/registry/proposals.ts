import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Field, ImageDiff } from "../../associations/index.ts";
import type { Group, Kind, ProposalState } from "./rules.ts";

export type Proposal = {
  id: string;
  batchId: string;
  associationId: string | null;
  subject: string;
  name: string;
  kind: Kind;
  field: Group | "new";
  old: Partial<Record<Field, unknown>>;
  now: Partial<Record<Field, unknown>>;
  state: ProposalState;
  decidedAt: Date | null;
  image: ImageDiff | null;
};

/** Which proposals of a batch are meant: some by name, one kind, or all. */
export type Chosen = { ids?: readonly string[] | undefined; kind?: Kind | undefined };

const select = sql`proposal_id as id, batch_id as "batchId", association_id as "associationId", subject, name, kind, field,
  old_values as old, new_values as now, state, decided_at as "decidedAt", image`;

const meant = ({ ids, kind }: Chosen) =>
  sql`(${ids ? [...ids] : null}::uuid[] is null or proposal_id = any(${ids ? [...ids] : null}::uuid[]))
    and (${kind ?? null}::text is null or kind = ${kind ?? null})`;

/** A page of a batch's proposals in one state, by association. */
export async function proposalsOf(
  tx: Tx,
  batchId: string,
  chosen: Chosen & { states: readonly ProposalState[] },
  page: { limit: number; offset: number },
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${select} from registry_proposal
    where batch_id = ${batchId} and state = any(${[...chosen.states]}::text[]) and ${meant(chosen)}
    order by lower(name), subject, field limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

/** How many proposals of a batch there are, by kind and by state. */
export async function countsOf(tx: Tx, batchId: string) {
  const { rows } = await sql<{ kind: Kind; state: ProposalState; count: number }>`
    select kind, state, count(*)::int as count from registry_proposal
    where batch_id = ${batchId} group by kind, state`.execute(tx);
  return rows;
}

/**
 * Some proposals of a batch in one state, locked until the transaction ends, from an identifier on: of two agents who
 * answer at once, the second finds them answered.
 */
export async function lockProposals(
  tx: Tx,
  batchId: string,
  state: ProposalState,
  chosen: Chosen,
  from: { after?: string | undefined; limit: number },
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${select} from registry_proposal
    where batch_id = ${batchId} and state = ${state} and ${meant(chosen)}
      and (${from.after ?? null}::uuid is null or proposal_id > ${from.after ?? null}::uuid)
    order by proposal_id limit ${from.limit} for update`.execute(tx);
  return rows;
}

export type Decided = {
  id: string;
  state: ProposalState;
  association?: string | null | undefined;
  image?: ImageDiff | null | undefined;
};

/** Writes what became of some proposals. */
export async function decide(
  tx: Tx,
  decided: readonly Decided[],
  at: Date,
  by: string | null,
): Promise<void> {
  if (decided.length === 0) return;
  await sql`
    update registry_proposal p set state = d.state, decided_at = ${at}, decided_by = ${by}::uuid, image = d.image,
      association_id = case when p.kind = 'new' then d.association else p.association_id end
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as d(id uuid, state text, association uuid, image jsonb)
    where p.proposal_id = d.id`.execute(tx);
}

/** Puts proposals back among those that wait, unless a newer file speaks of the same thing. */
export async function reopen(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update registry_proposal p set decided_at = null, decided_by = null, image = null,
      association_id = case when p.kind = 'new' then null else p.association_id end,
      state = case when exists (
        select from registry_proposal o where o.state = 'open' and o.subject = p.subject and o.field = p.field)
        then 'superseded' else 'open' end
    where p.proposal_id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Notes what the record says now, so that the next answer is about that. */
export async function setOld(
  tx: Tx,
  id: string,
  old: Partial<Record<Field, unknown>>,
): Promise<void> {
  await sql`
    update registry_proposal set old_values = ${JSON.stringify(old)}::jsonb where proposal_id = ${id}`.execute(
    tx,
  );
}
