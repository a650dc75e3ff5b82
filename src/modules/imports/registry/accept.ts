import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import {
  askForScan,
  createAssociations,
  diffOf,
  imagesOf,
  lockedFields,
  partOf,
  sameValue,
  situationsOf,
  writeAll,
  type AssociationFacts,
  type Changes,
  type Field,
  type Origin,
  type Situation,
} from "../../associations/index.ts";
import { decide, lockProposals, setOld, type Chosen, type Proposal } from "./proposals.ts";

/** Why a proposal was left: locked values go one by one, the record moved since, or another record has the number. */
export type LeftReason = "locked" | "changed_since" | "number_taken" | "gone";
export type Accepted = { accepted: number; left: Partial<Record<LeftReason, number>> };

const together = 500;

const taken = {
  association_rna_unique: "number_taken",
  association_siret_unique: "number_taken",
} as const;

/** Accepts proposals of a batch. One named alone may replace a locked value: an agent has read it. */
export async function acceptProposals(
  tx: Tx,
  batchId: string,
  chosen: Chosen,
  origin: Origin & { actor: { kind: "person"; id: string } },
): Promise<Accepted> {
  const alone = chosen.ids?.length === 1;
  const sum: Accepted = { accepted: 0, left: {} };
  let created = 0;
  for (let after: string | undefined; ;) {
    const open = await lockProposals(tx, batchId, "open", chosen, { after, limit: together });
    if (open.length === 0) break;
    after = open.at(-1)?.id;
    const added = open.filter(({ kind }) => kind === "new");
    created += added.length;
    for (const part of [
      await acceptNew(tx, added, origin),
      await acceptChanges(tx, open.filter(({ kind }) => kind !== "new"), origin, alone), // prettier-ignore
    ])
      add(sum, part);
  }
  if (created > 0) await askForScan(tx);
  return sum;
}

function add(sum: Accepted, part: Accepted): void {
  sum.accepted += part.accepted;
  for (const [reason, count] of Object.entries(part.left))
    sum.left[reason as LeftReason] = (sum.left[reason as LeftReason] ?? 0) + count;
}

async function acceptChanges(
  tx: Tx,
  proposals: readonly Proposal[],
  origin: Origin & { actor: { kind: "person"; id: string } },
  alone: boolean,
): Promise<Accepted> {
  const ids = [...new Set(proposals.map((one) => one.associationId ?? ""))];
  const situations = new Map((await situationsOf(tx, ids, true)).map((one) => [one.id, one]));
  const numbers = await numbersTaken(tx, proposals);
  const left: Accepted["left"] = {};
  const fitting = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const situation = situations.get(proposal.associationId ?? "");
    const reason = whyNot(proposal, situation, alone, numbers);
    if (reason) left[reason] = (left[reason] ?? 0) + 1;
    if (reason === "changed_since" && situation) await setOld(tx, proposal.id, nowOf(proposal, situation)); // prettier-ignore
    if (!reason && situation)
      fitting.set(situation.id, [...(fitting.get(situation.id) ?? []), proposal]);
  }
  const before = await imagesOf(tx, [...fitting.keys()]);
  const writes = [...fitting].map(([id, list]) => ({ id, changes: changesOf(list, situations.get(id)) })); // prettier-ignore
  const outcome = await act(tx, taken, () => writeAll(tx, writes, origin, "association.edited"));
  const accepted = [...fitting.values()].flat();
  if ("refused" in outcome) return { accepted: 0, left: { number_taken: accepted.length } };
  const after = new Map((await imagesOf(tx, [...fitting.keys()])).map((image) => [image.association.association_id, image])); // prettier-ignore
  const diffs = new Map(
    before.flatMap((image) => {
      const now = after.get(image.association.association_id);
      return now ? [[image.association.association_id, diffOf(image, now)] as const] : [];
    }),
  );
  await decide(
    tx,
    accepted.map((one) => {
      const diff = diffs.get(one.associationId ?? "");
      return { id: one.id, state: "accepted", image: diff && partOf(diff, fieldsOf(one)) };
    }),
    origin.at,
    origin.actor.id,
  );
  return { accepted: accepted.length, left };
}

const fieldsOf = (one: Proposal) => Object.keys(one.now) as Field[];

function whyNot(
  proposal: Proposal,
  situation: Situation | undefined,
  alone: boolean,
  numbers: ReadonlyMap<string, string>,
): LeftReason | undefined {
  if (!situation || situation.mergedInto) return "gone";
  const moved = fieldsOf(proposal).some(
    (field) =>
      !sameValue(situation.record[field], proposal.old[field]) &&
      !sameValue(situation.record[field], proposal.now[field]),
  );
  if (moved) return "changed_since";
  if (!alone && lockedFields(situation, fieldsOf(proposal)).length > 0) return "locked";
  const holders = [proposal.now.rna, proposal.now.siret].map((one) => numbers.get(String(one)));
  return holders.some((id) => id && id !== situation.id) ? "number_taken" : undefined;
}

const nowOf = (proposal: Proposal, { record }: Situation) =>
  Object.fromEntries(fieldsOf(proposal).map((field) => [field, record[field]]));

/** What is to be written of one record; what it already says is not. */
function changesOf(list: readonly Proposal[], situation: Situation | undefined): Changes {
  const changes: Changes = {};
  for (const { now } of list)
    for (const [field, value] of Object.entries(now))
      if (situation && !sameValue(situation.record[field as Field], value))
        changes[field] = [situation.record[field as Field], value];
  return changes;
}

/** Which record bears each number proposed. */
async function numbersTaken(
  tx: Tx,
  proposals: readonly Proposal[],
): Promise<ReadonlyMap<string, string>> {
  const numbers = proposals
    .flatMap(({ now }) => [now.rna, now.siret])
    .filter(Boolean)
    .map(String);
  const { rows } = await sql<{ number: string; id: string }>`
    select rna as number, association_id as id from association where rna = any(${numbers}::text[])
    union all select siret, association_id from association where siret = any(${numbers}::text[])`.execute(
    tx,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

async function acceptNew(
  tx: Tx,
  proposals: readonly Proposal[],
  origin: Origin & { actor: { kind: "person"; id: string } },
): Promise<Accepted> {
  const numbers = await numbersTaken(tx, proposals);
  const free = proposals.filter(
    ({ now }) => !numbers.has(String(now.rna)) && !numbers.has(String(now.siret)),
  );
  const left = proposals.length - free.length;
  const outcome = await act(
    tx,
    taken,
    () =>
    createAssociations(tx, free.map(({ now }) => now as unknown as AssociationFacts), origin), // prettier-ignore
  );
  if ("refused" in outcome) return { accepted: 0, left: { number_taken: proposals.length } };
  await decide(
    tx,
    free.map((one, at) => ({
      id: one.id,
      state: "accepted",
      association: outcome.done[at]?.id ?? null,
    })),
    origin.at,
    origin.actor.id,
  );
  return { accepted: free.length, left: left > 0 ? { number_taken: left } : {} };
}
