import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { isUuid } from "../../people/index.ts";
import { columnOf, fields, type RecordFields, type Situation, type Provenances } from "./fields.ts";

/** Everything written about some associations, in a few round trips; absent ones are left out. */
export async function situationsOf(
  tx: Tx,
  ids: readonly string[] | "all",
  lock = false,
): Promise<Situation[]> {
  if (ids !== "all" && !ids.length) return [];
  let query = tx.selectFrom("association").selectAll();
  if (ids !== "all") query = query.where("association_id", "=", sql<string>`any(${ids}::uuid[])`);
  // One order for every writer: two of them never wait for each other in a circle.
  const rows = await (lock ? query.orderBy("association_id").forUpdate() : query).execute();
  const contacts = byAssociation(await contactRows(tx, ids));
  const venues = byAssociation(await venueRows(tx, ids));
  return rows.map((row) => ({
    id: row.association_id,
    slug: row.slug,
    revision: row.revision,
    updatedAt: row.updated_at,
    createdAt: row.created_at,
    mergedInto: row.merged_into,
    record: recordOf(row),
    provenance: (row.provenance ?? {}) as Provenances,
    contacts: (contacts.get(row.association_id) ?? []).map((one) => ({
      id: one.contact_id,
      position: one.position,
      name: one.name,
      role: one.role,
      email: one.email,
      phone: one.phone,
      namePublic: one.name_public,
      emailPublic: one.email_public,
      phonePublic: one.phone_public,
    })),
    venues: (venues.get(row.association_id) ?? []).map((one) => ({
      placeId: one.place_id,
      detail: one.detail,
      position: one.position,
    })),
  }));
}

/** One association, locked until the transaction ends when `lock` says so. */
export async function situationOf(
  tx: Tx,
  id: string,
  lock = false,
): Promise<Situation | undefined> {
  if (!isUuid(id)) return undefined;
  return (await situationsOf(tx, [id], lock))[0];
}

/** The fields of a row. */
export function recordOf(row: object): RecordFields {
  const known = row as Record<string, unknown>;
  return Object.fromEntries(
    fields.map((field) => [field, known[columnOf[field]]]),
  ) as unknown as RecordFields;
}

const contactRows = (tx: Tx, ids: readonly string[] | "all") => {
  const query = tx
    .selectFrom("association_contact")
    .selectAll()
    .orderBy("position")
    .orderBy("contact_id");
  return (
    ids === "all" ? query : query.where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
  ).execute();
};

const venueRows = (tx: Tx, ids: readonly string[] | "all") => {
  const query = tx
    .selectFrom("association_place")
    .selectAll()
    .orderBy("position")
    .orderBy("place_id");
  return (
    ids === "all" ? query : query.where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
  ).execute();
};

function byAssociation<Row extends { association_id: string }>(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.association_id);
    if (known) known.push(row);
    else found.set(row.association_id, [row]);
  }
  return found;
}

/** Names of some associations, in order. */
export async function associationNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom("association")
    .select(["association_id as id", "name"])
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("name_sort")
    .execute();
}
