import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { recordAll, type Actor, type Entry } from "../../journal/index.ts";
import { contactTrace, writeContacts, type ContactWrite } from "../contacts/write.ts";
import type { TextWrite } from "../translations/rules.ts";
import { textsTrace, writeTexts } from "../translations/write.ts";
import {
  columnOf,
  personalFields,
  type Field,
  type Provenance,
  type Source,
  type Venue,
} from "./fields.ts";
import { nameSort } from "./name-sort.ts";
import type { Changes } from "./rules.ts";

/** Where a change comes from: who acts, when, and what kind of source it is. */
export type Origin = { source: Source; at: Date; actor: Actor };

/** What is to be written of one association; `changes` holds true differences only. */
export type Write = {
  id: string;
  changes: Changes;
  contacts?: readonly ContactWrite[];
  /** The whole list of places, with what the history must remember of the old and the new one. */
  venues?: { list: readonly Venue[]; trace: [old: unknown, now: unknown] };
  /** Texts in other languages than French. */
  texts?: readonly TextWrite[];
};

/** Writes changes of many associations in a few round trips, each with its line of history; gives the ids of these lines. */
export async function writeAll(
  tx: Tx,
  writes: readonly Write[],
  origin: Origin,
  action: string,
): Promise<string[]> {
  const real = writes.filter(
    (one) =>
      Object.keys(one.changes).length || one.contacts?.length || one.venues || one.texts?.length,
  );
  if (!real.length) return [];
  for (let from = 0; from < real.length; from += 1000)
    await updateRows(tx, real.slice(from, from + 1000), origin);
  await writeContacts(
    tx,
    real.flatMap((one) => (one.contacts ?? []).map((write) => ({ associationId: one.id, write }))),
  );
  await replaceVenues(tx, real);
  await writeTexts(tx, real, origin);
  return recordAll(
    tx,
    real.map((one) => entryOf(one, origin, action)),
  );
}

async function updateRows(tx: Tx, writes: readonly Write[], origin: Origin): Promise<void> {
  const patches = Object.fromEntries(
    writes.map((one) => [
      one.id,
      { set: columnsOf(one.changes, origin), provenance: provenanceOf(one, origin) },
    ]),
  );
  const columns = sql.join(
    [...Object.values(columnOf), "name_sort", "state_noted_at"].map((c) => sql.ref(c)),
  );
  const values = sql.join(
    [...Object.values(columnOf), "name_sort", "state_noted_at"].map((c) => sql.ref(`r.${c}`)),
  );
  await sql`
    update association a
    set (${columns}) = (select ${values} from jsonb_populate_record(a, p.value -> 'set') r),
        provenance = a.provenance || (p.value -> 'provenance'),
        revision = a.revision + 1,
        updated_at = ${origin.at}
    from jsonb_each(${JSON.stringify(patches)}::jsonb) p
    where a.association_id = p.key::uuid`.execute(tx);
}

/** Columns to set, the derived ones included. */
function columnsOf(changes: Changes, origin: Origin): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const [field, [, now]] of Object.entries(changes)) set[columnOf[field as Field]] = now;
  if (changes["name"]) set["name_sort"] = nameSort(String(changes["name"][1]));
  if (changes["state"]) set["state_noted_at"] = origin.at.toISOString();
  return set;
}

function provenanceOf(write: Write, origin: Origin): Record<string, Provenance> {
  const mark = provenanceMark(origin);
  const touched = [
    ...Object.keys(write.changes),
    ...(write.contacts?.length ? ["contacts"] : []),
    ...(write.venues ? ["places"] : []),
  ];
  return Object.fromEntries(touched.map((field) => [field, mark]));
}

export const provenanceMark = ({ source, at, actor }: Origin): Provenance => ({
  source,
  at: at.toISOString(),
  ...(actor.kind === "person" ? { by: actor.id } : {}),
  ...(actor.kind === "import" ? { import: actor.id } : {}),
  ...(actor.kind === "import" && actor.personId ? { by: actor.personId } : {}),
});

/** The line of history of a write; values about people stay apart. */
function entryOf(write: Write, origin: Origin, action: string): Entry {
  const change: Record<string, unknown> = {};
  const personal: NonNullable<Entry["personal"]> = [];
  for (const [field, [old, now]] of Object.entries(write.changes))
    if (personalFields.has(field))
      personal.push({
        about: { kind: "association", id: write.id },
        field,
        old: old as string | null,
        new: now as string | null,
      });
    else change[field] = [old, now];
  for (const contact of write.contacts ?? []) {
    const trace = contactTrace(contact);
    Object.assign(change, trace.change);
    personal.push(...trace.personal);
  }
  if (write.venues) change["places"] = write.venues.trace;
  Object.assign(change, textsTrace(write.texts ?? []));
  return {
    actor: origin.actor,
    at: origin.at,
    subject: { kind: "association", id: write.id },
    action,
    change,
    personal,
  };
}

async function replaceVenues(tx: Tx, writes: readonly Write[]): Promise<void> {
  const moved = writes.filter((one) => one.venues);
  if (!moved.length) return;
  const ids = moved.map((one) => one.id);
  await tx
    .deleteFrom("association_place")
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const rows = moved.flatMap((one) =>
    (one.venues?.list ?? []).map((venue) => ({
      association_id: one.id,
      place_id: venue.placeId,
      position: venue.position,
      detail: venue.detail,
    })),
  );
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto("association_place")
      .values(rows.slice(from, from + 1000))
      .execute();
}
