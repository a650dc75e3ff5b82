import { file, notFound, page } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { areasOf } from "../../../ui/index.ts";
import { districtShapes, outlineOf } from "../../places/index.ts";
import { calendarFile, nextOccurrences } from "../../scheduling/index.ts";
import { seePlaces } from "../booking/seen.ts";
import { circlesOf } from "../circles/circles.ts";
import { resourcePlaces, type ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { listPage } from "./list-page.tsx";
import { placePage } from "./page.tsx";

async function requirePublished(ask: Ask): Promise<ResourcePlace> {
  const slug = ask.params["slug"] ?? "";
  const [place] = await resourcePlaces(ask.tx, { slug, published: true });
  return place ?? notFound();
}

/** Dates of a circle in its file. */
const datesInFile = 60;

/** Whether it is open, and what is free, changes by itself: these pages are not kept. */
export const readingRoutes: Route[] = [
  get(urls.list, anyone, async (ask) => {
    ask.count("resource_places");
    const places = await resourcePlaces(ask.tx, { published: true });
    const districts = await districtShapes(ask.tx);
    return page(
      listPage(ask.view, {
        places: await seePlaces(ask.tx, places, ask.now),
        outline: areasOf(await outlineOf(ask.tx)),
        districts: districts.flatMap(({ name, areas }) => areas.map((area) => ({ ...area, name }))),
        now: ask.now,
      }),
    );
  }),
  get(urls.one(":slug"), anyone, async (ask) => {
    const place = await requirePublished(ask);
    const [seen] = await seePlaces(ask.tx, [place], ask.now);
    if (!seen) return notFound();
    ask.count("resource_place", place.id);
    const circles = await circlesOf(ask.tx, place.id, ask.now);
    return page(placePage(ask.view, { ...seen, circles, now: ask.now }));
  }),
  get(urls.circleFile(":slug", ":circle"), anyone, async (ask) => {
    const place = await requirePublished(ask);
    const circles = await circlesOf(ask.tx, place.id, ask.now);
    const circle = circles.find(({ id }) => id === ask.params["circle"]);
    if (!circle) return notFound();
    const dates = await nextOccurrences(ask.tx, [circle.series.id], ask.now, datesInFile);
    const { latitude, longitude } = place.place;
    const body = calendarFile({
      name: circle.topic,
      host: ask.url.hostname,
      lang: "fr",
      events: (dates.get(circle.series.id) ?? []).map((one) => ({
        id: one.id,
        sequence: one.sequence,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        changedAt: one.changedAt,
        title: circle.topic,
        description: [circle.about, one.notice].filter(Boolean).join("\n") || undefined,
        location: [place.name, place.place.address].filter(Boolean).join(", "),
        position: latitude === null || longitude === null ? undefined : { latitude, longitude },
        url: ask.view.origin + urls.one(place.slug),
        cancelled: one.state === "cancelled",
      })),
    });
    return file(body, "text/calendar; charset=utf-8", `cercle-${place.slug}.ics`);
  }),
];
