import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { addressLine } from "../../places/index.ts";
import type { Section } from "../codes.ts";
import { openPairs } from "../doubles/suggestions.ts";
import { waitingProposals } from "../proposals/queries.ts";

export type Confirmed = {
  section: Section;
  at: Date;
  byKind: "association" | "agent";
  name: string | null;
  how: "site" | "link" | "phone" | "paper";
};

/** The latest confirmation of each section of a listing. */
export async function confirmations(tx: Tx, id: string): Promise<Confirmed[]> {
  const rows = await tx
    .selectFrom("confirmation")
    .leftJoin("person", "person.person_id", "confirmation.confirmed_by")
    .distinctOn("section")
    .select(["section", "confirmed_at", "by_kind", "how", "person.name as name"])
    .where("association_id", "=", id)
    .orderBy("section")
    .orderBy("confirmed_at", "desc")
    .execute();
  return rows.map((row) => ({
    section: row.section as Section,
    at: row.confirmed_at,
    byKind: row.by_kind as Confirmed["byKind"],
    name: row.name,
    how: row.how as Confirmed["how"],
  }));
}

export type VenueLine = { id: string; name: string; detail: string | null; address: string };

/** Where some associations meet, by association, in the order each gives. */
export async function venueLinesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VenueLine[]>> {
  const rows = await tx
    .selectFrom("association_place")
    .innerJoin("place", "place.place_id", "association_place.place_id")
    .select(["association_id", "place.place_id", "name", "detail", "street", "postcode", "town"])
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("position")
    .orderBy("name_key")
    .execute();
  const lines = new Map<string, VenueLine[]>();
  for (const row of rows) {
    const { place_id: id, name, detail } = row;
    const line = { id, name, detail, address: addressLine(row) };
    lines.set(row.association_id, [...(lines.get(row.association_id) ?? []), line]);
  }
  return lines;
}

/** The same of one association. */
export const venueLines = async (tx: Tx, id: string): Promise<VenueLine[]> =>
  (await venueLinesOf(tx, [id])).get(id) ?? [];

/** What waits about one record: errors reported, the oldest first, and pairs it may be one of. */
export async function waitingAbout(
  tx: Tx,
  id: string,
): Promise<{ proposals: string[]; duplicates: [string, string][] }> {
  const proposals = await waitingProposals(tx, id);
  const pairs = await openPairs(tx, id);
  return {
    proposals: proposals.map((one) => one.proposal_id),
    duplicates: pairs.map(({ first, second }) => [first, second]),
  };
}

/** What a picture shows, in words. */
export async function pictureWords(tx: Tx, fileId: string | null): Promise<string | undefined> {
  if (!fileId) return undefined;
  const row = await tx
    .selectFrom("file")
    .select("alt")
    .where("file_id", "=", fileId)
    .executeTakeFirst();
  return row?.alt ?? "";
}

/** Requests to manage a listing that wait for an answer, the oldest first. */
export async function waitingClaims(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("claim_request")
    .select("request_id")
    .where("association_id", "=", id)
    .where("state", "=", "waiting")
    .orderBy("asked_at")
    .orderBy("request_id")
    .execute();
  return rows.map((row) => row.request_id);
}
