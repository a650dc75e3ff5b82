import { ResultItem, Results, type View, French } from "../../../ui/index.ts";
import type { HomePart, ListingPart } from "../../communes/index.ts";
import { resourcePlaces, type ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";

const shown = 3;

/** What the home page tells of resource places: these pages are kept, whether it is open is said on their own. */
export const resourcePlacesAtHome: HomePart = async ({ tx, view }) => {
  const places = await resourcePlaces(tx, { published: true });
  if (!places.length) return undefined;
  return (
    <section class="flow">
      <h2>{view.t("resource-places:title")}</h2>
      <p>{view.t("resource-places:lead")}</p>
      <Lines view={view} places={places.slice(0, shown)} />
      <p>
        <a href={view.href(urls.list)}>{view.t("resource-places:all")}</a>
      </p>
    </section>
  );
};

/** What the page of an association tells of the places it holds. */
export const resourcePlacePart: ListingPart = async ({ tx, view }, association) => {
  const places = await resourcePlaces(tx, { published: true, associationId: association.id });
  if (!places.length) return undefined;
  return (
    <section class="flow">
      <h2>{view.t("resource-places:ofAssociation")}</h2>
      <Lines view={view} places={places} />
    </section>
  );
};

const Lines = ({ view, places }: { view: View; places: readonly ResourcePlace[] }) => (
  <Results>
    {places.map((place) => (
      <ResultItem
        title={place.name}
        href={view.href(urls.one(place.slug))}
        level={3}
        summary={place.summary && <French view={view}>{place.summary}</French>}
        facts={[
          {
            icon: "place",
            words: <French view={view}>{place.place.address || place.place.name}</French>,
          },
        ]}
      />
    ))}
  </Results>
);
