import type { Tx } from "../../../platform/db/database.ts";
import { seriesByIds, type Series } from "../../scheduling/index.ts";
import type { Slot } from "./fields.ts";
import { slotsOf } from "./queries.ts";

/** Hours of an activity: where, when it is elsewhere, and when. */
export type Hours = { slot: Slot; series: Series };

/** Where hours take place in words, when it is elsewhere than the activity. */
export const elsewhereWords = (
  { slot }: Hours,
  places: ReadonlyMap<string, { name: string }>,
): string | undefined =>
  [places.get(slot.placeId ?? "")?.name, slot.placeDetail].filter(Boolean).join(", ") || undefined;

/** The hours of some activities, by activity, those given up included. */
export async function hoursOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Hours[]>> {
  const slots = await slotsOf(tx, ids);
  const all = [...slots.values()].flat().map(({ seriesId }) => seriesId);
  const known = new Map((await seriesByIds(tx, all)).map((series) => [series.id, series]));
  return new Map(
    [...slots].map(([id, list]) => [
      id,
      list.flatMap((slot) => {
        const series = known.get(slot.seriesId);
        return series ? [{ slot, series }] : [];
      }),
    ]),
  );
}
