import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Row } from "./three-way.ts";

/** Lists of rows a record owns, and the column that tells one row of it from another. */
export const ownedTables = {
  association_contact: "contact_id",
  association_place: "place_id",
  association_member: "person_id",
  confirmation: "confirmation_id",
  association_translation: "translation_id",
} as const;
export type OwnedTable = keyof typeof ownedTables;
export const owned = Object.keys(ownedTables) as OwnedTable[];

/**
 * Rows that go with a record without being part of it: a merge moves them, and an image keeps only which they are. What the
 * record kept already says stays behind, where nobody reads it.
 */
export const followingTables = {
  association_designation: {
    of: "association_id",
    key: "designation_id",
    same: sql`k.kind = o.kind and k.ended_on is null and o.ended_on is null`,
  },
  association_tool: { of: "association_id", key: "answer_id", same: sql`k.tool = o.tool` },
  declared_need: {
    of: "association_id",
    key: "need_id",
    same: sql`k.tool = o.tool and k.closed_at is null and o.closed_at is null`,
  },
  support_event: {
    of: "association_id",
    key: "event_id",
    same: sql`(k.kind, k.source_id) = (o.kind, o.source_id)`,
  },
  standard_kit: { of: "association_id", key: "standard_kit_id", same: sql`true` },
  // What it borrows and what it lends: whoever keeps the record answers for it.
  loan: { of: "association_id", key: "loan_id", same: sql`false` },
  convention: {
    of: "association_id",
    key: "convention_id",
    same: sql`k.from_day = o.from_day and k.withdrawn_at is null and o.withdrawn_at is null`,
  },
  equipment_model: { of: "owner_association_id", key: "model_id", same: sql`false` },
  lending_place: { of: "owner_association_id", key: "place_id", same: sql`false` },
} as const;
export type FollowingTable = keyof typeof followingTables;
export const following = Object.keys(followingTables) as FollowingTable[];

/** A whole record as it is: its row, the rows it owns, the proposals that speak of it, and what goes with it. */
export type WholeImage = {
  association: Row;
  rows: Record<OwnedTable, Row[]>;
  about: string[];
  created: string[];
  /** Absent from images made before there were any. */
  following?: Partial<Record<FollowingTable, string[]>>;
};

/** Whole images of some records, by id. They hold personal values. */
export async function wholeImages(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, WholeImage>> {
  const { rows } = await sql<{ id: string; association: Row }>`
    select association_id as id, to_jsonb(a) as association from association a
    where association_id = any(${ids}::uuid[])`.execute(tx);
  const images = new Map<string, WholeImage>(
    rows.map(({ id, association }) => [
      id,
      { association, rows: noRows(), about: [], created: [] },
    ]),
  );
  for (const table of owned) {
    const { rows: lines } = await sql<{ id: string; line: Row }>`
      select association_id as id, to_jsonb(o) as line from ${sql.table(table)} o
      where association_id = any(${ids}::uuid[]) order by ${sql.ref(ownedTables[table])}`.execute(
      tx,
    );
    for (const { id, line } of lines) images.get(id)?.rows[table].push(line);
  }
  const proposals = await tx
    .selectFrom("proposal")
    .select(["proposal_id", "association_id", "created_association_id"])
    .where((eb) =>
      eb.or([
        eb("association_id", "=", sql<string>`any(${ids}::uuid[])`),
        eb("created_association_id", "=", sql<string>`any(${ids}::uuid[])`),
      ]),
    )
    .execute();
  for (const table of following) {
    const { rows: lines } = await sql<{ id: string; row: string }>`
      select ${sql.ref(followingTables[table].of)} as id, ${sql.ref(followingTables[table].key)} as row from ${sql.table(table)}
      where ${sql.ref(followingTables[table].of)} = any(${ids}::uuid[]) order by 2`.execute(tx);
    for (const { id, row } of lines) {
      const image = images.get(id);
      if (image)
        image.following = {
          ...image.following,
          [table]: [...(image.following?.[table] ?? []), row],
        };
    }
  }
  for (const one of proposals) {
    images.get(one.association_id ?? "")?.about.push(one.proposal_id);
    images.get(one.created_association_id ?? "")?.created.push(one.proposal_id);
  }
  return images;
}

/** The rows an image has of a table; one made before the table existed has none. */
export const rowsOf = (image: WholeImage, table: OwnedTable): Row[] =>
  (image.rows as Partial<WholeImage["rows"]>)[table] ?? [];

const noRows = (): Record<OwnedTable, Row[]> => ({
  association_contact: [],
  association_place: [],
  association_member: [],
  confirmation: [],
  association_translation: [],
});

/** Writes the row of a record as given; its revision only ever grows, so that an old form is never mistaken for a fresh one. */
export async function writeRow(tx: Tx, row: Row): Promise<void> {
  const columns = Object.keys(row).filter(
    (column) => !["commune_id", "association_id", "revision"].includes(column),
  );
  const json = JSON.stringify(row);
  await sql`
    update association a
    set (${sql.join(columns.map((column) => sql.ref(column)))}) =
        (select ${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}
         from jsonb_populate_record(null::association, ${json}::jsonb) r),
        revision = a.revision + 1
    where a.association_id = ${String(row["association_id"])}`.execute(tx);
}

/** What rows kept before a column was added do not say. */
const since: Partial<Record<OwnedTable, Row>> = {
  association_member: { topics: ["listing", "documents"] },
};

/** Replaces the rows some records own in one table. */
export async function writeOwned(
  tx: Tx,
  table: OwnedTable,
  ids: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where association_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.map((row) => ({ ...since[table], ...row })))}::jsonb)`.execute(
    tx,
  );
}
