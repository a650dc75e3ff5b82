import { file, notFound, page } from "../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../platform/http/ask.ts";
import { anyStaff } from "../../platform/http/person.ts";
import { areasOf } from "../../ui/index.ts";
import { nearer, pointAt, readWindow, windowOver, type Window } from "./click-map.ts";
import { pointingPage } from "./map-page.tsx";
import { mapPicture } from "./map-picture.ts";
import { districtAreas, locatedPlaces, outlineOf, placeById } from "./queries.ts";
import { placeWriters } from "./rights.ts";
import { placeUrls } from "./urls.ts";

/** The window that shows the whole commune: its outline, else its districts, else its places. */
async function wholeCommune(ask: Ask): Promise<Window | undefined> {
  const areas = [...areasOf(await outlineOf(ask.tx)), ...(await districtAreas(ask.tx))];
  const corners = areas.flatMap((area) => area.rings.flat());
  if (corners.length) return windowOver(corners);
  const places = await locatedPlaces(ask.tx);
  return windowOver(places.map((one) => [one.longitude, one.latitude] as const));
}

/** What a click on the picture said, if it said something: a keyboard sends 0, 0. */
function clicked(ask: Ask): { x: number; y: number } | undefined {
  const [x, y] = [Number(ask.query.get("point.x")), Number(ask.query.get("point.y"))];
  return Number.isFinite(x) && Number.isFinite(y) && (x > 0 || y > 0) ? { x, y } : undefined;
}

export const mapRoutes: Route[] = [
  get(placeUrls.picture, anyStaff, async (ask) => {
    const seen = readWindow(ask.query) ?? (await wholeCommune(ask));
    if (!seen) return notFound();
    const [latitude, longitude] = ["clat", "clon"].map((name) =>
      Number(ask.query.get(name) ?? Number.NaN),
    );
    const svg = mapPicture(seen, {
      outline: areasOf(await outlineOf(ask.tx)),
      districts: await districtAreas(ask.tx),
      places: await locatedPlaces(ask.tx),
      chosen:
        Number.isFinite(latitude) && Number.isFinite(longitude)
          ? { latitude: latitude ?? 0, longitude: longitude ?? 0 }
          : undefined,
    });
    return file(svg, "image/svg+xml", "carte.svg", true);
  }),

  get(placeUrls.map(":id"), placeWriters, async (ask) => {
    const place = (await placeById(ask.tx, ask.params["id"] ?? "")) ?? notFound();
    const whole = await wholeCommune(ask);
    const asked = readWindow(ask.query) ?? whole;
    const click = clicked(ask);
    const { latitude, longitude } = place;
    const known = latitude === null || longitude === null ? undefined : { latitude, longitude };
    if (!asked || !click) {
      const centred = ask.query.has("centre") && asked;
      const chosen = centred ? { latitude: asked.latitude, longitude: asked.longitude } : known;
      return page(pointingPage(ask.view, { place, seen: asked, whole, chosen }));
    }
    const chosen = pointAt(asked, click.x, click.y);
    return page(pointingPage(ask.view, { place, seen: nearer(asked, chosen), whole, chosen }));
  }),
];
