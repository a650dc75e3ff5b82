import type { ComponentChildren } from "preact";
import { French } from "./french.tsx";
import { spreadApart, type Point } from "./map-marks.ts";
import { middleOf, pathOf, projectionOf, type Area, type LonLat, type Projection } from "./map.ts";
import type { View } from "./view.ts";

/** A place with a number on the map and a line in the list. */
export type MapPlace = { at: LonLat; name: string; href: string; words?: ComponentChildren };

/**
 * The commune drawn from its own outline and districts, with numbered places that are links, then their list.
 * No tile, no script, unless the commune turned the detailed map on: then a button offers it. Places keep their order: number 1 is the first result.
 */
export function AreaMap(props: {
  view: View;
  outline: readonly Area[];
  districts?: readonly Area[];
  places: readonly MapPlace[];
}) {
  const { view, outline, districts = [], places } = props;
  const corners = [...outline, ...districts].flatMap((area) => area.rings.flat());
  const projection = projectionOf(corners.length > 0 ? corners : places.map((one) => one.at));
  const { width, height } = projection;
  const percent = percentIn(projection);
  const tiles = places.length > 0 ? tilesOffer(view) : undefined;
  return (
    <div class="map" data-tiles={tiles}>
      {tiles && <script type="module" src={view.asset("tile-map.js")}></script>}
      <div class="map-frame">
        <svg class="map-ground" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {outline.map((area) => (
            <path d={pathOf(area, projection)} />
          ))}
          {districts.map((area) => (
            <path class="district" d={pathOf(area, projection)} />
          ))}
        </svg>
        <svg class="map-marks map-names" aria-hidden="true">
          {districts.map((area) => (
            <text {...percent(projection.point(middleOf(area)))}>{area.name}</text>
          ))}
        </svg>
        <nav aria-label={view.t("ui:map.label")}>
          <Marks places={places} projection={projection} gap={48} seen="wide" />
          <Marks places={places} projection={projection} gap={104} seen="narrow" />
        </nav>
      </div>
      <ol class="map-list">
        {places.map((place, at) => (
          <li data-at={tiles && `${place.at[1]},${place.at[0]}`}>
            <span class="map-number" aria-hidden="true">
              {at + 1}
            </span>
            <span>
              <a href={place.href}>
                <French view={view}>{place.name}</French>
              </a>
              {place.words && <span class="soft map-words"> {place.words}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What the script of the detailed map needs; nothing when the commune did not turn it on. */
const tilesOffer = ({ t, tiles, asset }: View): string | undefined =>
  tiles &&
  JSON.stringify({
    ...tiles,
    script: asset("leaflet.js"),
    style: asset("leaflet.css"),
    words: {
      show: t("ui:map.detailed"),
      from: t("ui:map.from", { host: new URL(tiles.url).host }),
      hide: t("ui:map.drawn"),
      failed: t("ui:map.failed"),
      in: t("ui:map.closer"),
      out: t("ui:map.wider"),
    },
  });

/**
 * The numbers, pushed apart so that none covers another: `gap` is a mark's width in the drawing's units, on a wide screen
 * or on a phone (one of the two layers is out of sight and unread). A thread leads a moved mark back to its place.
 */
function Marks(props: {
  places: readonly MapPlace[];
  projection: Projection;
  gap: number;
  seen: "wide" | "narrow";
}) {
  const { places, projection, gap, seen } = props;
  const percent = percentIn(projection);
  const spots = places.map((place) => projection.point(place.at));
  const marks = spreadApart(spots, gap, projection);
  return (
    <svg class={`map-marks map-${seen}`}>
      {spots.map((spot, at) => (
        <Thread from={percent(spot)} to={percent(marks[at] ?? spot)} />
      ))}
      {places.map((place, at) => (
        <svg {...percent(marks[at] ?? projection.point(place.at))} overflow="visible">
          <a class="map-mark" href={place.href} aria-label={`${at + 1}. ${place.name}`}>
            <circle class="halo" r={seen === "wide" ? 22 : 12} />
            <circle r={seen === "wide" ? 15 : 11} />
            <text>{at + 1}</text>
          </a>
        </svg>
      ))}
    </svg>
  );
}

type Share = { x: string; y: string };

const Thread = ({ from, to }: { from: Share; to: Share }) => (
  <>
    <line class="map-thread" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    <circle class="map-spot" cx={from.x} cy={from.y} r="3" />
  </>
);

const percentIn =
  ({ width, height }: Projection) =>
  ({ x, y }: Point): Share => ({ x: share(x / width), y: share(y / height) });

const share = (part: number) => `${Math.round(part * 10000) / 100}%`;
