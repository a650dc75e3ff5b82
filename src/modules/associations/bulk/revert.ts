import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { recordAll, type Entry } from "../../journal/index.ts";
import { columnOf, personalFields } from "../record/fields.ts";
import { imagesOf, type BeforeImage } from "../record/images.ts";
import type { Origin } from "../record/write.ts";
import { reversalOf, type ImageDiff, type Reversal } from "./image-diff.ts";

export type Reverted = {
  id: string;
  /** `gone`: the association is no longer there. */
  how: "restored" | "partly" | "gone";
  /** Columns, `contacts` or `places` that somebody has changed since. */
  kept: string[];
};

/** Takes an act back from many associations, each exactly, but for what somebody has changed since. */
export async function revertAll(
  tx: Tx,
  diffs: readonly ImageDiff[],
  origin: Origin,
): Promise<Reverted[]> {
  const ids = diffs.map((diff) => diff.id);
  await tx
    .selectFrom("association")
    .select("association_id")
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("association_id")
    .forUpdate()
    .execute();
  const now = new Map(
    (await imagesOf(tx, ids)).map((image) => [image.association.association_id, image]),
  );
  const reversals = diffs.flatMap((diff) => {
    const image = now.get(diff.id);
    return image ? [{ reversal: reversalOf(diff, image), image }] : [];
  });
  await writeColumns(
    tx,
    reversals.map((one) => one.reversal),
    origin,
  );
  await writeRows(tx, "association_contact", "contact_id", reversals);
  await writeRows(tx, "association_place", "place_id", reversals);
  await recordAll(
    tx,
    reversals.map((one) => entryOf(one.reversal, one.image, origin)),
  );
  const done = new Map(reversals.map(({ reversal }) => [reversal.id, reversal]));
  return ids.map((id) => {
    const reversal = done.get(id);
    if (!reversal) return { id, how: "gone", kept: [] };
    return { id, how: reversal.kept.length > 0 ? "partly" : "restored", kept: reversal.kept };
  });
}

async function writeColumns(tx: Tx, reversals: readonly Reversal[], origin: Origin): Promise<void> {
  const names = [...new Set(reversals.flatMap((one) => Object.keys(one.columns)))];
  const patches = Object.fromEntries(
    reversals.map(({ id, columns, provenance, updatedAt }) => [
      id,
      { set: { ...columns, provenance, updated_at: updatedAt ?? origin.at.toISOString() } },
    ]),
  );
  const columns = [...names, "provenance", "updated_at"];
  await sql`
    update association a
    set (${sql.join(columns.map((name) => sql.ref(name)))}) =
          (select ${sql.join(columns.map((name) => sql.ref(`r.${name}`)))} from jsonb_populate_record(a, p.value -> 'set') r),
        revision = a.revision + 1
    from jsonb_each(${JSON.stringify(patches)}::jsonb) p
    where a.association_id = p.key::uuid`.execute(tx);
}

/** A contact has its own identifier; a place is known by its association and itself. */
async function writeRows(
  tx: Tx,
  table: "association_contact" | "association_place",
  key: "contact_id" | "place_id",
  reversals: readonly { reversal: Reversal }[],
): Promise<void> {
  const part = table === "association_contact" ? "contacts" : "places";
  const gone = reversals.flatMap(({ reversal }) =>
    [...reversal[part].remove, ...reversal[part].upsert.map((row) => String(row[key]))].map(
      (id) => ({ association_id: reversal.id, [key]: id }),
    ),
  );
  if (gone.length === 0) return;
  await sql`
    delete from ${sql.table(table)} t
    using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(association_id uuid, ${sql.ref(key)} uuid)
    where t.association_id = g.association_id and ${sql.ref(`t.${key}`)} = ${sql.ref(`g.${key}`)}`.execute(
    tx,
  );
  const back = reversals.flatMap(({ reversal }) => reversal[part].upsert);
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(back)}::jsonb)`.execute(
    tx,
  );
}

const fieldOf = new Map<string, string>(
  Object.entries(columnOf).map(([field, column]) => [column, field]),
);

function entryOf({ id, columns }: Reversal, image: BeforeImage, origin: Origin): Entry {
  const change: Record<string, unknown> = {};
  const personal: NonNullable<Entry["personal"]> = [];
  for (const [column, back] of Object.entries(columns)) {
    const field = fieldOf.get(column);
    if (!field) continue;
    const now = image.association[column] ?? null;
    if (personalFields.has(field))
      personal.push({
        about: { kind: "association", id },
        field,
        old: now as string | null,
        new: back as string | null,
      });
    else change[field] = [now, back];
  }
  return {
    actor: origin.actor,
    at: origin.at,
    subject: { kind: "association", id },
    action: "association.restored",
    change,
    personal,
  };
}
