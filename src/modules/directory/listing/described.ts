import type { View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Listing } from "./queries.ts";
import type { Said } from "./reading.tsx";

const kinds: Readonly<Record<string, string>> = {
  sport: "SportsOrganization",
  arts: "PerformingGroup",
  seniors: "NGO",
};

/** The association as schema.org describes it (30.0); only what the page itself says. */
export function described(view: View, listing: Listing, aims: Said | undefined): object {
  const url = view.origin + view.href(urls.association(listing.slug));
  const contact = listing.contacts.find(({ email, phone }) => email ?? phone);
  return without({
    "@context": "https://schema.org",
    "@type": kinds[listing.themes[0] ?? ""] ?? "NGO",
    "@id": url,
    url,
    name: listing.name,
    alternateName: listing.acronym,
    description:
      aims && aims.lang !== "fr" ? { "@language": aims.lang, "@value": aims.text } : aims?.text,
    foundingDate: listing.createdOn,
    sameAs: [listing.website, ...listing.links].filter(Boolean),
    logo: listing.logo && `${view.origin}/fichiers/${listing.logo}`,
    image: listing.photo && `${view.origin}/fichiers/${listing.photo}`,
    email: contact?.email,
    telephone: contact?.phone,
    areaServed: { "@type": "City", name: view.commune.name },
    location: listing.places.map((place) =>
      without({
        "@type": "Place",
        name: place.name,
        address: without({
          "@type": "PostalAddress",
          streetAddress: place.street,
          postalCode: place.postcode,
          addressLocality: place.town ?? view.commune.name,
          addressCountry: "FR",
        }),
        geo:
          place.lat !== null && place.lon !== null
            ? { "@type": "GeoCoordinates", latitude: place.lat, longitude: place.lon }
            : undefined,
      }),
    ),
  });
}

/** Leaves out what is not said. */
const without = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== "" &&
        !(Array.isArray(value) && !value.length),
    ),
  );
