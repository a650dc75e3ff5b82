import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isUuid } from "../../people/index.ts";
import type { Proposed } from "./rules.ts";

export type Proposal = NonNullable<Awaited<ReturnType<typeof proposalById>>>;

const proposals = (tx: Tx) =>
  tx
    .selectFrom("proposal as p")
    .leftJoin("association as a", "a.association_id", "p.association_id")
    .leftJoin("person", "person.person_id", "p.decided_by")
    .selectAll("p")
    .select(["a.name as association_name", "a.slug as association_slug"])
    .select("person.name as decided_by_name");

/** One proposal, with the record it speaks of. */
export async function proposalById(tx: Tx, id: string) {
  if (!isUuid(id)) return undefined;
  return proposals(tx).where("proposal_id", "=", id).executeTakeFirst();
}

/** Keeps a proposal as it is while it is answered. */
export const lockProposal = (tx: Tx, id: string) =>
  tx
    .selectFrom("proposal")
    .selectAll()
    .where("proposal_id", "=", id)
    .forUpdate()
    .executeTakeFirst();

const aboutOne = (tx: Tx, id: string | undefined) =>
  id ? proposals(tx).where("p.association_id", "=", id) : proposals(tx);

/** Those that wait, the oldest first; of one record when `id` says which. */
export const waitingProposals = (tx: Tx, id?: string) =>
  aboutOne(tx, id)
    .where("p.state", "=", "waiting")
    .orderBy("p.created_at")
    .orderBy("p.proposal_id")
    .limit(200)
    .execute();

/** Those answered lately. */
export const answeredProposals = (tx: Tx, id?: string) =>
  aboutOne(tx, id)
    .where("p.state", "<>", "waiting")
    .orderBy("p.decided_at", "desc")
    .limit(20)
    .execute();

/** How many wait, and since when. */
export async function waitingCount(tx: Tx): Promise<{ count: number; oldest: Date | null }> {
  const row = await tx
    .selectFrom("proposal")
    .select(sql<number>`count(*)`.as("count"))
    .select(sql<Date | null>`min(created_at)`.as("oldest"))
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}

/** The public listing an address names. */
export const listingOf = (tx: Tx, slug: string) =>
  tx
    .selectFrom("association")
    .select(["association_id as id", "slug", "name"])
    .where("slug", "=", slug)
    .where("listed", "=", true)
    .where("merged_into", "is", null)
    .executeTakeFirst();

export type NewProposal = {
  kind: "new_association" | "error";
  body: string;
  name?: string | null;
  associationId?: string;
  topic?: string;
  /** The values that would be right, when a report says them. */
  proposed?: Proposed;
  place?: string | null;
  schedule?: string | null;
  website?: string | null;
  theme?: string | null;
  senderName?: string | null;
  senderEmail?: string | null;
  senderPhone?: string | null;
};

export async function addProposal(tx: Tx, said: NewProposal, at: Date): Promise<string> {
  const { proposal_id } = await tx
    .insertInto("proposal")
    .values({
      kind: said.kind,
      body: said.body,
      name: said.name ?? null,
      association_id: said.associationId ?? null,
      topic: said.topic ?? null,
      proposed:
        said.proposed && Object.keys(said.proposed).length ? JSON.stringify(said.proposed) : null,
      place: said.place ?? null,
      schedule: said.schedule ?? null,
      website: said.website ?? null,
      theme: said.theme ?? null,
      sender_name: said.senderName ?? null,
      sender_email: said.senderEmail ?? null,
      sender_phone: said.senderPhone ?? null,
      created_at: at,
    })
    .returning("proposal_id")
    .executeTakeFirstOrThrow();
  return proposal_id;
}

/** Notes the answer given to a proposal. */
export const decideProposal = (
  tx: Tx,
  id: string,
  decision: {
    state: "accepted" | "refused";
    at: Date;
    by: string;
    answer: string | null;
    createdId?: string;
  },
) =>
  tx
    .updateTable("proposal")
    .set({
      state: decision.state,
      decided_at: decision.at,
      decided_by: decision.by,
      answer: decision.answer,
      created_association_id: decision.createdId ?? null,
    })
    .where("proposal_id", "=", id)
    .execute();

/** What was reported about a record, to be read beside its form. */
export async function reportText(
  tx: Tx,
  id: string,
  associationId: string,
): Promise<{ id: string; body: string } | undefined> {
  const proposal = await proposalById(tx, id);
  return proposal?.association_id === associationId
    ? { id: proposal.proposal_id, body: proposal.body }
    : undefined;
}

/** Forgets who sent what was answered before a day: the answer stays, the person goes. */
export const forgetSenders = (tx: Tx, before: Date) =>
  tx
    .updateTable("proposal")
    .set({
      sender_name: null,
      sender_email: null,
      sender_phone: null,
      // The address or the number of a contact, which the record now has, or not.
      proposed: sql`case when topic = 'contact' then null else proposed end`,
    })
    .where("state", "<>", "waiting")
    .where("decided_at", "<", before)
    .execute();
