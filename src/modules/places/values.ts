import type { FormState } from "../../ui/index.ts";
import { accessFeatures } from "./codes.ts";
import type { Place } from "./queries.ts";

const degrees = (value: number | null): string =>
  value === null ? "" : String(value).replace(".", ",");

/** What each form of a place shows of it. */
export function placeValues(place: Place): Record<"identity" | "position" | "access", FormState> {
  const access = accessFeatures.map((one) => [
    `access_${one}`,
    place.access_yes.includes(one) ? "yes" : place.access_no.includes(one) ? "no" : "",
  ]);
  return {
    identity: {
      values: {
        name: place.name,
        street: place.street ?? "",
        postcode: place.postcode ?? "",
        town: place.town ?? "",
        district: place.district_id ?? "",
        municipal: place.municipal ? "on" : "",
      },
      errors: {},
    },
    position: {
      values: { latitude: degrees(place.latitude), longitude: degrees(place.longitude) },
      errors: {},
    },
    access: {
      values: { ...Object.fromEntries(access), accessNote: place.access_note ?? "" },
      errors: {},
    },
  };
}
