import type { ComponentChildren } from "preact";
import { middleOf, pathOf, projectionOf, type Area, type LonLat } from "./map.ts";
import type { View } from "./view.ts";

/** A place with a number on the map and a line in the list. */
export type MapPlace = { at: LonLat; name: string; href: string; words?: ComponentChildren };

/**
 * The commune drawn from its own outline and districts, with numbered places that are links, then their list.
 * No tile, no script. Places keep their order: number 1 is the first result.
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
  const percent = (place: LonLat) => {
    const { x, y } = projection.point(place);
    return { x: share(x / width), y: share(y / height) };
  };
  return (
    <div class="map">
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
            <text {...percent(middleOf(area))}>{area.name}</text>
          ))}
        </svg>
        <nav aria-label={view.t("ui:map.label")}>
          <svg class="map-marks">
            {places.map((place, at) => (
              <svg {...percent(place.at)} overflow="visible">
                <a class="map-mark" href={place.href} aria-label={`${at + 1}. ${place.name}`}>
                  <circle class="halo" r="22" />
                  <circle r="15" />
                  <text>{at + 1}</text>
                </a>
              </svg>
            ))}
          </svg>
        </nav>
      </div>
      <ol class="map-list">
        {places.map((place, at) => (
          <li>
            <span class="map-number" aria-hidden="true">
              {at + 1}
            </span>
            <span>
              <a href={place.href}>{place.name}</a>
              {place.words && <span class="soft map-words"> {place.words}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const share = (part: number) => `${Math.round(part * 10000) / 100}%`;
