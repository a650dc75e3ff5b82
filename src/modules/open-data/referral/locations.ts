import type { PublishedPlace } from "../../activities/index.ts";
import { codeWord } from "../../associations/index.ts";
import type { ListingPlace } from "../../directory/index.ts";
import { departmentOf } from "../serving/department.ts";
import { derivedId } from "./ids.ts";
import type { Location } from "./shapes.ts";
import { said, type Making } from "./values.ts";

/** A place, from whichever room speaks of it: the same place is the same location. */
export type Where = {
  id: string;
  name: string;
  street: string | null;
  postcode: string | null;
  town: string | null;
  latitude: number | null;
  longitude: number | null;
  access: readonly string[];
};

export const whereListed = (place: ListingPlace): Where => ({
  ...place,
  latitude: place.lat,
  longitude: place.lon,
  access: place.accessYes,
});

export const whereActive = (place: PublishedPlace): Where => place;

export const locationOf = ({ t, commune }: Making, place: Where): Location =>
  said({
    id: place.id,
    location_type: "physical" as const,
    name: place.name,
    latitude: place.latitude,
    longitude: place.longitude,
    addresses: addressesOf(place, commune),
    accessibility: place.access.map((code) => ({
      id: derivedId(place.id, "access", code),
      description: codeWord(t, "access", code),
    })),
  }) as Location;

/** An address of the standard asks for a street and a postcode: without them there is none, rather than one made up. */
function addressesOf(place: Where, commune: string): Location["addresses"] {
  const { id, street, postcode, town } = place;
  if (!street || !postcode) return [];
  return [
    {
      id: derivedId(id, "address"),
      location_id: id,
      address_1: street,
      city: town ?? commune,
      state_province: departmentOf(postcode),
      postal_code: postcode,
      country: "FR",
      address_type: "physical",
    },
  ];
}
