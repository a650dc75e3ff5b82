import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/db/database.ts";
import { ensurePlaces } from "../../places/index.ts";
import { contactMeant } from "../contacts/rules.ts";
import type { AssociationFacts } from "../facts.ts";
import { patchOf } from "./facts-patch.ts";
import type { Situation } from "./fields.ts";
import { situationsOf } from "./queries.ts";
import { differences, isEmpty, mayReplace, sorted, type Changes } from "./rules.ts";
import { placeNames, venuesWrite } from "./venues.ts";
import { writeAll, type Origin, type Write } from "./write.ts";

/**
 * What a source changed of a record, and what it would have changed had a person not written otherwise.
 * Keys are fields of the record, and `email`, `phone`, `places`.
 */
export type Applied = { changed: Changes; kept: Changes };

/** Applies a source's facts to a record: writes only what differs, and never over a person's word. */
export async function applyFacts(
  tx: Tx,
  id: string,
  facts: AssociationFacts,
  origin: Origin,
): Promise<Applied> {
  const [applied] = await applyFactsToMany(tx, [{ id, facts }], origin);
  return applied ?? { changed: {}, kept: {} };
}

/** The same for many records in a few round trips; answers in the order given, an unknown id changes nothing. */
export async function applyFactsToMany(
  tx: Tx,
  list: readonly { id: string; facts: AssociationFacts }[],
  origin: Origin,
): Promise<Applied[]> {
  const ids = list.map(({ id }) => id);
  const known = new Map((await situationsOf(tx, ids, true)).map((one) => [one.id, one]));
  const places = list.flatMap(({ facts }) => facts.places ?? []);
  const placeIds = await ensurePlaces(tx, places);
  const names = await placeNames(tx, [...known.values()], placeIds);
  const writes: Write[] = [];
  let at = 0;
  const answers = list.map(({ id, facts }) => {
    const venues = placeIds.slice(at, (at += facts.places?.length ?? 0));
    const situation = known.get(id);
    if (!situation) return { changed: {}, kept: {} };
    const { write, applied } = planned(situation, facts, venues, origin, names);
    writes.push(write);
    return applied;
  });
  await writeAll(tx, writes, origin, "association.edited");
  return answers;
}

function planned(
  situation: Situation,
  facts: AssociationFacts,
  placeIds: readonly string[],
  origin: Origin,
  names: ReadonlyMap<string, string>,
): { write: Write; applied: Applied } {
  const { record, provenance } = situation;
  const patch = patchOf(facts, origin.source, record);
  const { changed, kept } = sorted(differences(record, patch), provenance, origin.source);
  const write: Write = { id: situation.id, changes: changed };
  const applied = { changed: { ...changed }, kept: { ...kept } };
  planContact(situation, facts, origin, write, applied);
  const known = situation.venues.map((one) => one.placeId);
  const more = [...new Set(placeIds)].filter((id) => !known.includes(id));
  if (more.length) {
    const now = [...known, ...more];
    const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
    const may = !known.length || mayReplace(provenance["places"], origin.source);
    (may ? applied.changed : applied.kept)["places"] = [named(known), named(now)];
    if (may) write.venues = venuesGrown(situation, more, names);
  }
  return { write, applied };
}

function planContact(
  situation: Situation,
  facts: AssociationFacts,
  origin: Origin,
  write: Write,
  applied: Applied,
): void {
  const contact = contactMeant(situation.contacts, facts, randomUUID);
  if (!contact) return;
  const empty =
    !contact.old ||
    (["email", "phone"] as const).every(
      (field) => contact.old?.[field] === contact.now?.[field] || isEmpty(contact.old?.[field]),
    );
  const mark = situation.provenance["contacts"];
  const may = (empty && mark?.locked !== true) || mayReplace(mark, origin.source);
  for (const field of ["email", "phone"] as const)
    if (contact.old?.[field] !== contact.now?.[field] && contact.now?.[field])
      (may ? applied.changed : applied.kept)[field] = [
        contact.old?.[field] ?? null,
        contact.now[field],
      ];
  if (may) write.contacts = [contact];
}

function venuesGrown(
  situation: Situation,
  more: readonly string[],
  names: ReadonlyMap<string, string>,
): NonNullable<Write["venues"]> {
  const last = Math.max(0, ...situation.venues.map((one) => one.position));
  const added = more.map((placeId, rank) => ({ placeId, detail: null, position: last + rank + 1 }));
  return venuesWrite(situation.venues, [...situation.venues, ...added], names);
}
