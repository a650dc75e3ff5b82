import { AreaMap, type Area, type MapPlace, type View } from "../../../ui/index.ts";
import { carried, whereOf } from "../lines.tsx";
import { urls } from "../urls.ts";
import type { Shown } from "./pages.tsx";

/** The same results on the map of the commune; those without a known place are listed under it. */
export function ResultsMap(props: {
  view: View;
  shown: Shown;
  map: { outline: readonly Area[]; districts: readonly Area[] };
}) {
  const { view, shown, map } = props;
  const { t, href } = view;
  const { lines } = shown.found;
  const address = (slug: string) => href(carried(urls.association(slug), shown.search.chosen));
  const placed = lines.flatMap((line): MapPlace[] => {
    const at = line.places.find((place) => place.at)?.at;
    return at
      ? [{ at, name: line.name, href: address(line.slug), words: whereOf(view, line) }]
      : [];
  });
  const unplaced = lines.filter((line) => !line.places.some((place) => place.at));
  return (
    <>
      <AreaMap
        view={view}
        outline={map.outline}
        districts={map.districts}
        places={apart(placed, map.outline)}
      />
      {unplaced.length > 0 && (
        <section class="flow">
          <h2>{t("directory:results.unplaced")}</h2>
          <ul>
            {unplaced.map((line) => (
              <li>
                <a href={address(line.slug)}>{line.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

// A mark is about a thirtieth of the drawing's width.
const step = 1 / 30;

/** Marks of one same place, set side by side so that each can be seen and reached. */
function apart(places: readonly MapPlace[], outline: readonly Area[]): MapPlace[] {
  const longitudes = outline.flatMap((area) => area.rings.flat().map(([lon]) => lon));
  const width = longitudes.length ? Math.max(...longitudes) - Math.min(...longitudes) : 0;
  const already = new Map<string, number>();
  return places.map((place) => {
    const [lon, lat] = place.at;
    const rank = already.get(`${lon} ${lat}`) ?? 0;
    already.set(`${lon} ${lat}`, rank + 1);
    const far = step * width * Math.sqrt(rank);
    // The golden angle spreads any number of marks evenly around the first.
    return {
      ...place,
      at: [lon + far * Math.cos(2.4 * rank), lat + far * 0.7 * Math.sin(2.4 * rank)],
    };
  });
}
