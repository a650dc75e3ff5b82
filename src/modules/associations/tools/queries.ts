import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Closing, ToolState } from "./rules.ts";

export type ToolAnswer = {
  tool: string;
  state: ToolState;
  byKind: "association" | "agent";
  by: string | null;
  at: Date;
};

/** What an association says of each tool, with who said it and when. */
export const answersOf = (tx: Tx, associationId: string): Promise<ToolAnswer[]> =>
  tx
    .selectFrom("association_tool as o")
    .leftJoin("person", "person.person_id", "o.said_by")
    .select(["tool", sql<ToolState>`state`.as("state"), "said_at as at", "person.name as by"])
    .select(sql<ToolAnswer["byKind"]>`by_kind`.as("byKind"))
    .where("association_id", "=", associationId)
    .orderBy("said_at", "desc")
    .execute();

/** The tools they say lack. */
export const lackedIn = (answers: readonly ToolAnswer[]): string[] =>
  answers.filter(({ state }) => state === "lacks").map(({ tool }) => tool);

export type Need = {
  id: string;
  associationId: string;
  association: string;
  tool: string;
  byKind: "association" | "agent";
  by: string | null;
  at: Date;
  closedAt: Date | null;
  closedHow: Closing | null;
  words: string | null;
  closedBy: string | null;
  /** What answered it, for the room that did: its loan. */
  answeredBy: string | null;
};

const needs = (tx: Tx) =>
  tx
    .selectFrom("declared_need as n")
    .innerJoin("association as a", "a.association_id", "n.association_id")
    .leftJoin("person as teller", "teller.person_id", "n.declared_by")
    .leftJoin("person as closer", "closer.person_id", "n.closed_by")
    .select(["need_id as id", "n.association_id as associationId", "a.name as association"])
    .select(["tool", "teller.name as by", "declared_at as at", "closed_at as closedAt", "words"])
    .select("answered_by_id as answeredBy")
    .select([sql<Need["byKind"]>`by_kind`.as("byKind"), "closer.name as closedBy"])
    .select(sql<Closing | null>`closed_how`.as("closedHow"))
    // What a merge left on the record it absorbed is on the one it kept.
    .where("a.merged_into", "is", null);

/** The needs of one association, those that wait first. */
export const needsOf = (tx: Tx, associationId: string): Promise<Need[]> =>
  needs(tx)
    .where("n.association_id", "=", associationId)
    .orderBy(sql`closed_at is not null`)
    .orderBy("declared_at", "desc")
    .execute();

export type NeedFilters = { tool: string | undefined; closed: boolean };

/** The needs of the commune: those that wait, the oldest first, or those answered, the latest first. */
export const needsList = (tx: Tx, { tool, closed }: NeedFilters): Promise<Need[]> => {
  let query = needs(tx).where("closed_at", closed ? "is not" : "is", null);
  if (tool) query = query.where("tool", "=", tool);
  return (closed ? query.orderBy("closed_at", "desc") : query.orderBy("declared_at"))
    .orderBy("a.name_sort")
    .orderBy("need_id")
    .execute();
};

/** The needs that wait, of some associations or of all: what another room may answer, by a loan for instance. */
export async function openNeeds(tx: Tx, associationIds?: readonly string[]): Promise<Need[]> {
  let query = needs(tx).where("closed_at", "is", null);
  if (associationIds)
    query = query.where("n.association_id", "=", sql<string>`any(${associationIds}::uuid[])`);
  return query.orderBy("declared_at").orderBy("need_id").execute();
}
