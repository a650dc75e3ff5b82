import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { notFound } from "../../../platform/http/answer.ts";
import type { Ask, Route } from "../../../platform/http/ask.ts";
import { askingRoutes, type DatesOwner, type Followable } from "../../scheduling/index.ts";
import { resourcePlaces, type ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { circlesOf, type Circle } from "./circles.ts";

/** What a circle is for those who follow its dates. */
export const followable = (
  place: ResourcePlace,
  circle: Pick<Circle, "id" | "topic"> & { series: { id: string } },
): Followable => ({
  seriesId: circle.series.id,
  title: (t) => t("resource-places:circle.title", { topic: circle.topic }),
  place: [place.name, place.place.address].filter(Boolean).join("\n"),
  path: `${urls.one(place.slug)}#cercle-${circle.id}`,
  shown: place.state === "published",
});

/** The circles whose dates these series are. */
export const followedCircles: DatesOwner = async (tx, seriesIds) => {
  const { rows } = await sql<{ placeId: string; id: string; topic: string; series: string }>`
    select resource_place_id as "placeId", circle_id as id, topic, series_id as series from circle
    where series_id = any(${[...seriesIds]}::uuid[]) order by topic, circle_id`.execute(tx);
  const places = await placesById(tx, [...new Set(rows.map(({ placeId }) => placeId))]);
  return rows.flatMap(({ placeId, id, topic, series }) => {
    const place = places.get(placeId);
    return place ? [followable(place, { id, topic, series: { id: series } })] : [];
  });
};

async function placesById(tx: Tx, ids: readonly string[]): Promise<Map<string, ResourcePlace>> {
  const found = new Map<string, ResourcePlace>();
  for (const id of ids) {
    const [place] = await resourcePlaces(tx, { id });
    if (place) found.set(id, place);
  }
  return found;
}

/** Being told of the dates of a circle residents read. */
export const circleFollowing: Route[] = askingRoutes(
  urls.circleFollowing(":slug", ":circle"),
  async (ask: Ask) => {
    const [place] = await resourcePlaces(ask.tx, {
      slug: ask.params["slug"] ?? "",
      published: true,
    });
    const circles = place ? await circlesOf(ask.tx, place.id, ask.now) : [];
    const circle = circles.find(({ id }) => id === ask.params["circle"]);
    if (!place || !circle) return notFound();
    return {
      ...followable(place, circle),
      section: urls.list,
      trail: [
        { words: ask.t("resource-places:title"), path: urls.list },
        { words: place.name, path: urls.one(place.slug) },
      ],
      action: urls.circleFollowing(place.slug, circle.id),
    };
  },
);
