import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { ContactWrite } from "../contacts/write.ts";
import type { Contact, Situation, Venue } from "../record/fields.ts";
import { following, keyOf } from "./following.ts";
import type { MergeImages } from "./merging.ts";
import { placeNames, venuesWrite } from "../record/venues.ts";
import type { Write } from "../record/write.ts";

const told = ["name", "role", "email", "phone"] as const;

/** Everything one contact says, the other says too. */
const within = (one: Contact, other: Contact): boolean =>
  told.every((part) => !one[part] || one[part] === other[part]);

/**
 * Contacts of the absorbed record as they join the others: one that says nothing more is put aside, one that says more
 * completes its double without changing what is published of it, the rest move.
 */
export function contactsJoined(
  kept: readonly Contact[],
  absorbed: readonly Contact[],
): { writes: ContactWrite[]; moved: string[]; dropped: string[] } {
  const known = new Map(kept.map((one) => [one.id, one]));
  const joined = { writes: [] as ContactWrite[], moved: [] as string[], dropped: [] as string[] };
  let position = Math.max(0, ...kept.map((one) => one.position));
  for (const one of absorbed) {
    const double = [...known.values()].find((mine) => within(one, mine) || within(mine, one));
    if (!double) {
      const now = { ...one, position: ++position };
      known.set(one.id, now);
      joined.moved.push(one.id);
      joined.writes.push({ id: one.id, now });
      continue;
    }
    joined.dropped.push(one.id);
    if (within(one, double)) continue;
    const now = completed(double, one);
    known.set(double.id, now);
    const earlier = joined.writes.findIndex((write) => write.id === double.id);
    if (earlier >= 0) joined.writes[earlier] = { ...joined.writes[earlier], id: double.id, now };
    else joined.writes.push({ id: double.id, old: double, now });
  }
  return joined;
}

/** A value nobody had chosen to publish on either side stays unpublished. */
const completed = (mine: Contact, more: Contact): Contact => ({
  ...mine,
  name: mine.name ?? more.name,
  role: mine.role ?? more.role,
  email: mine.email ?? more.email,
  phone: mine.phone ?? more.phone,
  namePublic: mine.name ? mine.namePublic : more.namePublic,
  emailPublic: mine.email ? mine.emailPublic : more.emailPublic,
  phonePublic: mine.phone ? mine.phonePublic : more.phonePublic,
});

/** The places of both, each once. */
export async function venuesJoined(
  tx: Tx,
  kept: Situation,
  absorbed: Situation,
): Promise<Write["venues"]> {
  const known = new Set(kept.venues.map((one) => one.placeId));
  const more = absorbed.venues.filter((one) => !known.has(one.placeId));
  if (!more.length) return undefined;
  const last = Math.max(0, ...kept.venues.map((one) => one.position));
  const added = more.map((one, rank): Venue => ({ ...one, position: last + rank + 1 }));
  const names = await placeNames(tx, [kept, absorbed]);
  return venuesWrite(kept.venues, [...kept.venues, ...added], names);
}

/** Moves what hangs on a record without being a field: each member once with the wider right, confirmations, proposals. */
export async function moveAttached(tx: Tx, kept: string, absorbed: string): Promise<void> {
  await sql`
    insert into association_member as m (association_id, person_id, role, since, topics)
    select ${kept}, person_id, role, since, topics from association_member where association_id = ${absorbed}
    on conflict (commune_id, association_id, person_id) do update
      set role = case when 'owner' in (m.role, excluded.role) then 'owner'
                      when 'editor' in (m.role, excluded.role) then 'editor' else 'reader' end,
          topics = array(select distinct unnest(m.topics || excluded.topics) order by 1),
          since = least(m.since, excluded.since)`.execute(tx);
  await tx.deleteFrom("association_member").where("association_id", "=", absorbed).execute();
  await tx.deleteFrom("association_place").where("association_id", "=", absorbed).execute();
  await sql`
    delete from confirmation c using confirmation k
    where c.commune_id = k.commune_id and c.association_id = ${absorbed} and k.association_id = ${kept}
      and (c.section, c.confirmed_at, c.by_kind, c.how) = (k.section, k.confirmed_at, k.by_kind, k.how)
      and c.confirmed_by is not distinct from k.confirmed_by`.execute(tx);
  for (const table of ["confirmation", "proposal"] as const)
    await tx
      .updateTable(table)
      .set({ association_id: kept })
      .where("association_id", "=", absorbed)
      .execute();
  await tx
    .updateTable("proposal")
    .set({ created_association_id: kept })
    .where("created_association_id", "=", absorbed)
    .execute();
}

/** Moves what goes with a record; what the record kept already has stays behind. */
export async function moveFollowing(tx: Tx, kept: string, absorbed: string): Promise<void> {
  for (const [table, { of, same = "false" }] of following)
    await sql`
      update ${sql.table(table)} o set ${sql.ref(of)} = ${kept} where o.${sql.ref(of)} = ${absorbed}
        and not exists (select from ${sql.table(table)} k
          where k.${sql.ref(of)} = ${kept} and ${sql.raw(same)})`.execute(tx);
}

/** Gives back to a record what it had before it was absorbed, and the record kept had not. */
export async function followingBack(
  tx: Tx,
  { kept, absorbed, images }: { kept: string; absorbed: string; images: MergeImages },
): Promise<void> {
  for (const [table, way] of following) {
    const own = new Set(images.kept.following?.[table]);
    const given = (images.absorbed.following?.[table] ?? []).filter((key) => !own.has(key));
    if (given.length)
      await sql`
        update ${sql.table(table)} set ${sql.ref(way.of)} = ${absorbed}
        where ${sql.ref(way.of)} = ${kept} and ${keyOf(way)} = any(${given}::text[])`.execute(tx);
  }
}

/** Records merged earlier into the one absorbed now lead to the record kept: wherever one was merged, it leads to a living one. */
export const leadOn = (tx: Tx, kept: string, absorbed: string) =>
  tx
    .updateTable("association")
    .set({ merged_into: kept })
    .where("merged_into", "=", absorbed)
    .execute();

/** What had been merged into a record, one after the other, leads to it again. */
export const leadBack = (tx: Tx, kept: string, absorbed: string) =>
  sql`
    with recursive under as (
      select absorbed_id as id from association_merge where kept_id = ${absorbed} and undone_at is null
      union select m.absorbed_id from association_merge m join under on m.kept_id = under.id where m.undone_at is null)
    update association set merged_into = ${absorbed}
    where merged_into = ${kept} and association_id in (select id from under)`.execute(tx);
