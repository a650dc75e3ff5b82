import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record, recordAll } from "../../journal/index.ts";
import { personalFields } from "./fields.ts";
import { recordOf, situationOf } from "./queries.ts";
import { differences } from "./rules.ts";
import type { Origin } from "./write.ts";

/** Everything written about one association, as it was: enough to put it back. It holds personal values. */
export type BeforeImage = {
  association: Record<string, unknown> & { association_id: string };
  contacts: Record<string, unknown>[];
  places: Record<string, unknown>[];
};

/** What some associations are now, to be restored later; absent ones are left out. */
export async function imagesOf(tx: Tx, ids: readonly string[]): Promise<BeforeImage[]> {
  const { rows } = await sql<{ image: BeforeImage }>`
    select jsonb_build_object(
      'association', to_jsonb(a),
      'contacts', coalesce((select jsonb_agg(to_jsonb(c)) from association_contact c
                            where c.commune_id = a.commune_id and c.association_id = a.association_id), '[]'),
      'places', coalesce((select jsonb_agg(to_jsonb(p)) from association_place p
                          where p.commune_id = a.commune_id and p.association_id = a.association_id), '[]')) as image
    from association a where a.association_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map((row) => row.image);
}

/** Puts an association back as it was, even removed since; the history says so. */
export async function restoreAssociation(
  tx: Tx,
  image: BeforeImage,
  origin: Origin,
): Promise<void> {
  const id = image.association.association_id;
  const now = await situationOf(tx, id, true);
  await restoreRow(tx, image);
  await restoreRows(tx, "association_contact", id, image.contacts);
  await restoreRows(tx, "association_place", id, await stillThere(tx, image.places));
  const before = recordOf(image.association);
  const changes = Object.entries(now ? differences(now.record, before) : {});
  await record(tx, {
    actor: origin.actor,
    at: origin.at,
    subject: { kind: "association", id },
    action: "association.restored",
    change: Object.fromEntries(changes.filter(([field]) => !personalFields.has(field))),
    personal: changes
      .filter(([field]) => personalFields.has(field))
      .map(([field, [old, back]]) => ({
        about: { kind: "association", id },
        field,
        old: old as string | null,
        new: back as string | null,
      })),
  });
}

async function restoreRow(tx: Tx, image: BeforeImage): Promise<void> {
  const kept = new Set(["commune_id", "association_id", "revision"]);
  const set = sql.join(
    Object.keys(image.association)
      .filter((column) => !kept.has(column))
      .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  await sql`
    insert into association select * from jsonb_populate_record(null::association, ${JSON.stringify(image.association)}::jsonb)
    on conflict (commune_id, association_id) do update set ${set}, revision = association.revision + 1`.execute(
    tx,
  );
}

async function restoreRows(
  tx: Tx,
  table: "association_contact" | "association_place",
  id: string,
  rows: readonly object[],
): Promise<void> {
  await tx.deleteFrom(table).where("association_id", "=", id).execute();
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Places of an image that have not been deleted since. */
async function stillThere(
  tx: Tx,
  places: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const ids = places.map((one) => String(one["place_id"]));
  const rows = await tx
    .selectFrom("place")
    .select("place_id")
    .where("place_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const known = new Set(rows.map((row) => row.place_id));
  return places.filter((one) => known.has(String(one["place_id"])));
}

/** Takes associations out of the registry, as if never added: undoing a creation. Their history stays and says so. */
export async function removeAssociations(
  tx: Tx,
  ids: readonly string[],
  origin: Origin,
): Promise<void> {
  if (!ids.length) return;
  await tx
    .deleteFrom("association")
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  await recordAll(
    tx,
    ids.map((id) => ({
      actor: origin.actor,
      at: origin.at,
      subject: { kind: "association", id },
      action: "association.removed",
    })),
  );
}
