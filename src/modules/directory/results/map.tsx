import { AreaMap, French, type Area, type MapPlace, type View } from "../../../ui/index.ts";
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
      <AreaMap view={view} outline={map.outline} districts={map.districts} places={placed} />
      {unplaced.length > 0 && (
        <section class="flow">
          <h2>{t("directory:results.unplaced")}</h2>
          <ul>
            {unplaced.map((line) => (
              <li>
                <a href={address(line.slug)}>
                  <French view={view}>{line.name}</French>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
