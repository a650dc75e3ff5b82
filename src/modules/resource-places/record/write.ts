import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { freeSlug, slugOf } from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { record, type Actor } from "../../journal/index.ts";
import {
  blankTimetable,
  osmHours,
  removeTimetable,
  saveTimetable,
  timetableById,
  type Timetable,
} from "../../scheduling/index.ts";
import type { ResourcePlace, Texts } from "./queries.ts";

/** Who acts, and when. */
export type By = { actor: Actor; at: Date };

/** Where it is, and who holds it. */
export type Whose = { placeId: string; associationId: string | null };

/** Adds a place, as a draft without hours; gives its identifier. */
export async function addResourcePlace(
  tx: Tx,
  texts: Texts,
  { placeId, associationId }: Whose,
  by: By,
): Promise<string> {
  const { resource_place_id: id } = await tx
    .insertInto("resource_place")
    .values({
      ...columnsOf(texts),
      slug: await freeAddress(tx, texts.name),
      place_id: placeId,
      association_id: associationId,
      timetable_id: await saveTimetable(tx, null, blankTimetable(), by.at),
      created_at: by.at,
      changed_at: by.at,
    })
    .returning("resource_place_id")
    .executeTakeFirstOrThrow();
  await note(tx, id, by, "resource_place.added");
  return id;
}

/** Writes what is said of a place; false when somebody changed it meanwhile. */
export async function rewrite(
  tx: Tx,
  known: ResourcePlace,
  texts: Texts,
  { placeId, associationId }: Whose,
  revision: number,
  by: By,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("resource_place")
    .set({ ...columnsOf(texts), place_id: placeId, association_id: associationId })
    .set({ changed_at: by.at, revision: sql`revision + 1` })
    .where("resource_place_id", "=", known.id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await note(tx, known.id, by, "resource_place.written");
  if (known.state === "published") await publish(tx);
  return true;
}

/** Writes its opening hours. Bookings in hand wait for their turn: those made after are made within these. */
export async function writeHours(
  tx: Tx,
  known: ResourcePlace,
  timetable: Timetable,
  by: By,
): Promise<void> {
  await tx
    .selectFrom("resource_place")
    .select("slug")
    .where("resource_place_id", "=", known.id)
    .forUpdate()
    .execute();
  const before = await timetableById(tx, known.timetableId);
  await saveTimetable(tx, known.timetableId, timetable, by.at);
  await tx
    .updateTable("resource_place")
    .set({ changed_at: by.at })
    .where("resource_place_id", "=", known.id)
    .execute();
  await note(tx, known.id, by, "resource_place.hours", {
    hours: [before ? osmHours(before) : "", osmHours(timetable)],
  });
  if (known.state === "published") await publish(tx);
}

export async function moveTo(
  tx: Tx,
  known: ResourcePlace,
  state: ResourcePlace["state"],
  by: By,
): Promise<void> {
  if (known.state === state) return;
  await tx
    .updateTable("resource_place")
    .set({ state, changed_at: by.at })
    .where("resource_place_id", "=", known.id)
    .execute();
  await note(tx, known.id, by, `resource_place.${state}`);
  await publish(tx);
}

/** Removes a draft in which nothing was ever booked nor met. */
export async function removeResourcePlace(
  tx: Tx,
  known: ResourcePlace,
  by: By,
): Promise<{ done: void } | { refused: "published" | "used" }> {
  if (known.state === "published") return { refused: "published" };
  const used = await tx
    .selectFrom("bookable")
    .select("bookable_id as id")
    .where("resource_place_id", "=", known.id)
    .unionAll(
      tx.selectFrom("circle").select("circle_id as id").where("resource_place_id", "=", known.id),
    )
    .executeTakeFirst();
  if (used) return { refused: "used" };
  return act(tx, { bookable_place: "used" as const }, async () => {
    await tx.deleteFrom("resource_place").where("resource_place_id", "=", known.id).execute();
    await removeTimetable(tx, known.timetableId);
    await note(tx, known.id, by, "resource_place.removed");
  });
}

const columnsOf = (texts: Texts) => ({
  name: texts.name,
  hybrid: texts.hybrid,
  summary: texts.summary,
  presentation: texts.presentation,
  remote: texts.remote,
  welcome: texts.welcome,
  connection: texts.connection,
  email: texts.email,
  phone: texts.phone,
  website: texts.website,
  acceslibre: texts.acceslibre,
  siret: texts.siret,
  equipment: [...texts.equipment],
  services: [...texts.services],
  publics: [...texts.publics],
  care: [...texts.care],
  cost: [...texts.cost],
  entry: [...texts.entry],
  support: [...texts.support],
});

/** The first address free: its name, then its name and a number. */
async function freeAddress(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name).slice(0, 110).replace(/-$/, "") || "lieu";
  const rows = await tx
    .selectFrom("resource_place")
    .select("slug")
    .where(sql<boolean>`starts_with(slug, ${base})`)
    .execute();
  return freeSlug(base, new Set(rows.map(({ slug }) => slug)));
}

/** One line of history: what was done, never what may name somebody. */
export const note = (
  tx: Tx,
  id: string,
  by: By,
  action: string,
  change: Record<string, unknown> = {},
) => record(tx, { ...by, subject: { kind: "resource_place", id }, action, change });
