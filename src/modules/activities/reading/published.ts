import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { seasonYear } from "../../communes/index.ts";
import type { Series } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, placesOf } from "../record/queries.ts";
import { hoursOf } from "../record/series.ts";

export type PublishedPlace = {
  id: string;
  name: string;
  street: string | null;
  postcode: string | null;
  town: string | null;
  district: string | null;
  latitude: number | null;
  longitude: number | null;
  access: string[];
};

/** One of its hours, and where, once the place of the activity is known. */
export type PublishedHours = {
  series: Series;
  place: PublishedPlace | undefined;
  detail: string | null;
};

/** An activity residents may read, with its hours and its places. */
export type PublishedActivity = {
  activity: Activity;
  place: PublishedPlace | undefined;
  hours: PublishedHours[];
};

/**
 * Activities of this season or later, and events that are not over, of listed associations: published, by title.
 * Those that have one of `ofSeries` when it is given. The same as the page of an association shows (`readIn`), but for events that are over.
 */
export async function publishedActivityIds(
  tx: Tx,
  today: string,
  ofSeries?: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ activity_id: string }>`
    select c.activity_id from activity c
    join association given on given.association_id = c.association_id
    join association o on o.association_id = coalesce(given.merged_into, given.association_id) and o.listed
    where c.state = 'published' and not (c.continues_id is not null and c.season > ${seasonYear(today)})
      and (c.season >= ${seasonYear(today)} or c.season is null and exists (
      select from activity_slot s join series r on r.series_id = s.series_id
      where s.activity_id = c.activity_id and (
        case when r.rule is null then r.first_day >= ${today} else r.last_day is null or r.last_day >= ${today} end
        or exists (select from occurrence t where t.series_id = r.series_id and t.day >= ${today}))))
      and (${ofSeries === undefined} or c.activity_id in (
        select activity_id from activity_slot where series_id = any(${[...(ofSeries ?? [])]}::uuid[])))
    order by c.title, c.activity_id`.execute(tx);
  return rows.map((row) => row.activity_id);
}

/** Those of `ids` still published, in their order. */
export async function publishedActivities(
  tx: Tx,
  ids: readonly string[],
): Promise<PublishedActivity[]> {
  const known = new Map((await activitiesOf(tx, { ids })).map((one) => [one.id, one]));
  const shown = ids.flatMap((id) => {
    const one = known.get(id);
    return one?.state === "published" && one.association.listed ? [one] : [];
  });
  const hours = await hoursOf(
    tx,
    shown.map(({ id }) => id),
  );
  const places = await placesOf(
    tx,
    shown.flatMap(({ id, fields }) => [
      ...(fields.placeId ? [fields.placeId] : []),
      ...(hours.get(id) ?? []).flatMap(({ slot }) => slot.placeId ?? []),
    ]),
  );
  return shown.map((activity) => {
    const { placeId, placeDetail } = activity.fields;
    const place = places.get(placeId ?? "");
    return {
      activity,
      place,
      hours: (hours.get(activity.id) ?? []).map(({ slot, series }) => {
        const elsewhere = slot.placeId ?? slot.placeDetail;
        return {
          series,
          place: elsewhere ? places.get(slot.placeId ?? "") : place,
          detail: elsewhere ? slot.placeDetail : placeDetail,
        };
      }),
    };
  });
}
