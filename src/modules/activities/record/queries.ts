import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  activityFields,
  columnOf,
  type Activity,
  type ActivityFields,
  type Slot,
} from "./fields.ts";

/** Which activities to read: by themselves, by address, or those of associations. */
type Wanted = {
  ids?: readonly string[];
  slug?: string;
  associationId?: string;
  associationIds?: readonly string[];
};

/** Activities as they are kept, by title. Those of an association merged into another are the other's. */
export async function activitiesOf(tx: Tx, wanted: Wanted): Promise<Activity[]> {
  const owners =
    wanted.associationId === undefined ? wanted.associationIds : [wanted.associationId];
  const rows = await tx
    .selectFrom("activity as a")
    .innerJoin("association as given", "given.association_id", "a.association_id")
    .innerJoin("association as o", (join) =>
      join.onRef(
        "o.association_id",
        "=",
        sql<string>`coalesce(given.merged_into, given.association_id)`,
      ),
    )
    .selectAll("a")
    .select([
      "o.association_id as owner",
      "o.slug as owner_slug",
      "o.name as owner_name",
      "o.listed as owner_listed",
    ])
    .$if(wanted.ids !== undefined, (query) =>
      query.where("a.activity_id", "=", sql<string>`any(${wanted.ids ?? []}::uuid[])`),
    )
    .$if(wanted.slug !== undefined, (query) => query.where("a.slug", "=", wanted.slug ?? ""))
    .$if(owners !== undefined, (query) =>
      // Said of the table that has the index: those of the associations, and of who was merged into them.
      query.where(
        "a.association_id",
        "=",
        sql<string>`any(array(select m.association_id from association m
          where m.association_id = any(${owners ?? []}::uuid[]) or m.merged_into = any(${owners ?? []}::uuid[])))`,
      ),
    )
    .orderBy("a.title")
    .orderBy("a.activity_id")
    .execute();
  return rows.map((row) => ({
    id: row.activity_id,
    slug: row.slug,
    kind: row.kind as Activity["kind"],
    season: row.season,
    state: row.state as Activity["state"],
    fields: fieldsOf(row),
    photoBefore: row.photo_before_id,
    association: {
      id: row.owner,
      slug: row.owner_slug,
      name: row.owner_name,
      listed: row.owner_listed,
    },
    continuesId: row.continues_id,
    takenUp: row.taken_up as Activity["takenUp"],
    confirmedOn: row.confirmed_on,
    stoppedOn: row.stopped_on,
    publishedAt: row.published_at,
    source: row.source as Activity["source"],
    told: row.told as Activity["told"],
    toldOn: row.told_on,
    revision: row.revision,
    updatedAt: row.updated_at,
  }));
}

export const activityById = async (tx: Tx, id: string): Promise<Activity | undefined> =>
  (await activitiesOf(tx, { ids: [id] }))[0];

export const activityBySlug = async (tx: Tx, slug: string): Promise<Activity | undefined> =>
  (await activitiesOf(tx, { slug }))[0];

/** The association an address names, if residents may read it. */
export const listedAssociation = (tx: Tx, slug: string) =>
  tx
    .selectFrom("association")
    .select(["association_id as id", "name"])
    .where("slug", "=", slug)
    .where("listed", "=", true)
    .where("merged_into", "is", null)
    .executeTakeFirst();

/** The activity, locked until the transaction ends: two hands never write it at once. */
export async function lockedActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  await tx
    .selectFrom("activity")
    .select("activity_id")
    .where("activity_id", "=", id)
    .forUpdate()
    .execute();
  return activityById(tx, id);
}

/** The slots of some activities, by activity, in the order they were given. */
export async function slotsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Slot[]>> {
  const rows = await tx
    .selectFrom("activity_slot as s")
    .innerJoin("series as r", "r.series_id", "s.series_id")
    .select(["s.activity_id", "s.series_id", "s.place_id", "s.place_detail"])
    .where("s.activity_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("r.first_day")
    .orderBy("r.start_minute")
    .orderBy("s.series_id")
    .execute();
  const slots = new Map<string, Slot[]>(ids.map((id) => [id, []]));
  for (const row of rows)
    slots
      .get(row.activity_id)
      ?.push({ seriesId: row.series_id, placeId: row.place_id, placeDetail: row.place_detail });
  return slots;
}

/** Names, positions and access of some places. */
export async function placesOf(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .selectFrom("place")
    .leftJoin("district", "district.district_id", "place.district_id")
    .select(["place_id as id", "place.name", "street", "postcode", "town", "latitude", "longitude"])
    .select(["district.name as district", "district.slug as districtSlug", "access_yes as access"])
    .where("place_id", "=", sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Addresses already taken among those that begin like one. */
export async function slugsLike(tx: Tx, base: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("activity")
    .select("slug")
    .where("slug", ">=", base)
    .where("slug", "<", `${base}~`)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

function fieldsOf(row: Record<string, unknown>): ActivityFields {
  const read = Object.fromEntries(activityFields.map((field) => [field, row[columnOf[field]]]));
  return {
    ...(read as ActivityFields),
    priceFrom: row["price_from"] === null ? null : Number(row["price_from"]),
  };
}
