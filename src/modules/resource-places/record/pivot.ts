import type { ResourcePlace } from "./queries.ts";

/** The number that says whose it is for other sources: its own SIRET, else that of its association, else its RNA. */
export const pivotOf = ({
  siret,
  association,
}: Pick<ResourcePlace, "siret" | "association">): string | undefined =>
  [siret, association?.siret, association?.rna].find(
    (number) => number && /^[a-zA-Z0-9]{9,14}$/.test(number),
  ) ?? undefined;

/** True when the national file can say it: that asks for a number, and an address in whole. */
export const mayBeExported = (
  one: Pick<ResourcePlace, "siret" | "association" | "place">,
): boolean =>
  pivotOf(one) !== undefined &&
  Boolean(one.place.street && one.place.town) &&
  /^\d{5}$/.test(one.place.postcode ?? "");
