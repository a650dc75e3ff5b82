import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { recordAll } from "../../journal/index.ts";
import { ensurePlaces } from "../../places/index.ts";
import { contactTrace, writeContacts } from "../contacts/write.ts";
import { contactMeant } from "../contacts/rules.ts";
import type { AssociationFacts } from "../facts.ts";
import { slugOf } from "../identity/names.ts";
import { blank } from "./blank.ts";
import { patchOf } from "./facts-patch.ts";
import { columnOf, fields, personalFields, type RecordFields } from "./fields.ts";
import { nameSort } from "./name-sort.ts";
import { freeSlug } from "./rules.ts";
import { placeNames } from "./venues.ts";
import { provenanceMark, type Origin } from "./write.ts";

export type Created = { id: string; slug: string };

/** Adds an association to the registry. Breaks `association_rna_unique` or `association_siret_unique` when its number is taken. */
export async function createAssociation(
  tx: Tx,
  facts: AssociationFacts,
  origin: Origin,
): Promise<Created> {
  const [created] = await createAssociations(tx, [facts], origin);
  if (!created) throw new Error("nothing was created");
  return created;
}

/** Adds many in a few round trips a thousand; answers in the order given. */
export async function createAssociations(
  tx: Tx,
  list: readonly AssociationFacts[],
  origin: Origin,
): Promise<Created[]> {
  const slugs = await slugBook(tx, list);
  const drafts = list.map((facts) => draftOf(facts, origin, slugs(facts.name)));
  for (let from = 0; from < drafts.length; from += 500)
    await insertRows(tx, drafts.slice(from, from + 500));
  await writeContacts(
    tx,
    drafts.flatMap(({ id, contact }) => (contact ? [{ associationId: id, write: contact }] : [])),
  );
  const names = await insertVenues(tx, drafts, await placesOf(tx, list));
  await recordAll(
    tx,
    drafts.map((draft) => entryOf(draft, origin, names.get(draft.id))),
  );
  return drafts.map(({ id, row }) => ({ id, slug: row.slug }));
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(facts: AssociationFacts, origin: Origin, slug: string) {
  const id: string = randomUUID();
  const record: RecordFields = {
    ...blank,
    ...(patchOf(facts, origin.source) as Partial<RecordFields>),
    name: facts.name.slice(0, 250),
  };
  const contact = contactMeant([], facts, randomUUID);
  const mark = provenanceMark(origin);
  const said = fields.filter(
    (field) => JSON.stringify(record[field]) !== JSON.stringify(blank[field]),
  );
  const marked = [
    ...said,
    ...(contact ? ["contacts"] : []),
    ...(facts.places?.length ? ["places"] : []),
  ];
  const row = {
    association_id: id,
    slug,
    ...columns(record),
    name_sort: nameSort(facts.name),
    state_noted_at: said.includes("state") ? origin.at : null,
    provenance: JSON.stringify(Object.fromEntries(marked.map((field) => [field, mark]))),
    created_at: origin.at,
    updated_at: origin.at,
  };
  return { id, row, record, said, contact, places: facts.places?.length ?? 0 };
}

const columns = (record: RecordFields) =>
  Object.fromEntries(fields.map((field) => [columnOf[field], record[field]])) as {
    name: string;
  };

/** Inserts; a slug taken meanwhile by another transaction gets a random end. */
async function insertRows(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  let waiting = [...drafts];
  while (waiting.length) {
    const kept = await tx
      .insertInto("association")
      .values(waiting.map(({ row }) => row))
      .onConflict((conflict) => conflict.constraint("association_slug_unique").doNothing())
      .returning("association_id")
      .execute();
    const written = new Set(kept.map((row) => row.association_id));
    waiting = waiting.filter(({ id }) => !written.has(id));
    for (const { row } of waiting) row.slug = `${row.slug}-${randomBytes(2).toString("hex")}`;
  }
}

/** Gives each name a free address; knows those of the commune and those it has just given. */
async function slugBook(tx: Tx, list: readonly AssociationFacts[]) {
  let query = tx.selectFrom("association").select("slug");
  const [only] = list;
  if (list.length === 1 && only)
    query = query.where(sql<boolean>`starts_with(slug, ${slugOf(only.name)})`);
  const taken = new Set((await query.execute()).map((row) => row.slug));
  return (name: string): string => {
    const slug = freeSlug(slugOf(name), taken);
    taken.add(slug);
    return slug;
  };
}

const placesOf = (tx: Tx, list: readonly AssociationFacts[]) =>
  ensurePlaces(
    tx,
    list.flatMap((facts) => facts.places ?? []),
  );

/** Writes where each association meets; gives the names of its places, for the history. */
async function insertVenues(tx: Tx, drafts: readonly Draft[], placeIds: readonly string[]) {
  const named = await placeNames(tx, [], placeIds);
  const traces = new Map<string, unknown[]>();
  let at = 0;
  const rows = drafts.flatMap((draft) => {
    const own = [...new Set(placeIds.slice(at, (at += draft.places)))];
    if (own.length)
      traces.set(
        draft.id,
        own.map((id) => ({ id, name: named.get(id) ?? "", detail: null })),
      );
    return own.map((place_id, rank) => ({
      association_id: draft.id,
      place_id,
      position: rank + 1,
    }));
  });
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto("association_place")
      .values(rows.slice(from, from + 1000))
      .execute();
  return traces;
}

function entryOf({ id, record, said, contact }: Draft, origin: Origin, places?: unknown[]) {
  const open = said.filter((field) => !personalFields.has(field));
  const trace = contact ? contactTrace(contact) : { change: {}, personal: [] };
  return {
    actor: origin.actor,
    at: origin.at,
    subject: { kind: "association", id },
    action: "association.created",
    change: {
      ...Object.fromEntries(open.map((field) => [field, [null, record[field]]])),
      ...trace.change,
      ...(places ? { places: [[], places] } : {}),
    },
    personal: [
      ...said
        .filter((field) => personalFields.has(field))
        .map((field) => ({
          about: { kind: "association", id },
          field,
          new: record[field] as string | null,
        })),
      ...trace.personal,
    ],
  };
}
